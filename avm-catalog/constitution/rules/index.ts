import type { RuleDefinition } from '../rule.ts';
import { addressRanges } from './address-ranges.ts';
import { alerting } from './alerting.ts';
import { architecture } from './architecture.ts';
import { backupProtection, recoveryElsewhere } from './backup-protection.ts';
import { cost } from './cost.ts';
import { costLimit } from './cost-limit.ts';
import { dataSecurity } from './data-security.ts';
import { deployments } from './deployments.ts';
import { exposure } from './exposure.ts';
import { identity } from './identity.ts';
import { naming } from './naming.ts';
import { operations } from './operations.ts';
import { vmAccess } from './vm-access.ts';
import { vmSecurity } from './vm-security.ts';
import { networkSecurity } from './network-security.ts';
import { policies } from './policy.ts';
import { recovery } from './recovery.ts';
import { resilience } from './resilience.ts';
import { testing } from './testing.ts';

/** The rules of the constitution, in the order of questions and documents. */
export const rules: readonly RuleDefinition[] = [
  ...architecture,
  ...addressRanges,
  ...byId([...networkSecurity, ...vmSecurity, ...dataSecurity, ...identity, ...exposure, ...vmAccess, ...policies]),
  ...byId([...operations, ...recovery, ...alerting, ...backupProtection]),
  ...resilience,
  ...recoveryElsewhere,
  ...cost,
  ...costLimit,
  ...naming,
  ...testing,
  ...deployments,
];

const definitions: ReadonlyMap<string, RuleDefinition> = new Map(rules.map((rule) => [rule.id, rule]));

export function ruleDefinition(id: string): RuleDefinition | undefined {
  return definitions.get(id);
}

function byId(some: readonly RuleDefinition[]): readonly RuleDefinition[] {
  return some.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
