import { lastPart } from '../../azure/resource-ids.ts';
import { region } from '../../azure/regions.ts';
import type { Draw } from '../../kernel/drawing.ts';
import { recoveryRegionOf, siteRecoveryInputs } from './inputs.ts';

export const drawing: Draw = (side) => {
  const { virtualNetworkId, resourceGroupId } = siteRecoveryInputs.of(side);
  const name = recoveryRegionOf(side);
  const where = region(name)?.displayName ?? name;
  return {
    nodes: [
      {
        id: 'siteRecovery',
        title: 'Site Recovery vault',
        name: side.names['siteRecoveryVault'] ?? '',
        details: [`in ${where}`],
        in: 'group',
        part: 'service',
        shape: 'store',
        icon: 'restore',
      },
      {
        id: 'recoveryNetwork',
        title: 'Recovery network',
        name: lastPart(virtualNetworkId),
        details: [`in ${where}`],
        further: [`VMs in ${lastPart(resourceGroupId)}`],
        in: 'outside',
        icon: 'screen',
      },
    ],
    edges: [
      { from: ['machine'], to: ['siteRecovery'], label: 'replication', flow: 'data' },
      { from: ['siteRecovery'], to: ['recoveryNetwork'], label: 'failover', flow: 'control' },
    ],
  };
};
