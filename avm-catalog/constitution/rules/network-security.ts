import { ownedRanges } from '../../kernel/address-spaces.ts';
import type { JustInTimeParameters } from '../../kernel/rule-parameters.ts';
import { rule, ruleWith, unless, type RuleDefinition } from '../rule.ts';
import {
  accessPolicies,
  dnsZones,
  keyVaults,
  loadBalancers,
  networkInterfaces,
  privateEndpoints,
  securityGroups,
  storageAccounts,
  subnets,
  virtualMachines,
} from '../subject.ts';
import {
  administrationThroughBastion,
  denyAllInbound,
  groupOnEverySubnet,
  justInTime,
  nothingFromInternet,
  privateSubnets,
  subnetsWithoutGroup,
} from './network-checks.ts';
import { privateEndpoints as byPrivateEndpoint } from './private-endpoint-checks.ts';
import { inboundFromInternet, publicAccess, publicAddress } from './wishes.ts';
import { bastionInputs } from '../../components/bastion/inputs.ts';
import { justInTimeInputs } from '../../components/just-in-time/inputs.ts';
import { azure, mcsb } from '../sources.ts';

/** Network segmentation and access. */
export const networkSecurity: readonly RuleDefinition[] = [
  rule({
    id: 'SEC-001',
    category: 'network',
    title: 'Network security groups on subnets',
    level: 'must',
    elsewhere: {
      psrule: ['Azure.VNET.UseNSGs'],
      policy: ['Subnets should be associated with a Network Security Group'],
    },
    controls: { mcsb: ['NS-1'] },
    statement: () => 'The workload MUST have a network security group on every subnet where Azure supports one.',
    rationale:
      'Without a network security group, Azure filters no traffic: any host in the virtual network or a peered one can reach every port in the subnet.',
    source: mcsb('NS-1'),
    exceptions: subnetsWithoutGroup.map((what) => ({
      what,
      why: 'Azure doesn’t support a network security group on it',
    })),
    shapes: 'The template deploys one network security group for each subnet, with the rules that its components need.',
    appliesTo: [subnets],
    check: groupOnEverySubnet,
  }),
  rule({
    id: 'SEC-002',
    category: 'network',
    title: 'No inbound traffic from the internet',
    level: 'must',
    elsewhere: {
      psrule: ['Azure.NSG.AnyInboundSource', 'Azure.VM.PublicIPAttached'],
      policy: ['Network interfaces should not have public IPs'],
    },
    controls: { mcsb: ['NS-1'], cis2: ['6.1', '6.2', '6.3', '6.4'], cis3: ['7.1', '7.2', '7.3', '7.4'] },
    statement: () =>
      'The workload MUST NOT allow inbound traffic from the internet in a network security group, or have a public IP address on a network interface, VM, or load balancer. The HTTPS endpoint of Azure Bastion is the only exception.',
    rationale:
      'A resource with an inbound path from the internet is exposed to port scans, brute-force sign-ins, and exploits of known vulnerabilities.',
    source: mcsb('NS-1'),
    wish: inboundFromInternet,
    shapes:
      'Network interfaces get private IP addresses only. Inbound rules name private address ranges or service tags as their source.',
    without: {
      'virtual-machine': {
        statement: () =>
          'The workload MUST NOT allow inbound traffic from the internet in a network security group, or have a public IP address on a network interface.',
      },
    },
    appliesTo: [securityGroups, networkInterfaces, virtualMachines, loadBalancers],
    check: (estate, _, view) => nothingFromInternet(estate, ownedRanges(view.rules)),
  }),
  rule({
    id: 'SEC-003',
    category: 'network',
    title: 'Deny-all inbound rule',
    level: 'must',
    controls: { mcsb: ['NS-1'] },
    statement: () => 'The workload MUST end every network security group with a rule that denies all inbound traffic.',
    rationale:
      'The default rules of Azure allow inbound traffic from the whole virtual network, including peered networks.',
    source: azure('Network security groups', 'virtual-network/network-security-groups-overview'),
    shapes: 'DenyAllInbound, with priority 4000, is the last rule of each network security group.',
    appliesTo: [securityGroups],
    check: denyAllInbound,
  }),
  rule({
    id: 'SEC-004',
    of: ['virtual-machine'],
    category: 'network',
    title: 'Administrative access through Azure Bastion',
    level: 'must',
    controls: { mcsb: ['NS-3'], cis2: ['6.1', '6.2', '7.1'], cis3: ['7.1', '7.2', '8.1'] },
    statement: () =>
      'The workload MUST open administrative ports (22, 3389, 5985, and 5986) only to the subnet of Azure Bastion, in its own virtual network or in the hub.',
    rationale:
      'Azure Bastion connects to the VM over its private IP address, so administrative ports are exposed neither to the internet nor to the rest of the network.',
    source: azure('Azure Bastion', 'bastion/bastion-overview'),
    wish: publicAddress,
    shapes: 'RDP is allowed only from the subnet of Azure Bastion.',
    appliesTo: [virtualMachines, securityGroups, accessPolicies],
    check: (estate, _, view) =>
      administrationThroughBastion(
        estate,
        view.core.network.topology === 'hub' ? view.core.network.hub.bastionSubnet : '',
      ),
    breaks: (view) =>
      unless(
        view.core.network.topology === 'hub' || bastionInputs.of(view).enabled,
        'bastion.enabled',
        'the workload has neither a Bastion host nor a hub that provides one',
        'bastion.enabled=true',
      ),
  }),
  ruleWith<JustInTimeParameters>({
    id: 'SEC-005',
    of: ['virtual-machine'],
    category: 'network',
    title: 'Just-in-time VM access',
    level: 'must',
    elsewhere: {
      policy: ['Management ports of virtual machines should be protected with just-in-time network access control'],
    },
    controls: { mcsb: ['NS-3', 'PA-2'] },
    parameters: {
      schema: (z) =>
        z.strictObject({ maxHours: z.int().min(1).max(24).describe('Maximum time that a port stays open, in hours') }),
      defaults: { maxHours: 3 },
    },
    statement: ({ maxHours }) =>
      `The workload MUST protect every VM with a just-in-time access policy. Administrative ports are closed until access is requested, and then open for at most ${maxHours === 1 ? '1 hour' : `${maxHours} hours`}.`,
    rationale: 'A port that is always open can be attacked at any time.',
    source: azure('Just-in-time VM access', 'defender-for-cloud/just-in-time-access-overview'),
    shapes: 'A just-in-time access policy covers the VM, and no permanent rule allows RDP.',
    appliesTo: [virtualMachines, securityGroups, accessPolicies],
    check: (estate, { maxHours }) => justInTime(estate, maxHours),
    breaks: (view) =>
      unless(
        justInTimeInputs.of(view).enabled,
        'justInTime.enabled',
        'just-in-time access is disabled',
        'justInTime.enabled=true',
      ),
  }),
  rule({
    id: 'SEC-006',
    category: 'network',
    title: 'Private subnets',
    level: 'must',
    elsewhere: { psrule: ['Azure.VNET.PrivateSubnet'], policy: ['Subnets should be private'] },
    statement: () =>
      'The workload MUST disable default outbound access on every subnet, so that outbound traffic needs an explicit path.',
    rationale:
      'Default outbound access uses a public IP address that Microsoft owns and can change, so others can’t put it on an allow list.',
    source: azure('Default outbound access', 'virtual-network/ip-services/default-outbound-access'),
    shapes: 'Every subnet sets defaultOutboundAccess to false.',
    appliesTo: [subnets],
    check: privateSubnets,
  }),
  rule({
    id: 'SEC-008',
    category: 'network',
    title: 'Private endpoints for storage accounts and key vaults',
    level: 'must',
    elsewhere: {
      psrule: ['Azure.KeyVault.Firewall', 'Azure.Storage.Firewall'],
      policy: ['Azure Key Vaults should use private link', 'Storage accounts should use private link'],
    },
    controls: { mcsb: ['NS-2', 'DP-8'], cis2: ['3.10', '8.7'], cis3: ['3.3.7', '4.6', '4.9'] },
    statement: () =>
      'The workload MUST make storage accounts and key vaults reachable only through private endpoints, each with a record in its private DNS zone. Virtual network links of DNS zones that this workspace doesn’t deploy aren’t covered.',
    rationale:
      'A public endpoint accepts connections from any network, so one leaked credential is enough to read the data.',
    source: mcsb('NS-2'),
    wish: publicAccess,
    shapes: 'Public network access is disabled. Each resource gets a private endpoint and a DNS record.',
    appliesTo: [storageAccounts, keyVaults, privateEndpoints, dnsZones],
    check: byPrivateEndpoint,
  }),
];
