import {
  type Estate,
  isUnresolved,
  read,
  readList,
  readText,
  where,
  whereValue,
  type Predicted,
  type Violation,
} from '../estate.ts';
import {
  bastionGroups,
  isAdministration,
  isInternet,
  isSubnet,
  liesWithin,
  securityGroups,
  standingRules,
  subnetsOf,
  type SecurityRule,
} from './security-groups.ts';

const machines = 'Microsoft.Compute/virtualMachines';
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
    'give it one',
  );
}

export function nothingFromInternet(estate: Estate): readonly Violation[] {
  const bastion = bastionGroups(estate);
  const front = (id: string, { ports }: SecurityRule): boolean =>
    bastion.has(id.toLowerCase()) && ports.length > 0 && ports.every((port) => port === '443');
  const open = securityGroups(estate).flatMap((group) =>
    group.rules
      .filter((rule) => rule.inbound && rule.allow && rule.sources.some(isInternet) && !front(group.id, rule))
      .map((rule) => ({
        resource: group.id,
        what: `the rule ${rule.name} lets the internet in`,
        instead: 'name a private range or a service tag as its source',
      })),
  );
  return [...open, ...publicAddresses(estate)];
}

function publicAddresses(estate: Estate): readonly Violation[] {
  return [
    ...where(
      estate.ofType('Microsoft.Network/networkInterfaces', machines),
      (one) => hasPublicAddress(read(one, 'properties')),
      'it has a public address',
      'take the address away',
    ),
    ...where(
      estate.ofType('Microsoft.Network/loadBalancers'),
      (one) => hasPublicAddress(read(one, 'properties.frontendIPConfigurations')),
      'the load balancer has a public frontend',
      'give it a private one',
    ),
  ];
}

/** At any depth: a machine may hold its interfaces, and an interface its address. */
function hasPublicAddress(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, inner]: [string, unknown]) =>
      (/^publicIP(Address|Prefix|AddressConfiguration)$/i.test(key) && Boolean(inner)) || hasPublicAddress(inner),
  );
}

export function denyAllInbound(estate: Estate): readonly Violation[] {
  const closed = (rules: readonly SecurityRule[]): boolean => {
    const inbound = rules.filter((rule) => rule.inbound);
    const last = Math.max(...inbound.filter((rule) => rule.allow).map((rule) => rule.priority));
    return inbound.some((rule) => !rule.allow && rule.priority > last && matchesAll(rule));
  };
  return securityGroups(estate)
    .filter(({ rules }) => !closed(rules))
    .map(({ id }) => ({
      resource: id,
      what: 'no rule denies all other inbound traffic',
      instead: 'end it in a rule that does',
    }));
}

function matchesAll({ protocol, sources, sourcePorts, ports, destinations }: SecurityRule): boolean {
  return protocol === '*' && [sources, sourcePorts, ports, destinations].every((values) => values.includes('*'));
}

/** `fromHub` is the range of the hub’s Bastion; empty where there is no hub. */
export function administrationThroughBastion(estate: Estate, fromHub: string): readonly Violation[] {
  const own = estate.ofType('Microsoft.Network/bastionHosts').length > 0 ? bastionRanges(estate) : [];
  const allowed = [...own, ...(fromHub ? [fromHub] : [])];
  const instead = 'open it to the subnet of Bastion alone';
  const none =
    allowed.length > 0
      ? []
      : [
          {
            resource: '',
            what: 'there is no Bastion to administer through',
            instead: 'add a Bastion host, or name the hub that has one',
          },
        ];
  const wide = (sources: readonly string[]): boolean =>
    sources.length === 0 || sources.some((source) => !liesWithin(source, allowed));
  const standing = standingRules(estate)
    .filter(({ rule }) => wide(rule.sources))
    .map(({ group, rule }) => ({
      resource: group.id,
      what: `the rule ${rule.name} opens a port of administration to ${rule.sources.join(', ') || 'others'}`,
      instead,
    }));
  const onRequest = where(
    estate.ofType(policies),
    (policy) => machinesOf(policy).some((one) => readList(one, 'ports').some((port) => wide(requesters(port)))),
    'just-in-time access opens a port to more than the subnet of Bastion',
    instead,
  );
  return [...none, ...standing, ...onRequest];
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

function machinesOf(policy: Predicted): readonly unknown[] {
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
      .flatMap(machinesOf)
      .filter(covers)
      .map((one) => readText(one, 'id').toLowerCase()),
  );
  const durations = (policy: Predicted): readonly unknown[] =>
    machinesOf(policy).flatMap((one) => readList(one, 'ports').map((port) => read(port, 'maxRequestAccessDuration')));
  return [
    ...where(
      estate.ofType(machines),
      (one) => !covered.has(one.id.toLowerCase()),
      'no just-in-time policy covers the machine',
      'add one',
    ),
    ...whereValue(
      estate.ofType(policies),
      (policy) => durations(policy).find(isUnresolved),
      (_, policy) => durations(policy).some((one) => hoursOf(one) > maxHours),
      'it opens a port for too long',
      `set maxRequestAccessDuration to PT${maxHours}H or less`,
    ),
    ...standingRules(estate).map(({ group, rule }) => ({
      resource: group.id,
      what: `the rule ${rule.name} keeps a port of administration open`,
      instead: 'leave it to just-in-time access',
    })),
  ];
}

/** Hours of an ISO 8601 duration; endless where it is none. */
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
