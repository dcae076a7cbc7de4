import { type Estate, read, readList, readText, where, type Predicted, type Violation } from '../estate.ts';

const subnets = 'Microsoft.Network/virtualNetworks/subnets';
const groups = 'Microsoft.Network/networkSecurityGroups';
const administration = ['22', '3389', '5985', '5986'];
const internet = ['*', 'internet', '0.0.0.0/0', 'any', '::/0'];

interface SecurityRule {
  readonly name: string;
  readonly inbound: boolean;
  readonly allow: boolean;
  readonly priority: number;
  readonly sources: readonly string[];
  readonly ports: readonly string[];
  readonly destinations: readonly string[];
}

function rulesOf(group: Predicted): readonly SecurityRule[] {
  return readList(group, 'properties.securityRules').map((one) => ({
    name: readText(one, 'name'),
    inbound: readText(one, 'properties.direction') === 'Inbound',
    allow: readText(one, 'properties.access') === 'Allow',
    priority: Number(read(one, 'properties.priority')),
    sources: several(one, 'sourceAddressPrefix', 'sourceAddressPrefixes'),
    ports: several(one, 'destinationPortRange', 'destinationPortRanges'),
    destinations: several(one, 'destinationAddressPrefix', 'destinationAddressPrefixes'),
  }));
}

function several(rule: unknown, one: string, many: string): readonly string[] {
  const single = readText(rule, `properties.${one}`);
  return [...(single ? [single] : []), ...readList(rule, `properties.${many}`).map(String)];
}

/** Groups on a subnet with this name; Azure Bastion’s own has rules that Azure asks for. */
function groupsOn(estate: Estate, name: string): ReadonlySet<string> {
  const on = estate.ofType(subnets).filter((one) => one.name.endsWith(`/${name}`));
  return new Set(on.map((one) => readText(one, 'properties.networkSecurityGroup.id').toLowerCase()));
}

export function groupOnEverySubnet(estate: Estate): readonly Violation[] {
  const exempt = ['GatewaySubnet', 'AzureFirewallSubnet', 'RouteServerSubnet'];
  const needy = estate.ofType(subnets).filter((one) => !exempt.some((name) => one.name.endsWith(`/${name}`)));
  return where(
    needy,
    (one) => !readText(one, 'properties.networkSecurityGroup.id'),
    'the subnet has no network security group',
    'give it one',
  );
}

export function nothingFromInternet(estate: Estate): readonly Violation[] {
  const bastion = groupsOn(estate, 'AzureBastionSubnet');
  const open = estate.ofType(groups).flatMap((group) => {
    const front = bastion.has(group.id.toLowerCase());
    return rulesOf(group)
      .filter(
        (rule) => rule.inbound && rule.allow && rule.sources.some((source) => internet.includes(source.toLowerCase())),
      )
      .filter((rule) => !(front && rule.ports.every((port) => port === '443')))
      .map((rule) => ({
        resource: group.id,
        what: `the rule ${rule.name} lets the internet in`,
        instead: 'name a private range or a service tag as its source',
      }));
  });
  return [...open, ...publicAddresses(estate)];
}

function publicAddresses(estate: Estate): readonly Violation[] {
  const has =
    (key: string) =>
    (one: Predicted): boolean =>
      readList(one, key).some((configuration) => Boolean(read(configuration, 'properties.publicIPAddress')));
  return [
    ...where(
      estate.ofType('Microsoft.Network/networkInterfaces'),
      has('properties.ipConfigurations'),
      'the network interface has a public address',
      'take the address away',
    ),
    ...where(
      estate.ofType('Microsoft.Network/loadBalancers'),
      has('properties.frontendIPConfigurations'),
      'the load balancer has a public frontend',
      'give it a private one',
    ),
  ];
}

export function denyAllInbound(estate: Estate): readonly Violation[] {
  const closes = (rule: SecurityRule, all: readonly SecurityRule[]): boolean =>
    rule.inbound &&
    !rule.allow &&
    [rule.sources, rule.ports, rule.destinations].every((values) => values.includes('*')) &&
    all.every((other) => !other.inbound || other.priority <= rule.priority);
  return where(
    estate.ofType(groups),
    (group) => !rulesOf(group).some((rule, _, all) => closes(rule, all)),
    'no rule denies all other inbound traffic',
    'end it in a rule that does',
  );
}

