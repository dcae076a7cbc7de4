import type { Reason } from '../../bicep/value.ts';
import { statementOf } from '../../../avm-catalog/constitution/rule.ts';
import { ownRequirements, type OwnRequirement } from './own.ts';
import type { Plan } from '../../plan/plan.ts';
import { requirementIds } from '../../resolve/requirements.ts';
import { ruleAnswer } from '../../resolve/rule-answer.ts';
import type { Workspace } from './sides.ts';

interface Line {
  readonly id: string;
  readonly statement: string;
  readonly level: string;
  readonly reason: Reason;
}

/** The meaning of the IDs in comments and tables: rules that are on, implemented requirements, and custom requirements. */
export function idLines(workspace: Workspace): {
  readonly rules: readonly Line[];
  readonly requirements: readonly Line[];
  readonly own: readonly OwnRequirement[];
} {
  const { spec, plan } = workspace;
  const used = usedIn(plan, requirementIds(['environments', 'modules'], spec));
  return {
    rules: spec.rules
      .filter((rule) => rule.level !== 'off')
      .map((rule) => ({
        id: rule.definition.id,
        statement: statementOf(rule),
        level: rule.level,
        reason: { ids: [rule.definition.id], answers: [ruleAnswer(rule.definition.id)] },
      })),
    requirements: [...spec.requirements.values()]
      .filter((one) => one.answer === undefined && used.has(one.id))
      .map(({ id, statement }) => ({ id, statement, level: '', reason: { ids: [id] } })),
    own: ownRequirements(workspace),
  };
}

const known = new WeakMap<Plan, ReadonlySet<string>>();

/** A plan is large, and asked by several documents. */
function usedIn(plan: Plan, always: readonly string[]): ReadonlySet<string> {
  const before = known.get(plan);
  if (before) return before;
  const used = new Set(always);
  addIds(plan, used);
  known.set(plan, used);
  return used;
}

/** All ids of reasons in a plan, wherever they are. */
function addIds(value: unknown, used: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value) addIds(one, used);
    return;
  }
  // Without a pair for each property: the plan is the largest thing there is, and this is run once, cold.
  const inside = Object.values(value) as unknown[];
  for (const [index, key] of Object.keys(value).entries()) {
    const inner = inside[index];
    if (key === 'ids' && isTexts(inner)) for (const id of inner) used.add(id);
    else addIds(inner, used);
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
