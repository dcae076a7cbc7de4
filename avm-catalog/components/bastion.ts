import { literals, string } from '../../src/bicep/type.ts';
import { param } from '../../src/bicep/value.ts';
import { bastionZones } from '../azure/bastion-zones.ts';
import { offerProblems } from '../azure/offer-problems.ts';
import { component, type Composer, type View } from '../component.ts';
import { diagnostics, zones } from '../patterns.ts';
import type { SecurityRule } from '../slots.ts';

export interface BastionInputs {
  readonly enabled: boolean;
  readonly sku: 'Basic' | 'Standard' | 'Premium';
  /** auto: all three where Azure is known to offer Bastion in zones, none elsewhere. */
  readonly zones: 'auto' | 'all' | 'none';
}
declare module '../component.ts' {
  interface Inputs {
    bastion: BastionInputs;
  }
}

export const bastion = component({
  name: 'bastion',
  title: 'Azure Bastion',
  summary: 'The one way in for administrators',
  serves: ['FR-004', 'SEC-004'],
  inputs: {
    key: 'bastion',
    schema: (z) =>
      z.strictObject({
        enabled: z.boolean().describe('Has no effect where the topology is hub'),
        sku: z.enum(['Basic', 'Standard', 'Premium']),
        zones: z
          .enum(['auto', 'all', 'none'])
          .describe(
            'Availability zones (preview): auto takes all three in regions where Azure is known to offer Bastion in zones, and none elsewhere',
          ),
      }),
    defaults: ({ rules }) => ({ enabled: rules.on('SEC-004'), sku: 'Standard', zones: 'auto' }),
    questions: [
      { path: 'enabled', ask: 'Is there to be a Bastion host?', kind: 'confirm' },
      {
        path: 'sku',
        ask: 'Which Bastion?',
        kind: 'choice',
        when: (inputs) => inputs['enabled'] === true,
        choices: () => [
          { value: 'Basic' },
          { value: 'Standard', name: 'Standard (native client, file copy)' },
          { value: 'Premium', name: 'Premium (session recording)' },
        ],
      },
    ],
    switchOn: { enabled: true },
  },
  switchedBy: ['bastion.enabled', 'network.topology'],
  enabled: isOn,
  check: (view) =>
    isOn(view) && view.inputs.bastion.zones === 'all'
      ? offerProblems(view.core.location.region, {
          service: 'zonalBastion',
          answer: 'bastion.zones',
          instead: 'bastion.zones=none',
        })
      : [],
  contribute: (c) => {
    c.name('bastion', { type: 'Microsoft.Network/bastionHosts' });
    c.name('bastionPublicIp', { type: 'Microsoft.Network/publicIPAddresses', qualifier: 'bastion' });
    c.contribute('subnet', { key: 'bastion', purpose: 'Azure Bastion' });
    c.contribute('administration', { prefix: param('subnetPrefixes', 'bastion') });
    for (const rule of bastionRules) c.contribute('securityRule', { subnet: 'bastion', rule });
  },
  compose: (c) => {
    c.module({
      symbol: 'bastion',
      module: 'network/bastion-host',
      comment: 'Azure Bastion: the one way in for administrators',
      makes: ['bastion'],
      params: {
        name: c.reference('bastion'),
        skuName: sku(c),
        virtualNetworkResourceId: c.id('virtualNetwork'),
        availabilityZones: hostZones(c),
        publicIPAddressObject: {
          name: c.reference('bastionPublicIp'),
          availabilityZones: zones(c),
          diagnosticSettings: diagnostics(c),
        },
        diagnosticSettings: diagnostics(c),
      },
    });
    c.output('bastionName', string, 'Name of the Bastion host', c.reference('bastion'));
  },
});

function isOn({ core, inputs }: View): boolean {
  return inputs.bastion.enabled && core.network.topology === 'simple';
}

function hostZones(c: Composer) {
  return c.choose({
    name: 'bastionZones',
    type: { kind: 'array', of: { kind: 'literals', of: [1, 2, 3] } },
    description: 'Availability zones of the Bastion host; none where Azure is not known to offer them',
    value: bastionZones,
    answers: ['bastion.zones', 'location.region'],
    ids: ['RES-005'],
  });
}

function sku(c: Composer) {
  return c.choose({
    name: 'bastionSku',
    type: literals('Basic', 'Standard', 'Premium'),
    description: 'Tier of the Bastion host',
    value: (view) => view.inputs.bastion.sku,
    answers: ['bastion.sku'],
  });
}

function allow(
  name: string,
  priority: number,
  direction: 'Inbound' | 'Outbound',
  source: string,
  destination: string,
  ports: readonly string[],
  description: string,
): SecurityRule {
  return {
    name,
    priority,
    direction,
    access: 'Allow',
    protocol: ports.length > 1 && ports[0] === '8080' ? '*' : 'Tcp',
    description,
    source,
    destination,
    ports,
  };
}

/** What Azure requires of the group on AzureBastionSubnet (Azure docs: bastion-nsg). */
const bastionRules: readonly SecurityRule[] = [
  allow('AllowHttpsInbound', 100, 'Inbound', 'Internet', '*', ['443'], 'Administrators’ browsers and clients'),
  allow('AllowGatewayManagerInbound', 110, 'Inbound', 'GatewayManager', '*', ['443'], 'Control plane of Azure Bastion'),
  allow('AllowAzureLoadBalancerInbound', 120, 'Inbound', 'AzureLoadBalancer', '*', ['443'], 'Health probes'),
  allow(
    'AllowBastionHostInbound',
    130,
    'Inbound',
    'VirtualNetwork',
    'VirtualNetwork',
    ['8080', '5701'],
    'Between the hosts of Azure Bastion',
  ),
  allow('AllowRemoteDesktopOutbound', 100, 'Outbound', '*', 'VirtualNetwork', ['22', '3389'], 'Sessions to machines'),
  allow('AllowAzureCloudOutbound', 110, 'Outbound', '*', 'AzureCloud', ['443'], 'Logs and control plane'),
  allow(
    'AllowBastionHostOutbound',
    120,
    'Outbound',
    'VirtualNetwork',
    'VirtualNetwork',
    ['8080', '5701'],
    'Between the hosts of Azure Bastion',
  ),
  allow(
    'AllowSessionInformationOutbound',
    130,
    'Outbound',
    '*',
    'Internet',
    ['80'],
    'Certificate validation and session information',
  ),
];
