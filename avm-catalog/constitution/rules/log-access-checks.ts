import {
  type Estate,
  read,
  readList,
  readText,
  untold,
  where,
  whereValue,
  type Predicted,
  type Violation,
} from '../estate.ts';
import { collectionEndpoints, logWorkspaces, virtualMachines } from '../subject.ts';

const scopes = 'Microsoft.Insights/privateLinkScopes';
const association = 'Microsoft.Insights/dataCollectionRuleAssociations';

/** Workspaces and endpoints of agents take logs only through a private link, and agents know the endpoint. */
export function privateIngestion(estate: Estate): readonly Violation[] {
  const workspaces = logWorkspaces.in(estate);
  const endpoints = collectionEndpoints.in(estate);
  return [
    ...open(workspaces, 'publicNetworkAccessForIngestion', 'the workspace takes logs from public networks'),
    ...open(endpoints, 'networkAcls.publicNetworkAccess', 'the data collection endpoint accepts public networks'),
    ...[...workspaces, ...endpoints].flatMap((one) => unlinked(estate, one)),
    ...where(
      virtualMachines.in(estate),
      (vm) => isCollected(estate, vm) && !hasEndpoint(estate, vm),
      'the agent of the VM finds its rules only at a public endpoint',
      'associate the VM with a data collection endpoint',
    ),
  ];
}

function open(resources: readonly Predicted[], path: string, what: string): readonly Violation[] {
  return whereValue(
    resources,
    (one) => read(one, `properties.${path}`),
    (state) => String(state).toLowerCase() !== 'disabled',
    what,
    'set its public network access to Disabled',
  );
}

/** In no scope that a private endpoint leads to. A scope of another workspace can have it. */
function unlinked(estate: Estate, one: Predicted): readonly Violation[] {
  const linked = estate
    .ofType(`${scopes}/scopedResources`)
    .filter((link) => readText(link, 'properties.linkedResourceId').toLowerCase() === one.id.toLowerCase());
  const instead = 'add it to a private link scope that has a private endpoint';
  if (linked.length === 0)
    return [untold(one.id, 'no Azure Monitor private link scope of this workspace has it', instead)];
  const isReached = linked.some((link) => reached(estate, link));
  return isReached ? [] : [{ resource: one.id, what: 'its private link scope has no private endpoint', instead }];
}

function reached(estate: Estate, link: Predicted): boolean {
  const scope = link.id.toLowerCase().split('/scopedresources/')[0];
  return estate
    .ofType('Microsoft.Network/privateEndpoints')
    .flatMap((endpoint) => readList(endpoint, 'properties.privateLinkServiceConnections'))
    .some((connection) => readText(connection, 'properties.privateLinkServiceId').toLowerCase() === scope);
}

const isCollected = (estate: Estate, vm: Predicted): boolean =>
  estate.below(vm, association).some((one) => readText(one, 'properties.dataCollectionRuleId') !== '');

const hasEndpoint = (estate: Estate, vm: Predicted): boolean =>
  estate.below(vm, association).some((one) => readText(one, 'properties.dataCollectionEndpointId') !== '');
