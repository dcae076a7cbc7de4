import { describe, expect, it } from 'vitest';
import { Estate, isUnresolved, type Predicted, type Violation } from '../../avm-catalog/constitution/estate.ts';
import { noOpenWayOut } from '../../avm-catalog/constitution/rules/exposure-checks.ts';
import { managedKeys } from '../../avm-catalog/constitution/rules/vm-checks.ts';
import {
  administrationThroughBastion,
  denyAllInbound,
  groupOnEverySubnet,
  justInTime,
  nothingFromInternet,
} from '../../avm-catalog/constitution/rules/network-checks.ts';
import {
  diagnosticsEverywhere,
  inRegions,
  ofSizes,
  oneWorkspace,
  retention,
  tagged,
} from '../../avm-catalog/constitution/rules/operations-checks.ts';
import { budgetsNotify } from '../../avm-catalog/constitution/rules/budget-checks.ts';
import { capsReported, shutDownDaily } from '../../avm-catalog/constitution/rules/cost-checks.ts';
import { flowsRecorded } from '../../avm-catalog/constitution/rules/flow-checks.ts';
import { throughFirewall } from '../../avm-catalog/constitution/rules/route-checks.ts';
import { privateEndpoints } from '../../avm-catalog/constitution/rules/private-endpoint-checks.ts';
import { noSecrets } from '../../avm-catalog/constitution/rules/secret-checks.ts';
import { ruleDefinition } from '../../avm-catalog/constitution/rules/index.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { answersWith } from '../plan/support.ts';
import { securityRule } from './resources.ts';

const scope = '/subscriptions/s/resourceGroups/g/providers';

/** A resource of a type; the id follows from type and name, as Azure has it. */
function resource(type: string, name: string, rest: object = {}): Predicted {
  const [provider = '', ...types] = type.split('/');
  const path = types.map((part, index) => `${part}/${name.split('/')[index] ?? ''}`);
  return { id: `${scope}/${[provider, ...path].join('/')}`, type, name, ...rest };
}

/** What a check says of resources, in its order. */
const verdicts = (check: (estate: Estate) => readonly Violation[], ...resources: readonly Predicted[]): string[] =>
  check(new Estate(resources)).map(({ untold }) => (untold ? 'untold' : 'broken'));

/** What breaks it for certain. */
const count = (check: (estate: Estate) => readonly Violation[], ...resources: readonly Predicted[]): number =>
  check(new Estate(resources)).filter(({ untold }) => !untold).length;

const vm = resource('Microsoft.Compute/virtualMachines', 'vm');
const bastionRange = '10.0.1.0/26';
const bastionHost = resource('Microsoft.Network/bastionHosts', 'bas');
const subnet = (name: string, group: string): Predicted =>
  resource('Microsoft.Network/virtualNetworks/subnets', `vnet/${name}`, {
    properties: {
      addressPrefix: name === 'AzureBastionSubnet' ? bastionRange : '10.0.0.0/24',
      networkSecurityGroup: { id: `${scope}/Microsoft.Network/networkSecurityGroups/${group}` },
    },
  });
const bastionSubnet = subnet('AzureBastionSubnet', 'nsg-bastion');
const group = (...rules: readonly object[]): Predicted =>
  resource('Microsoft.Network/networkSecurityGroups', 'nsg', {
    properties: { securityRules: rules.map(securityRule) },
  });
const bastionGroup = (...rules: readonly object[]): Predicted =>
  resource('Microsoft.Network/networkSecurityGroups', 'nsg-bastion', {
    properties: { securityRules: rules.map(securityRule) },
  });

