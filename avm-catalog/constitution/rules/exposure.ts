import { ownedRanges } from '../../kernel/address-spaces.ts';
import type { EnvironmentsParameters } from '../../kernel/rule-parameters.ts';
import { rule, ruleWith, unless, type RuleDefinition } from '../rule.ts';
import {
  collectionEndpoints,
  logWorkspaces,
  privateEndpoints,
  securityGroups,
  subnets,
  virtualMachines,
  virtualNetworks,
  windowsVms,
} from '../subject.ts';
import { environmentsParameters, inOtherEnvironments } from './by-environment.ts';
import { networksEncrypted } from './network-encryption-checks.ts';
import { existingTableIn, firewallIn } from '../../components/route-table/inputs.ts';
import { monitorPrivateLinkInputs } from '../../components/monitor-private-link/inputs.ts';
import { privateIngestion } from './log-access-checks.ts';
import { antimalware, groupsRuleEndpoints, noOpenWayOut } from './exposure-checks.ts';
import { subnetsWithoutRoutes, throughFirewall } from './route-checks.ts';
import { openWayOut } from './wishes.ts';
import { azure, mcsb } from '../sources.ts';

export const exposure: readonly RuleDefinition[] = [
  rule({
    id: 'SEC-020',
    category: 'network',
    title: 'Restricted outbound access',
    level: 'must',
    statement: () =>
      'The workload MUST NOT add a network security group rule that allows all outbound traffic to the internet. The default rules of Azure aren’t covered.',
    rationale:
      'Rules that name their ports limit where a compromised resource can send data, and which channels can control it.',
    wish: openWayOut,
    shapes: 'Outbound rules to the internet name their ports.',
    appliesTo: [securityGroups],
    exceptions: [
      {
        what: 'The default rule AllowInternetOutBound',
        why: 'Azure adds it to every network security group, and you can’t remove it. A subnet without default outbound access (SEC-006) has only explicit outbound paths.',
      },
    ],
    check: (estate, _, view) => noOpenWayOut(estate, ownedRanges(view.rules)),
  }),
  rule({
    id: 'SEC-022',
    of: ['virtual-machine'],
    category: 'hardening',
    title: 'Antimalware',
    level: 'must',
    controls: { mcsb: ['ES-2'], cis2: ['7.6'], cis3: ['8.8'] },
    statement: () =>
      'The workload MUST run the Microsoft Antimalware extension on every Windows VM, with antimalware and real-time protection enabled.',
    rationale:
      'Real-time protection blocks known malware when it’s written or started, before a scheduled scan would find it.',
    source: mcsb('ES-2'),
    shapes: 'The template installs the antimalware extension on the VM.',
    appliesTo: [windowsVms],
    check: antimalware,
  }),
  rule({
    id: 'SEC-023',
    category: 'network',
    title: 'Network policies for private endpoints',
    level: 'must',
    statement: () => 'The workload MUST apply the network security group of a subnet to the private endpoints in it.',
    rationale:
      'By default, network security groups don’t apply to private endpoints, so their rules have no effect on that traffic.',
    source: azure('Network policies for private endpoints', 'private-link/disable-private-endpoint-network-policy'),
    shapes: 'Subnets enable network policies for private endpoints.',
    appliesTo: [privateEndpoints],
    check: groupsRuleEndpoints,
  }),
  rule({
    id: 'SEC-027',
    of: ['route-table'],
    category: 'network',
    title: 'Outbound traffic through the hub’s firewall',
    level: 'should',
    controls: { mcsb: ['NS-3'] },
    statement: () =>
      'The workload SHOULD send the outbound traffic of its subnets through the firewall of the hub, where the hub has one.',
    rationale: 'A firewall also filters by domain name, and logs every connection in one place.',
    source: mcsb('NS-3'),
    shapes: 'A route table sends 0.0.0.0/0 to the firewall of the hub, and subnets use it.',
    exceptions: [
      ...subnetsWithoutRoutes.map((what) => ({ what, why: 'Azure doesn’t support this route on it' })),
      { what: 'Subnets that have only private endpoints', why: 'Private endpoints open no connections' },
    ],
    appliesTo: [subnets],
    notApplicable: (view) =>
      existingTableIn(view) !== ''
        ? 'there’s no route table in this workspace: routeTable.id names an existing one'
        : firewallIn(view) === ''
          ? 'there’s no firewall of a hub in the settings'
          : undefined,
    check: (estate, _, view) => throughFirewall(estate, firewallIn(view)),
  }),
  ruleWith<EnvironmentsParameters>({
    id: 'SEC-033',
    category: 'encryption',
    title: 'Virtual network encryption',
    level: 'off',
    parameters: environmentsParameters,
    notApplicable: inOtherEnvironments,
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, the workload MUST encrypt every virtual network, and run VMs in it on sizes that support this, with accelerated networking.`,
    rationale:
      'Some protocols don’t encrypt what they send. The network encrypts it between hosts, without a change to the application.',
    source: azure('Virtual network encryption', 'virtual-network/virtual-network-encryption-overview'),
    shapes: 'The virtual network has the encryption in network.encryption. Azure offers no enforcement yet.',
    exceptions: [
      {
        what: 'Traffic to private endpoints, gateways, and networks that aren’t part of this workspace',
        why: 'virtual network encryption covers traffic between VMs',
      },
    ],
    without: {
      'virtual-machine': {
        statement: ({ environments }) =>
          `In ${environments.join(', ')}, the workload MUST encrypt every virtual network.`,
      },
    },
    appliesTo: [virtualNetworks, virtualMachines],
    check: networksEncrypted,
    breaks: (view) =>
      unless(
        view.core.network.encryption === true,
        'network.encryption',
        'traffic between VMs isn’t encrypted',
        'network.encryption=true',
      ),
  }),
  ruleWith<EnvironmentsParameters>({
    id: 'SEC-034',
    category: 'network',
    title: 'Private ingestion of logs',
    level: 'off',
    elsewhere: { policy: ['Log Analytics workspaces should block log ingestion and querying from public networks'] },
    controls: { mcsb: ['NS-2'] },
    parameters: environmentsParameters,
    notApplicable: inOtherEnvironments,
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, the workload MUST accept logs in workspaces and data collection endpoints only through a private link. Queries aren’t covered.`,
    rationale:
      'A workspace that accepts public networks can be reached from any of them, and the network needs outbound access to send logs.',
    source: azure('Azure Monitor private link', 'azure-monitor/fundamentals/private-link-design'),
    shapes:
      'A private link scope with a private endpoint has the workspace and a data collection endpoint. Public ingestion is disabled.',
    exceptions: [
      {
        what: 'Logs and metrics of diagnostic settings',
        why: 'Azure sends them over its own network, whatever these settings are',
      },
    ],
    appliesTo: [logWorkspaces, collectionEndpoints, virtualMachines],
    check: privateIngestion,
    breaks: (view) => {
      const { enabled, publicIngestion } = monitorPrivateLinkInputs.of(view);
      return [
        ...unless(
          enabled,
          'monitorPrivateLink.enabled',
          'there’s no private link for Azure Monitor',
          'monitorPrivateLink.enabled=true',
        ),
        ...unless(
          !enabled || !publicIngestion,
          'monitorPrivateLink.publicIngestion',
          'the workspace takes logs from public networks',
          'monitorPrivateLink.publicIngestion=false',
        ),
      ];
    },
  }),
];
