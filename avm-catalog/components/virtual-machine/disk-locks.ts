import { item, operator, param, symbol, text, variable } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import { virtualMachineInputs } from './inputs.ts';

/** Locks the data disks. They are separate resources, so the lock of the VM doesn't cover them. */
export function dataDiskLocks(c: Composer): void {
  if (!c.views.some((view) => virtualMachineInputs.of(view).dataDisks.length > 0)) return;
  const name = text`${c.reference('dataDisk')}-${item('disk', 'name')}`;
  c.existing({
    symbol: 'existingDataDisks',
    type: 'Microsoft.Compute/disks@2025-01-02',
    name,
    loop: { item: 'disk', in: param(c.symbol('dataDisks')) },
    comment: 'Existing data disks, as the scope of their locks',
    ids: ['RES-003', 'locks'],
  });
  c.native({
    symbol: 'dataDiskLocks',
    type: 'Microsoft.Authorization/locks@2020-05-01',
    comment: 'Locks of the data disks',
    reason: 'the VM module doesn’t lock the data disks, and AVM has no module for a lock on a resource',
    ids: ['RES-003', 'locks'],
    loop: { item: 'disk', index: 'index', in: param(c.symbol('dataDisks')) },
    on: operator('!=', variable('lock', 'kind'), 'None'),
    body: {
      scope: symbol(c.symbol('existingDataDisks'), item('index')),
      name: text`lock-${name}`,
      properties: { level: variable('lock', 'kind'), notes: 'Cannot delete the data disk.' },
    },
  });
}