describe('traffic from the internet', () => {
  it.each([
    'VirtualNetwork',
    'AzureLoadBalancer',
    'GatewayManager',
    '10.0.0.0/8',
    '172.31.255.255',
    '192.168.1.7/24',
    '100.64.0.0/10',
    'fd00::/8',
    'fe80::1',
    '',
  ])('is not what comes from %s', (sourceAddressPrefix) => {
    expect(count(nothingFromInternet, group({ sourceAddressPrefix }))).toBe(0);
  });

  it.each([
    '*',
    'Any',
    'INTERNET',
    '0.0.0.0/0',
    '::/0',
    '2001:db8::1',
    'AzureCloud',
    '8.8.8.8',
    '10.0.0.0/7',
    '192.0.0.0/8',
    '100.0.0.0/8',
  ])('is what comes from %s', (sourceAddressPrefix) => {
    expect(count(nothingFromInternet, group({ sourceAddressPrefix }))).toBe(1);
  });

  it('is neither what is denied nor what goes out', () => {
    expect(
      count(
        nothingFromInternet,
        group({ sourceAddressPrefix: '*', access: 'Deny' }, { sourceAddressPrefix: '*', direction: 'Outbound' }),
      ),
    ).toBe(0);
  });

  it('may reach the front of Bastion, on its own subnet and port', () => {
    const front = bastionGroup({ sourceAddressPrefix: 'Internet' });
    expect(count(nothingFromInternet, bastionSubnet, front)).toBe(0);
    expect(count(nothingFromInternet, subnet('AZUREBASTIONSUBNET', 'NSG-BASTION'), front)).toBe(0);
    expect(count(nothingFromInternet, subnet('snet-AzureBastionSubnet', 'nsg-bastion'), front)).toBe(1);
    expect(count(nothingFromInternet, bastionSubnet, subnet('snet', 'nsg-bastion'), front)).toBe(1);
    expect(
      count(
        nothingFromInternet,
        bastionSubnet,
        bastionGroup({ sourceAddressPrefix: 'Internet', destinationPortRange: '443-444' }),
      ),
    ).toBe(1);
  });

  it('may come to a subnet that takes no group', () => {
    expect(
      count(
        groupOnEverySubnet,
        subnet('GatewaySubnet', 'nsg'),
        resource('Microsoft.Network/virtualNetworks/subnets', 'vnet/AzureFirewallSubnet'),
      ),
    ).toBe(0);
    expect(
      count(groupOnEverySubnet, resource('Microsoft.Network/virtualNetworks/subnets', 'vnet/AzureBastionSubnet')),
    ).toBe(1);
  });
});

describe('the rule that denies the rest', () => {
  const deny = { access: 'Deny', priority: 4000, protocol: '*', sourceAddressPrefix: '*', destinationPortRange: '*' };

  it.each<[string, readonly object[]]>([
    ['alone', [deny]],
    ['after what is allowed', [{}, deny]],
    ['before more that is denied', [{}, deny, { ...deny, priority: 4096, protocol: 'Tcp' }]],
    ['before what goes out', [deny, { direction: 'Outbound', priority: 4050 }]],
    [
      'with lists',
      [
        {
          ...deny,
          sourceAddressPrefix: '',
          sourceAddressPrefixes: ['*'],
          destinationPortRange: '',
          destinationPortRanges: ['*'],
        },
      ],
    ],
    ['in other letters', [{ ...deny, access: 'deny', direction: 'INBOUND' }]],
  ])('closes a group %s', (_, rules) => {
    expect(count(denyAllInbound, group(...rules))).toBe(0);
  });

  it.each<[string, readonly object[]]>([
    ['with the priority of what is allowed', [{ priority: 4000 }, deny]],
    ['without a priority', [{ ...deny, priority: undefined }, {}]],
    ['for the IPv4 addresses alone', [{ ...deny, sourceAddressPrefix: '0.0.0.0/0' }]],
    ['before another that is allowed', [{ ...deny, priority: 100 }, {}]],
  ])('does not close it %s', (_, rules) => {
    expect(count(denyAllInbound, group(...rules))).toBe(1);
  });
});

