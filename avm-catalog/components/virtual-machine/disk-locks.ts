import { item, operator, param, symbol, text, variable } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import { virtualMachineInputs } from './inputs.ts';

/** Locks of the data disks, which are resources of their own: the lock of the VM does not reach them. */
export function dataDiskLocks(c: Composer): void {
  const hasLocked = c.views.some(
    (view) => view.core.lock !== 'none' && virtualMachineInputs.of(view).dataDisks.length > 0,
  );
  if (!hasLocked) return;
  const isEverywhere = new Set(c.views.map(({ core }) => core.lock)).size === 1;
  const name = text`${c.reference('dataDisk')}-${item('disk', 'name')}`;
  c.existing({
    symbol: 'existingDataDisks',
    type: 'Microsoft.Compute/disks@2025-01-02',
    name,
    loop: { item: 'disk', in: param('dataDisks') },
    comment: 'The data disks, to lock',
    ids: ['RES-003', 'locks'],
  });
  c.native({
    symbol: 'dataDiskLocks',
    type: 'Microsoft.Authorization/locks@2020-05-01',
    comment: 'Locks of the data disks',
    reason: 'the VM module locks the VM and not its data disks, and there is no module for a lock on a resource',
    ids: ['RES-003', 'locks'],
    loop: { item: 'disk', index: 'index', in: param('dataDisks') },
    on: isEverywhere ? undefined : operator('!=', variable('lock', 'kind'), 'None'),
    body: {
      scope: symbol('existingDataDisks', item('index')),
      name: text`lock-${name}`,
      properties: { level: variable('lock', 'kind'), notes: 'Cannot delete the data disk.' },
    },
  });
}
