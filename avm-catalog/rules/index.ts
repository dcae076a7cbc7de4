import type { RuleDefinition } from '../rule.ts';
import { architecture } from './architecture.ts';
import { naming } from './naming.ts';
import { operations } from './operations.ts';
import { machineSecurity } from './machine-security.ts';
import { networkSecurity } from './network-security.ts';
import { testing } from './testing.ts';

/** The constitution's rules, in the order in which they are asked and printed. */
export const rules: readonly RuleDefinition[] = [
  ...architecture,
  ...byId([...networkSecurity, ...machineSecurity]),
  ...operations,
  ...naming,
  ...testing,
];

export function ruleDefinition(id: string): RuleDefinition | undefined {
  return rules.find((rule) => rule.id === id);
}

function byId(some: readonly RuleDefinition[]): readonly RuleDefinition[] {
  return some.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
