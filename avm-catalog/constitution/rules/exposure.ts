import { rule, type RuleDefinition } from '../rule.ts';
import { privateEndpoints, securityGroups, windowsVms } from '../subject.ts';
import { antimalware, groupsRuleEndpoints, noOpenWayOut } from './exposure-checks.ts';
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
    check: noOpenWayOut,
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
];
