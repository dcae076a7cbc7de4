import { item, operator, text, variable } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import { dataDiskName, givenDataDisks, hasData } from './disks.ts';

/** Locks the data disks. They are separate resources, so the lock of the VM doesn't cover them. */
export function dataDiskLocks(c: Composer): void {
  if (!hasData(c)) return;
  const [disks, name] = [givenDataDisks(c), dataDiskName(c)];
  const existing = c.existing({
    symbol: 'existingDataDisks',
    type: 'Microsoft.Compute/disks@2025-01-02',
    name,
    loop: { item: 'disk', in: disks },
    comment: 'Existing data disks, as the scope of their locks',
    ids: ['RES-003', 'locks'],
  });
  c.native({
    symbol: 'dataDiskLocks',
    type: 'Microsoft.Authorization/locks@2020-05-01',
    comment: 'Locks of the data disks',
    reason: 'the VM module doesn’t lock the data disks, and AVM has no module for a lock on a resource',
    ids: ['RES-003', 'locks'],
    loop: { item: 'disk', index: 'index', in: disks },
    on: operator('!=', variable('lock', 'kind'), 'None'),
    body: {
      scope: { ...existing, path: [item('index')] },
      name: text`lock-${name}`,
      properties: { level: variable('lock', 'kind'), notes: 'Cannot delete the data disk.' },
    },
  });
}
