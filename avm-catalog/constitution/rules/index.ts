import type { RuleDefinition } from '../rule.ts';
import { alerting } from './alerting.ts';
import { architecture } from './architecture.ts';
import { cost } from './cost.ts';
import { dataSecurity } from './data-security.ts';
import { exposure } from './exposure.ts';
import { identity } from './identity.ts';
import { naming } from './naming.ts';
import { operations } from './operations.ts';
import { machineSecurity } from './machine-security.ts';
import { networkSecurity } from './network-security.ts';
import { recovery } from './recovery.ts';
import { resilience } from './resilience.ts';
import { testing } from './testing.ts';

/** The constitution's rules, in the order in which they are asked and printed. */
export const rules: readonly RuleDefinition[] = [
  ...architecture,
  ...byId([...networkSecurity, ...machineSecurity, ...dataSecurity, ...identity, ...exposure]),
  ...byId([...operations, ...recovery, ...alerting]),
  ...resilience,
  ...cost,
  ...naming,
  ...testing,
];

export function ruleDefinition(id: string): RuleDefinition | undefined {
  return rules.find((rule) => rule.id === id);
}

function byId(some: readonly RuleDefinition[]): readonly RuleDefinition[] {
  return some.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