describe('administration', () => {
  const through =
    (hub = '') =>
    (estate: Estate) =>
      administrationThroughBastion(estate, hub);
  const desktop = (rest: object): Predicted => group({ destinationPortRange: '3389', ...rest });

  it.each<[string, Predicted]>([
    ['from the subnet of Bastion', desktop({ sourceAddressPrefix: bastionRange })],
    ['from a host of Bastion', desktop({ sourceAddressPrefix: '10.0.1.4' })],
    ['of health probes', desktop({ sourceAddressPrefix: 'AzureLoadBalancer' })],
    ['by ping', desktop({ protocol: 'Icmp', destinationPortRange: '*' })],
    ['of another port', group({ destinationPortRange: '3390-4000' }, { destinationPortRange: '23' })],
    ['that is denied', desktop({ access: 'Deny' })],
  ])('may be a rule %s', (_, is) => {
    expect(count(through(), bastionHost, bastionSubnet, is)).toBe(0);
  });

  it('may come from the hub, which has the Bastion', () => {
    expect(count(through('10.9.1.0/26'), desktop({ sourceAddressPrefix: '10.9.1.0/26' }))).toBe(0);
    expect(count(through('10.9.1.0/26'), bastionSubnet, desktop({ sourceAddressPrefix: bastionRange }))).toBe(1);
  });

  it('may come from any of the ranges of a subnet', () => {
    const ranges = resource('Microsoft.Network/virtualNetworks/subnets', 'vnet/AzureBastionSubnet', {
      properties: { addressPrefix: null, addressPrefixes: ['10.0.1.0/26', '10.0.2.0/26'] },
    });
    expect(count(through(), bastionHost, ranges, desktop({ sourceAddressPrefix: '10.0.2.0/26' }))).toBe(0);
  });

  it.each([
    ['PT3H', 0],
    ['PT180M', 0],
    ['PT2H60M', 0],
    ["[format('PT{0}H', parameters('h'))]", 0],
    ['PT181M', 1],
    ['P1D', 1],
    ['P1Y', 1],
    ['PT', 1],
    [undefined, 1],
  ])('on request for %s breaks the limit of three hours %i times', (maxRequestAccessDuration, times) => {
    const policy = resource('Microsoft.Security/locations/jitNetworkAccessPolicies', 'westeurope/jit', {
      properties: {
        virtualMachines: [{ id: vm.id.toUpperCase(), ports: [{ number: 3389, maxRequestAccessDuration }] }],
      },
    });
    expect(count((estate) => justInTime(estate, 3), vm, policy)).toBe(times);
  });
});

describe('what only a deployment computes', () => {
  const nsg = (securityRules: unknown): Predicted =>
    resource('Microsoft.Network/networkSecurityGroups', 'nsg', { properties: { securityRules } });
  const rules = "[reference('x').rules]";
  const checks: readonly (readonly [string, (estate: Estate) => readonly Violation[]])[] = [
    ['SEC-002', nothingFromInternet],
    ['SEC-003', denyAllInbound],
    ['SEC-004', (estate) => administrationThroughBastion(estate, '10.9.1.0/26')],
    ['SEC-005', (estate) => justInTime(estate, 3)],
    ['SEC-020', noOpenWayOut],
  ];

  it.each(checks)('of the rules of a group is untold by %s', (_, check) => {
    expect(verdicts(check, nsg(rules))).toEqual(['untold']);
    expect(verdicts(check, nsg([rules]))).toEqual(['untold']);
    expect(verdicts(check, { ...nsg(rules), properties: rules })).toEqual(['untold']);
  });

  it.each<[string, object, string[]]>([
    ['one source', { sourceAddressPrefix: "[parameters('source')]" }, ['untold']],
    ['all sources', { sourceAddressPrefix: '', sourceAddressPrefixes: "[parameters('sources')]" }, ['untold']],
    ['sources, and the internet', { sourceAddressPrefixes: ["[parameters('a:b')]", '0.0.0.0/0'] }, ['broken']],
    ['what is denied', { access: 'Deny', sourceAddressPrefix: "[parameters('source')]" }, []],
  ])('of a rule of the way in: %s', (_, properties, expected) => {
    expect(verdicts(nothingFromInternet, nsg([securityRule(properties)]))).toEqual(expected);
  });

  it.each<[string, object, string[]]>([
    ['the destination', { destinationAddressPrefix: "[parameters('to')]", destinationPortRange: '*' }, ['untold']],
    ['the ports', { destinationAddressPrefix: '*', destinationPortRange: "[parameters('ports')]" }, ['untold']],
    ['the destination of one port', { destinationAddressPrefix: "[parameters('to')]" }, []],
  ])('of a rule of the way out: %s', (_, properties, expected) => {
    expect(verdicts(noOpenWayOut, nsg([securityRule({ direction: 'Outbound', ...properties })]))).toEqual(expected);
  });

  const nic = (ipConfigurations: unknown): Predicted =>
    resource('Microsoft.Network/networkInterfaces', 'nic', { properties: { ipConfigurations } });
  const balancer = (frontendIPConfigurations: unknown): Predicted =>
    resource('Microsoft.Network/loadBalancers', 'lb', { properties: { frontendIPConfigurations } });
  const computed = "[reference('x').list]";

  it.each<[string, Predicted, string[]]>([
    ['the configurations of an interface', nic(computed), ['untold']],
    ['one of its configurations', nic([computed]), ['untold']],
    ['what is in one', nic([{ name: 'a', properties: computed }]), ['untold']],
    ['its address', nic([{ properties: { publicIPAddress: computed } }]), ['untold']],
    ['the frontends of a load balancer', balancer(computed), ['untold']],
    [
      'one frontend beside a public one',
      balancer([computed, { properties: { publicIPPrefix: { id: '/x' } } }]),
      ['broken'],
    ],
    ['a subnet', nic([{ properties: { subnet: { id: computed }, publicIPAddress: null } }]), []],
    ['the whole machine', { ...vm, properties: computed }, ['untold']],
  ])('of public addresses: %s', (_, one, expected) => {
    expect(verdicts(nothingFromInternet, one)).toEqual(expected);
  });
});

