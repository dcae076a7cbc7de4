import { rule, type RuleDefinition } from '../rule.ts';
import { privateEndpoints, securityGroups, windowsMachines } from '../subject.ts';
import { antimalware, groupsRuleEndpoints, noOpenWayOut } from './exposure-checks.ts';
import { openWayOut } from './wishes.ts';

export const exposure: readonly RuleDefinition[] = [
  rule({
    id: 'SEC-020',
    category: 'network',
    title: 'No open outbound access',
    level: 'must',
    statement: () =>
      'No rule that is added to a network security group allows all outbound traffic to the internet. The default rules of Azure are not covered.',
    wish: openWayOut,
    shapes: 'Outbound rules to the internet name their ports.',
    appliesTo: [securityGroups],
    exceptions: [
      {
        what: 'The default rule AllowInternetOutBound',
        why: 'Azure adds it to every network security group, and it cannot be removed; a subnet without default outbound access (SEC-006) leaves only planned outbound access.',
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
    statement: () =>
      'Every Windows VM has the Microsoft Antimalware extension, with antimalware and real-time protection enabled.',
    shapes: 'The antimalware extension is installed on the machine.',
    appliesTo: [windowsMachines],
    check: antimalware,
  }),
  rule({
    id: 'SEC-023',
    category: 'network',
    title: 'Security groups rule private endpoints',
    level: 'must',
    statement: () => 'The rules of a subnet’s network security group hold for the private endpoints in it too.',
    shapes: 'Subnets have network policies for private endpoints enabled.',
    appliesTo: [privateEndpoints],
    check: groupsRuleEndpoints,
  }),
];
