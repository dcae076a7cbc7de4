import { lastPart } from '../../azure/resource-ids.ts';
import { pairOf, region } from '../../azure/regions.ts';
import type { Draw, Node } from '../../kernel/drawing.ts';
import { backupInputs } from './inputs.ts';

export const drawing: Draw = (side) => {
  const { resourceGuardId, crossRegionRestore, immutability } = backupInputs.of(side);
  const pair = region(pairOf(side.core.location.region) ?? '')?.displayName;
  const guard: Node = {
    id: 'resourceGuard',
    title: 'Resource Guard',
    name: lastPart(resourceGuardId),
    in: 'outside',
    icon: 'shield',
  };
  return {
    nodes: [
      {
        id: 'recovery',
        title: 'Recovery Services vault',
        name: side.names['recoveryVault'] ?? '',
        details: [
          ...(immutability === 'Disabled' ? [] : [`immutable${immutability === 'Locked' ? ', locked' : ''}`]),
          ...(crossRegionRestore && pair !== undefined ? [`restores in ${pair} too`] : []),
        ],
        in: 'group',
        part: 'service',
        shape: 'store',
        icon: 'restore',
      },
      ...(resourceGuardId === '' ? [] : [guard]),
    ],
    edges: [
      { from: ['machine'], to: ['recovery'], label: 'backup', flow: 'data' },
      ...(resourceGuardId === ''
        ? []
        : [{ from: ['resourceGuard'], to: ['recovery'], label: 'authorization', flow: 'control' } as const]),
    ],
  };
};