describe('private endpoints', () => {
  const vault = resource('Microsoft.KeyVault/vaults', 'kv', { properties: { publicNetworkAccess: 'Disabled' } });
  const endpoint = resource('Microsoft.Network/privateEndpoints', 'pep', {
    location: 'westeurope',
    properties: {
      privateLinkServiceConnections: [
        { properties: { privateLinkServiceId: vault.id.toUpperCase(), groupIds: ['vault'] } },
      ],
    },
  });
  const record = (privateDnsZoneId: string): Predicted =>
    resource('Microsoft.Network/privateEndpoints/privateDnsZoneGroups', 'pep/default', {
      properties: { privateDnsZoneConfigs: [{ properties: { privateDnsZoneId } }] },
    });

  it.each([
    '/subscriptions/hub/resourceGroups/dns/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net',
    "[reference('zones').outputs.vault.value]",
  ])('may have their zone elsewhere: %s', (zone) => {
    expect(count(privateEndpoints, vault, endpoint, record(zone))).toBe(0);
  });

  it.each<[string, Predicted]>([
    ['the zone', record("[reference('zones').outputs.vault.value]")],
    ['the list of zones', { ...record(''), properties: { privateDnsZoneConfigs: "[parameters('configs')]" } }],
  ])('are untold where only a deployment computes %s', (_, group) => {
    expect(verdicts(privateEndpoints, vault, endpoint, group)).toEqual(['untold']);
  });

  it('need a zone of their own service', () => {
    expect(
      count(
        privateEndpoints,
        vault,
        endpoint,
        record(`${scope}/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net`),
      ),
    ).toBe(1);
  });

  it('are needed for what an account holds, and one where it holds nothing', () => {
    const account = resource('Microsoft.Storage/storageAccounts', 'st', {
      properties: { publicNetworkAccess: 'Disabled' },
    });
    expect(count(privateEndpoints, account)).toBe(1);
    expect(
      count(
        privateEndpoints,
        account,
        resource('Microsoft.Storage/storageAccounts/queueServices/queues', 'st/default/q'),
      ),
    ).toBe(1);
  });
});

describe('secrets', () => {
  const held = (properties: object): number =>
    count(noSecrets, resource('Microsoft.Example/things', 'x', { properties }));

  it.each<[string, object]>([
    ['an expression', { adminPassword: "[getKeyVaultSecret('kv', 'p')]" }],
    ['the name of a secret', { secretName: 'vm-administrator-password' }],
    ['the id of a vault', { passwordSecret: `${scope}/Microsoft.KeyVault/vaults/kv` }],
    ['the address of a secret', { certificateSecret: 'https://kv.vault.azure.net/secrets/p/1' }],
    ['nothing', { adminPassword: '', secrets: null, password: null }],
    ['a switch', { allowSharedKeyAccess: false, disablePasswordAuthentication: true }],
    ['a switch that is written as a text', { useCustomToken: 'false' }],
    ['the name of a key', { keyname: 'key-encryption', publicKey: 'ssh-rsa AAAA' }],
    ['a setting of policy', { script: "Set-RegistryNumber $lsa 'LimitBlankPasswordUse' 1" }],
    [
      'a command that takes its secret from a vault',
      { commandToExecute: "[format('setup --password {0} {1}', reference('kv').password, 'it''s')]" },
    ],
    ['a named value', { parameters: [{ name: 'passwordLength', value: '14' }] }],
  ])('are not %s', (_, properties) => {
    expect(held(properties)).toBe(0);
  });

  it.each<[string, object]>([
    ['a password', { adminPassword: 'x' }],
    ['a key in other letters', { SharedKey: 'x' }],
    ['a secret', { secret: 'x' }],
    ['one in a list', { accounts: [{ password: 'x' }] }],
    ['a connection', { settings: ['Server=a;User Id=b;Password=c'] }],
    [
      'a literal in an expression',
      { commandToExecute: "[format('setup --password Hunter2! {0}', reference('x').outputs.id.value)]" },
    ],
    [
      'a literal in an expression, in a list',
      { fileUris: ["[concat(reference('st').uri, 'c/f?sv=1&sig=abcdefghijklmnop%3D')]"] },
    ],
    ['a private key', { data: '-----BEGIN RSA PRIVATE KEY-----' }],
    ['a variable of the environment', { env: [{ name: 'DB_PASSWORD', value: 'x' }] }],
  ])('are %s, told once', (_, properties) => {
    expect(held(properties)).toBe(1);
  });

  it.each([
    ["[parameters('x')]", true],
    ['[[not an expression]', false],
    ['[not closed', false],
    ['text', false],
    [7, false],
  ])('that only a deployment can tell: %s is %s', (value, is) => {
    expect(isUnresolved(value)).toBe(is);
  });
});

