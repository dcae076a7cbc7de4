import type { Cidr } from '../../azure/addresses.ts';
import {
  type Estate,
  isUnresolved,
  read,
  readList,
  readText,
  untold,
  where,
  whereValue,
  type Predicted,
  type Violation,
} from '../estate.ts';
import {
  administeredGroups,
  bastionGroups,
  computedGroups,
  isAdministration,
  isInternet,
  isSubnet,
  liesWithin,
  securityGroups,
  standingRules,
  subnetsOf,
  type PredictedSecurityRule,
} from './security-groups.ts';
import { publicAddresses } from './public-address-checks.ts';

const vmType = 'Microsoft.Compute/virtualMachines';
export const subnetsWithoutGroup = [
  'GatewaySubnet',
  'AzureFirewallSubnet',
  'AzureFirewallManagementSubnet',
  'RouteServerSubnet',
];

export function groupOnEverySubnet(estate: Estate): readonly Violation[] {
  return where(
    subnetsOf(estate).filter((one) => !isSubnet(one, ...subnetsWithoutGroup)),
    (one) => !readText(one, 'properties.networkSecurityGroup.id'),
    'the subnet has no network security group',
    'associate one',
  );
}

export function nothingFromInternet(estate: Estate, owned: readonly Cidr[] = []): readonly Violation[] {
  const instead = 'use a private address range or a service tag as its source';
  const bastion = bastionGroups(estate);
  const front = (id: string, { ports }: PredictedSecurityRule): boolean =>
    bastion.has(id.toLowerCase()) && ports.length > 0 && ports.every((port) => port === '443');
  const groups = securityGroups(estate);
  const open = groups.flatMap((group) =>
    group.rules
      .filter((rule) => rule.inbound && rule.allow && !front(group.id, rule))
      .flatMap(({ name, sources }): readonly Violation[] => {
        const what = `the rule ${name} allows inbound traffic from the internet`;
        if (sources.some((one) => isInternet(one, owned))) return [{ resource: group.id, what, instead }];
        return sources.some(isUnresolved)
          ? [untold(group.id, `only a deployment determines whether ${what}`, instead)]
          : [];
      }),
  );
  return [...open, ...computedGroups(groups, open, instead), ...publicAddresses(estate)];
}

export function denyAllInbound(estate: Estate): readonly Violation[] {
  const instead = 'add a last rule that denies all inbound traffic';
  const closed = (rules: readonly PredictedSecurityRule[]): boolean => {
    const inbound = rules.filter((rule) => rule.inbound);
    const last = Math.max(...inbound.filter((rule) => rule.allow).map((rule) => rule.priority));
    return inbound.some((rule) => !rule.allow && rule.priority > last && matchesAll(rule));
  };
  const groups = securityGroups(estate);
  const open = groups
    .filter(({ rules, computed }) => !computed && !closed(rules))
    .map(({ id }) => ({ resource: id, what: 'no rule denies all other inbound traffic', instead }));
  return [...open, ...computedGroups(groups, open, instead)];
}

function matchesAll({ protocol, sources, sourcePorts, ports, destinations }: PredictedSecurityRule): boolean {
  return protocol === '*' && [sources, sourcePorts, ports, destinations].every((values) => values.includes('*'));
}

/** `fromHub` is the address range of the Bastion subnet in the hub; empty without a hub. */
export function administrationThroughBastion(estate: Estate, fromHub: string): readonly Violation[] {
  const own = estate.ofType('Microsoft.Network/bastionHosts').length > 0 ? bastionRanges(estate) : [];
  const allowed = [...own, ...(fromHub ? [fromHub] : [])];
  const instead = 'open it only to the subnet of Azure Bastion';
  const none =
    allowed.length > 0
      ? []
      : [
          {
            resource: '',
            what: 'there’s no Azure Bastion to administer the VM through',
            instead: 'add a Bastion host, or set the hub that has one',
          },
        ];
  const wide = (sources: readonly string[]): boolean =>
    sources.length === 0 || sources.some((source) => !liesWithin(source, allowed));
  const groups = administeredGroups(estate);
  const standing = standingRules(groups)
    .filter(({ rule }) => wide(rule.sources))
    .map(({ group, rule }) => ({
      resource: group.id,
      what: `the rule ${rule.name} opens an administrative port to ${rule.sources.join(', ') || 'others'}`,
      instead,
    }));
  const onRequest = where(
    estate.ofType(policies),
    (policy) => vmsOf(policy).some((one) => readList(one, 'ports').some((port) => wide(requesters(port)))),
    'just-in-time access opens a port to more than the subnet of Azure Bastion',
    instead,
  );
  return [...none, ...standing, ...computedGroups(groups, standing, instead), ...onRequest];
}

function bastionRanges(estate: Estate): readonly string[] {
  return subnetsOf(estate)
    .filter((one) => isSubnet(one, 'AzureBastionSubnet'))
    .flatMap((one) => [
      readText(one, 'properties.addressPrefix'),
      ...readList(one, 'properties.addressPrefixes').map(String),
    ])
    .filter((range) => range !== '');
}

const policies = 'Microsoft.Security/locations/jitNetworkAccessPolicies';

function vmsOf(policy: Predicted): readonly unknown[] {
  return readList(policy, 'properties.virtualMachines');
}

function requesters(port: unknown): readonly string[] {
  const single = readText(port, 'allowedSourceAddressPrefix');
  return [...(single ? [single] : []), ...readList(port, 'allowedSourceAddressPrefixes').map(String)];
}

export function justInTime(estate: Estate, maxHours: number): readonly Violation[] {
  const covers = (one: unknown): boolean =>
    readList(one, 'ports').some((port) => isAdministration(read(port, 'number')));
  const covered = new Set(
    estate
      .ofType(policies)
      .flatMap(vmsOf)
      .filter(covers)
      .map((one) => readText(one, 'id').toLowerCase()),
  );
  const leave = 'remove the rule, and let just-in-time access open the port';
  const groups = administeredGroups(estate);
  const standing = standingRules(groups).map(({ group, rule }) => ({
    resource: group.id,
    what: `the rule ${rule.name} keeps an administrative port open`,
    instead: leave,
  }));
  const durations = (policy: Predicted): readonly unknown[] =>
    vmsOf(policy).flatMap((one) => readList(one, 'ports').map((port) => read(port, 'maxRequestAccessDuration')));
  return [
    ...where(
      estate.ofType(vmType),
      (one) => !covered.has(one.id.toLowerCase()),
      'no just-in-time policy covers the VM',
      'add one',
    ),
    ...whereValue(
      estate.ofType(policies),
      (policy) => durations(policy).find(isUnresolved),
      (_, policy) => durations(policy).some((one) => hoursOf(one) > maxHours),
      'it opens a port for longer than allowed',
      `set maxRequestAccessDuration to PT${maxHours}H or less`,
    ),
    ...standing,
    ...computedGroups(groups, standing, leave),
  ];
}

/** Hours of an ISO 8601 duration; infinite if it isn’t one. */
function hoursOf(duration: unknown): number {
  const parts = /^P(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(String(duration));
  if (!parts) return Infinity;
  const [days = 0, hours = 0, minutes = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return days * 24 + hours + minutes / 60;
}

export function privateSubnets(estate: Estate): readonly Violation[] {
  return where(
    subnetsOf(estate),
    (one) => read(one, 'properties.defaultOutboundAccess') !== false,
    'the subnet has default outbound access',
    'set defaultOutboundAccess to false',
  );
}
