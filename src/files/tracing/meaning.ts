import type { Level } from '../../../avm-catalog/constitution/category.ts';
import { statementOf } from '../../../avm-catalog/constitution/rule.ts';
import type { Spec } from '../../resolve/spec.ts';

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
  const statement = spec.requirements.get(id)?.statement ?? spec.stories.find((one) => one.id === id)?.title;
  if (statement !== undefined) return { id, kind: 'requirement', statement };
  const rule = spec.rules.find((one) => one.definition.id === id);
  if (!rule) return undefined;
  return { id, kind: 'rule', title: rule.definition.title, level: rule.level, statement: statementOf(rule) };
}

/** Every ID: rules in the order of the catalog, then requirements, then custom stories. */
export function knownIds(spec: Spec): readonly string[] {
  return [
    ...spec.rules.map((rule) => rule.definition.id),
    ...spec.requirements.keys(),
    ...spec.stories.map(({ id }) => id),
  ];
}