describe('logs', () => {
  const workspace = resource('Microsoft.OperationalInsights/workspaces', 'log', {
    properties: { retentionInDays: 90 },
  });
  const vault = resource('Microsoft.KeyVault/vaults', 'kv');
  const setting = (name: string, properties: object): Predicted => ({
    id: `${vault.id}/providers/Microsoft.Insights/diagnosticSettings/${name}`,
    type: 'Microsoft.Insights/diagnosticSettings',
    name,
    properties: { workspaceId: workspace.id.toUpperCase(), ...properties },
  });
  const logs = { logs: [{ categoryGroup: 'allLogs', enabled: true }] };
  const metrics = { metrics: [{ category: 'AllMetrics', enabled: true }] };

  it('may be sent by two settings, and to the workspace in any letters', () => {
    expect(count(diagnosticsEverywhere, vault, setting('a', logs), setting('b', metrics))).toBe(0);
    expect(count(diagnosticsEverywhere, vault, setting('a', logs))).toBe(1);
    expect(count(oneWorkspace, workspace, vault, setting('a', logs))).toBe(0);
  });

  const collecting = (logAnalytics: unknown): Predicted =>
    resource('Microsoft.Insights/dataCollectionRules', 'dcr', { properties: { destinations: { logAnalytics } } });

  it.each<[string, unknown, string[]]>([
    ['the workspace', [{ workspaceResourceId: workspace.id }], []],
    ['no workspace', [], ['broken']],
    ['nothing at all', undefined, ['broken']],
    ['a workspace that is computed', [{ workspaceResourceId: "[reference('x').id]" }], ['untold']],
    ['a list that is computed', "[reference('x').destinations]", ['untold']],
    ['both', [{ workspaceResourceId: workspace.id }, { workspaceResourceId: '/other' }], ['broken']],
  ])('of a data collection rule that sends to %s', (_, destinations, expected) => {
    expect(verdicts(oneWorkspace, workspace, collecting(destinations))).toEqual(expected);
  });

  it('of single categories count where they are sent to a workspace', () => {
    const blobs = resource('Microsoft.Storage/storageAccounts/blobServices', 'st/default');
    const sent = (properties: object): Predicted => ({
      ...setting('a', { ...metrics, logs: ['StorageWrite', 'StorageDelete'].map(on), ...properties }),
      id: `${blobs.id}/providers/Microsoft.Insights/diagnosticSettings/a`,
    });
    const on = (category: string): object => ({ category, enabled: true });
    const changes = (estate: Estate): readonly Violation[] => diagnosticsEverywhere(estate, 'changes');
    expect(count(changes, blobs, sent({}))).toBe(0);
    expect(count(changes, blobs, sent({ workspaceId: null, metrics: [] }), sent({ logs: [] }))).toBe(1);
  });

  it('are asked of what has them', () => {
    const gateway = (sku: string): Predicted => resource('Microsoft.Network/natGateways', 'ng', { sku: { name: sku } });
    expect(count(diagnosticsEverywhere, gateway('Standard'), resource('Microsoft.Compute/disks', 'd'))).toBe(0);
    expect(verdicts(diagnosticsEverywhere, resource('Microsoft.Example/things', 'x'))).toEqual(['untold']);
    expect(verdicts(diagnosticsEverywhere, resource('Microsoft.Sql/servers/connectionPolicies', 'sql/a'))).toEqual([]);
    expect(count(diagnosticsEverywhere, gateway('StandardV2'))).toBe(1);
  });

  it.each([
    [90, 0],
    [365, 0],
    ["[parameters('days')]", 0],
    [89, 1],
    [null, 1],
  ])('kept for %s days break the rule %i times', (retentionInDays, times) => {
    const table = resource('Microsoft.OperationalInsights/workspaces/tables', 'log/Event', {
      properties: { retentionInDays: -1 },
    });
    expect(count((estate) => retention(estate, 90), { ...workspace, properties: { retentionInDays } }, table)).toBe(
      times,
    );
  });
});

