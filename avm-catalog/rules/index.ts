import type { RuleDefinition } from '../rule.ts';
import { architecture } from './architecture.ts';
import { naming } from './naming.ts';
import { operations } from './operations.ts';
import { security } from './security.ts';
import { testing } from './testing.ts';

/** The constitution's rules, in the order in which they are asked and printed. */
export const rules: readonly RuleDefinition[] = [...architecture, ...security, ...operations, ...naming, ...testing];

export function ruleDefinition(id: string): RuleDefinition | undefined {
  return rules.find((rule) => rule.id === id);
}
