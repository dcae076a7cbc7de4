import type { ModuleInterface, TypeNode } from './interface.ts';
import { actionGroup, activityLogAlert, metricAlert, scheduledQueryRule } from './overlays/alerts.ts';
import { dataCollectionRule } from './overlays/data-collection.ts';
import { loadBalancer } from './overlays/load-balancer.ts';
import { maintenanceConfiguration } from './overlays/maintenance.ts';
import { routeTable, storageAccount } from './overlays/network.ts';
import { recoveryVault } from './overlays/recovery-services.ts';
import { tags, type Overlay } from './overlays/types.ts';
import { virtualMachine } from './overlays/virtual-machine.ts';
import { isUntyped } from './resolve.ts';
import { ownValue } from '../../src/bicep/own.ts';

/** What modules read of parameters they leave untyped, by module. */
export const overlays: Readonly<Record<string, Overlay>> = {
  'avm/res/compute/virtual-machine': virtualMachine,
  'avm/res/insights/action-group': actionGroup,
  'avm/res/insights/activity-log-alert': activityLogAlert,
  'avm/res/insights/data-collection-rule': dataCollectionRule,
  'avm/res/insights/metric-alert': metricAlert,
  'avm/res/insights/scheduled-query-rule': scheduledQueryRule,
  'avm/res/maintenance/maintenance-configuration': maintenanceConfiguration,
  'avm/res/network/load-balancer': loadBalancer,
  'avm/res/network/route-table': routeTable,
  'avm/res/recovery-services/vault': recoveryVault,
  'avm/res/storage/storage-account': storageAccount,
};

/** Fills in what the module leaves untyped; where a version has a type of its own, that is kept. */
export function applyOverlays(iface: ModuleInterface): ModuleInterface {
  const overlay = { 'parameters.tags': tags, ...ownValue(overlays, iface.module) };
  return Object.entries(overlay).reduce((filled, [path, node]) => fillAt(filled, path, node), iface);
}

function fillAt(iface: ModuleInterface, path: string, fill: TypeNode): ModuleInterface {
  const [group = '', name = '', ...rest] = path.replaceAll('[]', '.[]').split('.');
  if (group !== 'parameters' && group !== 'types') return iface;
  const node = ownValue(iface[group], name);
  return node ? { ...iface, [group]: { ...iface[group], [name]: fillNode(node, rest, fill) } } : iface;
}

function fillNode(node: TypeNode, path: readonly string[], fill: TypeNode): TypeNode {
  const [head, ...rest] = path;
  if (head === undefined)
    return isUntyped(node) && (node.type ?? fill.type) === fill.type ? { ...node, ...fill } : node;
  if (head === '[]') return node.items ? { ...node, items: fillNode(node.items, rest, fill) } : node;
  const property = ownValue(node.properties, head);
  return property ? { ...node, properties: { ...node.properties, [head]: fillNode(property, rest, fill) } } : node;
}
