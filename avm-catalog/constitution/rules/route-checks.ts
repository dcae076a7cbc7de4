import {
  isUnresolved,
  read,
  readItems,
  readText,
  untold,
  whereValue,
  type Estate,
  type Predicted,
  type Violation,
} from '../estate.ts';
import { networkInterfaces, privateEndpoints } from '../subject.ts';
import { isSubnet, subnetsOf } from './security-groups.ts';

/**
 * Source: azure-docs bastion/bastion-faq.md ("udr"), vpn-gateway/vpn-gateway-about-vpn-gateway-settings.md ("GatewaySubnet"),
 * route-server/route-server-faq.md, firewall/forced-tunneling.md.
 */
export const subnetsWithoutRoutes = [
  'AzureBastionSubnet',
  'GatewaySubnet',
  'RouteServerSubnet',
  'AzureFirewallSubnet',
  'AzureFirewallManagementSubnet',
];

const everything = '0.0.0.0/0';
const instead = 'associate a route table that sends 0.0.0.0/0 to the firewall';

const tableOf = (subnet: Predicted): string => readText(subnet, 'properties.routeTable.id');
const prefix = 'properties.addressPrefix';
const isDefault = (route: unknown): boolean => readText(route, prefix) === everything;

/** Subnets whose default route doesn't lead to the firewall. */
export function throughFirewall(estate: Estate, firewall: string): readonly Violation[] {
  const subnets = subnetsOf(estate).filter((one) => !isSubnet(one, ...subnetsWithoutRoutes));
  const endpoints = subnetsUsedOnlyByEndpoints(estate);
  const found = subnets
    .filter(({ id }) => !endpoints.has(id.toLowerCase()))
    .flatMap((subnet) => tableViolations(estate, subnet, firewall));
  // Subnets share a table, which is told once.
  return [...new Map(found.map((one) => [`${one.resource} ${one.what}`, one])).values()];
}

function tableViolations(estate: Estate, subnet: Predicted, firewall: string): readonly Violation[] {
  const id = tableOf(subnet);
  if (id === '') return [{ resource: subnet.id, what: 'the subnet has no route table', instead }];
  const table = isUnresolved(id) ? undefined : estate.byId(id);
  if (!table) return [untold(subnet.id, 'its route table isn’t part of this workspace', instead)];
  const routes = routesOf(estate, table);
  const route = routes.find(isDefault);
  if (!route) {
    const mayBe = routes.some((one) => isUnresolved(one) || isUnresolved(read(one, prefix)));
    const what = 'the route table has no default route';
    return mayBe
      ? [untold(table.id, `only a deployment determines whether ${what}`, instead)]
      : [{ resource: table.id, what, instead }];
  }
  const [type, address] = ['nextHopType', 'nextHopIpAddress'].map((key) => read(route, `properties.${key}`));
  return whereValue(
    [table],
    () => (isUnresolved(type) ? type : address),
    () => String(type).toLowerCase() !== 'virtualappliance' || address !== firewall,
    'the default route doesn’t lead to the firewall of the hub',
    instead,
  );
}

/** Those that the table declares, and those that are resources of their own. */
function routesOf(estate: Estate, table: Predicted): readonly unknown[] {
  return [...readItems(table, 'properties.routes'), ...estate.below(table, 'Microsoft.Network/routeTables/routes')];
}

function subnetsUsedOnlyByEndpoints(estate: Estate): ReadonlySet<string> {
  const others = new Set(
    networkInterfaces
      .in(estate)
      .flatMap((one) => readItems(one, 'properties.ipConfigurations'))
      .map((one) => readText(one, 'properties.subnet.id').toLowerCase()),
  );
  const used = privateEndpoints.in(estate).map((one) => readText(one, 'properties.subnet.id').toLowerCase());
  return new Set(used.filter((id) => !others.has(id)));
}

/** IDs of the security groups of subnets with a default route, in lowercase: it makes the tag VirtualNetwork the internet. */
export function groupsWithDefaultRoute(estate: Estate): ReadonlySet<string> {
  const hasDefault = (subnet: Predicted): boolean => {
    const table = estate.byId(tableOf(subnet));
    return table !== undefined && routesOf(estate, table).some(isDefault);
  };
  return new Set(
    subnetsOf(estate)
      .filter(hasDefault)
      .map((one) => readText(one, 'properties.networkSecurityGroup.id').toLowerCase()),
  );
}