it.each<[unknown, string[]]>([
  [-1, []],
  [90, []],
  [7, ['broken']],
  ["[parameters('days')]", ['untold']],
])('a table that keeps logs for %s days', (retentionInDays, expected) => {
  const table = resource('Microsoft.OperationalInsights/workspaces/tables', 'log/Event', {
    properties: { retentionInDays },
  });
  expect(verdicts((estate) => retention(estate, 90), table)).toEqual(expected);
});

describe('tags, regions, sizes and keys', () => {
  it('take the names of tags in any letters, and with dots', () => {
    const tags = { Owner: 'a', 'cost.center': 'b' };
    expect(count((estate) => tagged(estate, ['owner', 'cost.center']), { ...vm, tags })).toBe(0);
    expect(count((estate) => tagged(estate, ['owner', 'cost.centre']), { ...vm, tags })).toBe(1);
  });

  it('ask no tags of what takes none, nor of what its module gives none', () => {
    const untagged = [
      'Microsoft.Authorization/locks',
      'Microsoft.RecoveryServices/vaults/backupPolicies',
      'Microsoft.Example/things',
    ];
    expect(count((estate) => tagged(estate, ['owner']), ...untagged.map((type) => resource(type, 'x/y')))).toBe(0);
  });

  it.each<[string, string, unknown, string[]]>([
    ['of a type that nobody knows, with all', 'Microsoft.Example/things', { owner: 'a' }, []],
    ['of a type that nobody knows, with none', 'Microsoft.Example/things', undefined, ['untold']],
    ['that are computed', vm.type, "[parameters('tags')]", ['untold']],
    ['that are not there', vm.type, {}, ['broken']],
  ])('judge tags %s', (_, type, tags, expected) => {
    expect(verdicts((estate) => tagged(estate, ['owner']), resource(type, 'x', { tags }))).toEqual(expected);
  });

  it.each(['westeurope', 'West Europe', 'WESTEUROPE', 'global', '[resourceGroup().location]', null])(
    'take %s for a region that is allowed',
    (location) => {
      expect(count((estate) => inRegions(estate, ['westeurope']), { ...vm, location })).toBe(0);
    },
  );

  it('take a size in any letters', () => {
    const sized = { ...vm, properties: { hardwareProfile: { vmSize: 'standard_d2s_V5' } } };
    expect(count((estate) => ofSizes(estate, ['Standard_D2s_v5']), sized)).toBe(0);
  });

  it('take a disk for bound by what it says itself', () => {
    const set = `${scope}/Microsoft.Compute/diskEncryptionSets/des`;
    const disk = resource('Microsoft.Compute/disks', 'd', { properties: { encryption: { diskEncryptionSetId: set } } });
    const machine = {
      ...vm,
      properties: {
        storageProfile: {
          osDisk: { managedDisk: { diskEncryptionSet: { id: set } } },
          dataDisks: [{ managedDisk: { id: disk.id.toUpperCase() } }],
        },
      },
    };
    expect(count(managedKeys, machine, disk)).toBe(0);
    expect(count(managedKeys, machine)).toBe(1);
  });
});

