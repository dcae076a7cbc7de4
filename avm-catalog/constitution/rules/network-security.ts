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

/** What may reach what. */
export const networkSecurity: readonly RuleDefinition[] = [
  rule({
    id: 'SEC-001',
    category: 'network',
    title: 'Network security group on every subnet',
    level: 'must',
    elsewhere: {
      psrule: ['Azure.VNET.UseNSGs'],
      policy: ['Subnets should be associated with a Network Security Group'],
    },
    statement: () => 'Every subnet has a network security group, but for those that Azure allows none on.',
    exceptions: subnetsWithoutGroup.map((what) => ({ what, why: 'Azure allows no network security group on it' })),
    shapes: 'One network security group is made for each subnet, with the rules the components on it need.',
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
    statement: () =>
      'No network security group allows inbound traffic from the internet, and no network interface, VM, or load balancer has a public IP address. The HTTPS endpoint of Azure Bastion is the one exception.',
    wish: inboundFromInternet,
    shapes: 'Network interfaces get private addresses only; inbound rules name private ranges or service tags.',
    without: {
      'virtual-machine': {
        statement: () =>
          'No network security group allows inbound traffic from the internet, and no network interface has a public IP address.',
      },
    },
    appliesTo: [securityGroups, networkInterfaces, virtualMachines, loadBalancers],
    check: nothingFromInternet,
  }),
  rule({
    id: 'SEC-003',
    category: 'network',
    title: 'Explicit deny-all inbound',
    level: 'must',
    statement: () => 'Every network security group ends in a rule that denies all inbound traffic.',
    shapes: 'A DenyAllInbound rule with priority 4000 closes each group.',
    appliesTo: [securityGroups],
    check: denyAllInbound,
  }),
  rule({
    id: 'SEC-004',
    of: ['virtual-machine'],
    category: 'network',
    title: 'Administration through Bastion',
    level: 'must',
    statement: () =>
      'Ports of administration (22, 3389, 5985, and 5986) open to the subnet of Azure Bastion alone, in the network of the workload or in the hub.',
    wish: publicAddress,
    shapes: 'Remote desktop is reachable from the subnet of Azure Bastion alone.',
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
        'there is no Bastion host and no hub to have one',
        'bastion.enabled=true',
      ),
  }),
  ruleWith<JustInTimeParameters>({
    id: 'SEC-005',
    of: ['virtual-machine'],
    category: 'network',
    title: 'Just-in-time access',
    level: 'must',
    elsewhere: {
      policy: ['Management ports of virtual machines should be protected with just-in-time network access control'],
    },
    parameters: {
      schema: (z) => z.strictObject({ maxHours: z.int().min(1).max(24).describe('Longest time a port stays open') }),
      defaults: { maxHours: 3 },
    },
    statement: ({ maxHours }) =>
      `Every VM has a just-in-time access policy: its ports of administration are closed until access is requested, and then open for ${maxHours} hours at most.`,
    shapes: 'A just-in-time policy covers the machine and no standing rule allows remote desktop.',
    appliesTo: [virtualMachines, securityGroups, accessPolicies],
    check: (estate, { maxHours }) => justInTime(estate, maxHours),
    breaks: (view) =>
      unless(
        justInTimeInputs.of(view).enabled,
        'justInTime.enabled',
        'just-in-time access is switched off',
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
      'Subnets have no default outbound access; what leaves the network leaves by a way that was planned.',
    shapes: 'Every subnet sets defaultOutboundAccess to false; a NAT gateway gives outbound access where there is one.',
    appliesTo: [subnets],
    check: privateSubnets,
  }),
  rule({
    id: 'SEC-008',
    category: 'network',
    title: 'Storage and key vault by private endpoint',
    level: 'must',
    elsewhere: {
      psrule: ['Azure.KeyVault.Firewall', 'Azure.Storage.Firewall'],
      policy: ['Azure Key Vaults should use private link', 'Storage accounts should use private link'],
    },
    statement: () =>
      'Storage accounts and key vaults are reachable through private endpoints only, each with a record in its private DNS zone. Links of zones that this workspace does not deploy are not covered.',
    wish: publicAccess,
    shapes: 'Public network access is disabled; each gets a private endpoint and a DNS record.',
    appliesTo: [storageAccounts, keyVaults, privateEndpoints, dnsZones],
    check: byPrivateEndpoint,
  }),
];
