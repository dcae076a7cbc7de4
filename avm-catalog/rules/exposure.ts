import { rule, type RuleDefinition } from '../rule.ts';
import { antimalware, groupsRuleEndpoints, noOpenWayOut } from './exposure-checks.ts';

export const exposure: readonly RuleDefinition[] = [
  rule({
    id: 'SEC-020',
    category: 'network',
    title: 'No open way out',
    level: 'must',
    statement: () => 'No rule of a network security group lets everything out to the internet.',
    shapes: 'Outbound rules to the internet name their ports.',
    check: noOpenWayOut,
  }),
  rule({
    id: 'SEC-022',
    category: 'hardening',
    title: 'Antimalware',
    level: 'must',
    statement: () => 'Windows machines run antimalware.',
    shapes: 'The antimalware extension is installed on the machine.',
    check: antimalware,
  }),
  rule({
    id: 'SEC-023',
    category: 'network',
    title: 'Security groups rule private endpoints',
    level: 'must',
    statement: () => 'The rules of a subnet’s network security group hold for the private endpoints in it too.',
    shapes: 'Subnets have network policies for private endpoints switched on; without them the group is decoration.',
    check: groupsRuleEndpoints,
  }),
];