export function administrationThroughBastion(estate: Estate, fromHub: string): readonly Violation[] {
  const ranges = estate
    .ofType(subnets)
    .filter((one) => one.name.endsWith('/AzureBastionSubnet'))
    .map((one) => readText(one, 'properties.addressPrefix'));
  const allowed = new Set([...ranges, ...(fromHub ? [fromHub] : [])]);
  const bastion = groupsOn(estate, 'AzureBastionSubnet');
  const none =
    allowed.size === 0
      ? [
          {
            resource: '',
            what: 'there is no Bastion to administer through',
            instead: 'add a Bastion host, or name the hub that has one',
          },
        ]
      : [];
  const wide = standingRules(estate, bastion).filter(({ rule }) => rule.sources.some((source) => !allowed.has(source)));
  return [
    ...none,
    ...wide.map(({ group, rule }) => ({
      resource: group.id,
      what: `the rule ${rule.name} opens a port of administration to ${rule.sources.join(', ')}`,
      instead: 'open it to the subnet of Bastion alone',
    })),
  ];
}

/** Rules that keep a port of administration open. */
function standingRules(
  estate: Estate,
  besides: ReadonlySet<string>,
): readonly { readonly group: Predicted; readonly rule: SecurityRule }[] {
  return estate
    .ofType(groups)
    .filter((group) => !besides.has(group.id.toLowerCase()))
    .flatMap((group) =>
      rulesOf(group)
        .filter(
          (rule) =>
            rule.inbound &&
            rule.allow &&
            !rule.sources.includes('AzureLoadBalancer') &&
            rule.ports.some(opensAdministration),
        )
        .map((rule) => ({ group, rule })),
    );
}

function opensAdministration(port: string): boolean {
  if (port === '*') return true;
  const [from, to] = port.split('-').map(Number);
  return administration.some((one) => Number(one) >= Number(from) && Number(one) <= Number(to ?? from));
}

export function justInTime(estate: Estate): readonly Violation[] {
  const covered = new Set(
    estate
      .ofType('Microsoft.Security/locations/jitNetworkAccessPolicies')
      .flatMap((policy) =>
        readList(policy, 'properties.virtualMachines').map((one) => readText(one, 'id').toLowerCase()),
      ),
  );
  return [
    ...where(
      estate.ofType('Microsoft.Compute/virtualMachines'),
      (one) => !covered.has(one.id.toLowerCase()),
      'no just-in-time policy covers the machine',
      'add one',
    ),
    ...standingRules(estate, groupsOn(estate, 'AzureBastionSubnet')).map(({ group, rule }) => ({
      resource: group.id,
      what: `the rule ${rule.name} keeps a port of administration open`,
      instead: 'leave it to just-in-time access',
    })),
  ];
}

export function privateSubnets(estate: Estate): readonly Violation[] {
  return where(
    estate.ofType(subnets),
    (one) => read(one, 'properties.defaultOutboundAccess') !== false,
    'the subnet has default outbound access',
    'set defaultOutboundAccess to false',
  );
}

export function privateEndpoints(estate: Estate): readonly Violation[] {
  const services = estate.ofType('Microsoft.KeyVault/vaults', 'Microsoft.Storage/storageAccounts');
  const endpoints = estate.ofType('Microsoft.Network/privateEndpoints');
  const leads =
    (to: Predicted) =>
    (one: Predicted): boolean =>
      readList(one, 'properties.privateLinkServiceConnections').some(
        (connection) => readText(connection, 'properties.privateLinkServiceId').toLowerCase() === to.id.toLowerCase(),
      );
  const named = (one: Predicted): boolean =>
    estate.below(one, 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups').length > 0;
  return [
    ...where(
      services,
      (one) => readText(one, 'properties.publicNetworkAccess') !== 'Disabled',
      'it can be reached from public networks',
      'disable public network access',
    ),
    ...where(services, (one) => !endpoints.some(leads(one)), 'it has no private endpoint', 'give it one'),
    ...where(
      endpoints,
      (one) => !named(one),
      'the private endpoint has no record in a private DNS zone',
      'give it a zone group',
    ),
  ];
}
