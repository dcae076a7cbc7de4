import { requirements, type RequirementId } from '../../../avm-catalog/requirements.ts';
import type { Level } from '../../../avm-catalog/rule.ts';
import type { Spec } from '../../spec/spec.ts';

/** What an id stands for in this workspace. */
export interface Meaning {
  readonly id: string;
  readonly kind: 'rule' | 'requirement';
  /** Of a rule. */
  readonly title?: string;
  /** Of a rule, as answered. */
  readonly level?: Level;
  readonly statement: string;
}

/** The meaning of the id of a rule or a requirement; nothing where there is no such id. */
export function meaningOf(id: string, spec: Spec): Meaning | undefined {
  if (Object.hasOwn(requirements, id)) return { id, kind: 'requirement', statement: requirements[id as RequirementId] };
  const rule = spec.rules.find((one) => one.definition.id === id);
  if (!rule) return undefined;
  const { definition, level, parameters } = rule;
  return { id, kind: 'rule', title: definition.title, level, statement: definition.statement(parameters) };
}

/** Every id there is: rules in the order of the catalog, then requirements. */
export function knownIds(spec: Spec): readonly string[] {
  return [...spec.rules.map((rule) => rule.definition.id), ...Object.keys(requirements)];
}