describe('the route to the firewall of a hub', () => {
  const tableId = `${scope}/Microsoft.Network/routeTables/rt`;
  const routed = (name: string, id: string): Predicted =>
    resource('Microsoft.Network/virtualNetworks/subnets', `vnet/${name}`, { properties: { routeTable: { id } } });
  const table = (routes: unknown): Predicted =>
    resource('Microsoft.Network/routeTables', 'rt', { properties: { routes } });
  const to = (nextHopIpAddress: string, nextHopType = 'VirtualAppliance') => [
    { name: 'udr', properties: { addressPrefix: '0.0.0.0/0', nextHopType, nextHopIpAddress } },
  ];
  const told = (...resources: readonly Predicted[]): string[] =>
    verdicts((estate) => throughFirewall(estate, '10.1.2.4'), ...resources);

  it.each([
    ['the firewall', to('10.1.2.4'), []],
    ['another address', to('10.1.2.5'), ['broken']],
    ['the internet', to('', 'Internet'), ['broken']],
    ['an address that a deployment computes', to("[reference('fw')]"), ['untold']],
    ['routes that a deployment computes', '[variables(1)]', ['untold']],
    ['nothing', [], ['broken']],
  ])('leads to %s', (_, routes, expected) => {
    expect(told(routed('snet', tableId), table(routes))).toEqual(expected);
  });

  it('may be a resource of its own, and be one that only a deployment computes', () => {
    const route = (addressPrefix: string): Predicted =>
      resource('Microsoft.Network/routeTables/routes', 'rt/default', {
        properties: { addressPrefix, nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.1.2.4' },
      });
    const to = (addressPrefix: string) => told(routed('snet', tableId), table([]), route(addressPrefix));
    expect(to('0.0.0.0/0')).toEqual([]);
    expect(to('10.0.0.0/8')).toEqual(['broken']);
    expect(to("[reference('all')]")).toEqual(['untold']);
  });

  it('is told once of a table that several subnets have', () => {
    const subnets = ['one', 'two', 'three'].map((name) => routed(name, tableId));
    expect(told(...subnets, table(to('10.1.2.5')))).toEqual(['broken']);
    expect(told(...['one', 'two'].map((name) => routed(name, '')))).toEqual(['broken', 'broken']);
  });

  it('is unknown for a table that is elsewhere', () => {
    expect(told(routed('snet', tableId))).toEqual(['untold']);
  });

  it('is not for subnets that Azure allows none on, nor for those of private endpoints', () => {
    const used = { properties: { subnet: { id: `${scope}/Microsoft.Network/virtualNetworks/vnet/subnets/snet-e` } } };
    const endpoint = resource('Microsoft.Network/privateEndpoints', 'pep', used);
    const nic = resource('Microsoft.Network/networkInterfaces', 'nic', { properties: { ipConfigurations: [used] } });
    const subnets = ['AzureBastionSubnet', 'GatewaySubnet', 'snet-e'].map((name) => routed(name, ''));
    expect(told(...subnets, endpoint)).toEqual([]);
    expect(told(...subnets, endpoint, nic)).toEqual(['broken']);
  });

  it('makes the tag VirtualNetwork the internet, for rules of its subnet alone', () => {
    const group = resource('Microsoft.Network/networkSecurityGroups', 'nsg', {
      properties: {
        securityRules: [
          securityRule({
            direction: 'Outbound',
            destinationAddressPrefix: 'VirtualNetwork',
            destinationPortRange: '*',
          }),
        ],
      },
    });
    const beside = (id: string): Predicted =>
      resource('Microsoft.Network/virtualNetworks/subnets', 'vnet/snet', {
        properties: { routeTable: { id }, networkSecurityGroup: { id: group.id } },
      });
    expect(verdicts(noOpenWayOut, group, beside(tableId), table(to('10.1.2.4')))).toEqual(['broken']);
    expect(verdicts(noOpenWayOut, group, beside(''), table(to('10.1.2.4')))).toEqual([]);
  });
});

describe('flow logs', () => {
  const network = resource('Microsoft.Network/virtualNetworks', 'vnet');
  const flow = (properties: object): Predicted =>
    resource('Microsoft.Network/networkWatchers/flowLogs', 'nw/fl', {
      properties: {
        enabled: true,
        targetResourceId: network.id.toUpperCase(),
        flowAnalyticsConfiguration: { networkWatcherFlowAnalyticsConfiguration: { enabled: true } },
        retentionPolicy: { enabled: true, days: 90 },
        ...properties,
      },
    });
  const told = (mode: 'optional' | 'required', ...resources: readonly Predicted[]): string[] =>
    verdicts((estate) => flowsRecorded(estate, { mode, days: 90 }), ...resources);

  it.each([
    ['as required', {}, []],
    ['kept without limit', { retentionPolicy: { enabled: false, days: 0 } }, []],
    ['kept for a day less', { retentionPolicy: { enabled: true, days: 89 } }, ['broken']],
    ['kept for as long as a deployment computes', { retentionPolicy: { enabled: true, days: '[int(1)]' } }, ['untold']],
    ['that is off', { enabled: false }, ['broken']],
    ['without analytics', { flowAnalyticsConfiguration: {} }, ['broken']],
  ])('%s', (_, properties, expected) => {
    expect(told('required', network, flow(properties))).toEqual(expected);
  });

  it('are missing only if every network needs one', () => {
    expect(told('optional', network)).toEqual([]);
    expect(told('required', network)).toEqual(['broken']);
    expect(told('required', network, flow({ targetResourceId: `${network.id}-other` }))).toEqual(['broken']);
    expect(told('required', network, flow({ targetResourceId: "[reference('network')]" }))).toEqual(['untold']);
  });
});

describe('auto-shutdown', () => {
  const schedule = (properties: object): Predicted =>
    resource('Microsoft.DevTestLab/schedules', 'shutdown', {
      properties: {
        status: 'Enabled',
        taskType: 'ComputeVmShutdownTask',
        targetResourceId: vm.id.toUpperCase(),
        ...properties,
      },
    });

  it.each([
    ['every day', { dailyRecurrence: { time: '1900' } }, []],
    ['once a week', { weeklyRecurrence: { weekdays: ['Friday'], time: '1900' } }, ['broken']],
    ['never, as it is off', { dailyRecurrence: { time: '1900' }, status: 'Disabled' }, ['broken']],
    ['for another VM', { dailyRecurrence: { time: '1900' }, targetResourceId: `${vm.id}-other` }, ['broken']],
  ])('%s', (_, properties, expected) => {
    expect(verdicts(shutDownDaily, vm, schedule(properties))).toEqual(expected);
  });
});

describe('the daily cap of a workspace', () => {
  const workspace = resource('Microsoft.OperationalInsights/workspaces', 'log', {
    properties: { workspaceCapping: { dailyQuotaGb: 5 } },
  });
  const alert = (...scopes: readonly string[]): Predicted =>
    resource('Microsoft.Insights/scheduledQueryRules', 'alert', {
      properties: { scopes, criteria: { allOf: [{ query: '_LogOperation | where Operation has "OverQuota"' }] } },
    });

  it.each([
    ['on the workspace', [workspace.id.toUpperCase()], []],
    ['on its resource group', [workspace.id.replace(/\/providers.*/, '')], []],
    ['on another', [`${workspace.id}-other`], ['broken']],
    ['on what a deployment computes', ["[reference('workspace')]"], ['untold']],
  ])('is reported by an alert %s', (_, scopes, expected) => {
    expect(verdicts(capsReported, workspace, alert(...scopes))).toEqual(expected);
  });
});

describe('budgets', () => {
  const budget = (notification: object): Predicted =>
    resource('Microsoft.Consumption/budgets', 'budget', { properties: { notifications: { one: notification } } });
  const both = (more: object): readonly Predicted[] =>
    ['Actual', 'Forecasted'].map((thresholdType) =>
      budget({ enabled: true, thresholdType, contactEmails: ['a@example.com'], ...more }),
    );

  it.each([
    ['notify of both', {}, []],
    ['are off', { enabled: false }, ['broken', 'broken', 'broken', 'broken']],
    ['are switched by a deployment', { enabled: "[parameters('on')]" }, ['untold']],
    ['have receivers that a deployment computes', { contactEmails: "[parameters('to')]" }, ['untold']],
    ['have a kind that a deployment computes', { thresholdType: "[parameters('kind')]" }, ['untold']],
  ])('%s', (_, more, expected) => {
    expect(verdicts(budgetsNotify, ...both(more))).toEqual(expected);
  });
});

describe('address ranges of virtual networks', () => {
  const { views } = resolve(answersWith());
  const rule = ruleDefinition('NET-001');
  const network = (addressPrefixes: unknown): Predicted =>
    resource('Microsoft.Network/virtualNetworks', 'vnet', { properties: { addressSpace: { addressPrefixes } } });

  it.each([
    ['private', ['10.0.0.0/16', '100.64.0.0/10'], []],
    ['public', ['10.0.0.0/16', '20.0.0.0/16'], ['broken']],
    ['one that a deployment computes', ["[parameters('range')]"], ['untold']],
    ['all that a deployment computes', "[parameters('ranges')]", ['untold']],
  ])('%s', (_, prefixes, expected) => {
    const [view] = views;
    if (!view || !rule) throw new Error('no rule');
    const check = (estate: Estate): readonly Violation[] => rule.check(estate, rule.parameters.defaults, view);
    expect(verdicts(check, network(prefixes))).toEqual(expected);
  });
});
