import type { Rule, RuleDefinition } from '../../avm-catalog/constitution/rule.ts';
import type { DefaultsContext, RuleSettings } from '../../avm-catalog/kernel/context.ts';
import { components } from '../../avm-catalog/components/index.ts';
import { coreDefaults } from '../../avm-catalog/kernel/core.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import type { RuleAnswer, Answers, SpecAnswers } from './answers.ts';
import { ownValue } from '../bicep/own.ts';

export type Tree = { readonly [key: string]: unknown };

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Version of a constitution that says none. */
export const firstConstitution = '1.0.0';

/** Maps are merged key by key; anything else is replaced whole. */
export function merge(base: Tree, over: Tree): Tree {
  const entries = Object.entries(over).flatMap(([key, value]) => {
    const under = ownValue(base, key);
    return value === undefined ? [] : [[key, isTree(under) && isTree(value) ? merge(under, value) : value] as const];
  });
  return { ...base, ...Object.fromEntries(entries) };
}

export function valueAt(tree: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => ownValue(at, key), tree);
}

/** Levels and parameters as the answers have them, completed by the catalog. */
export function settingsOf(answered: Answers['constitution']['rules']): RuleSettings {
  return ruleSettings(rules.map((definition) => applyRule(definition, ownValue(answered, definition.id))));
}

/** A rule as answered: what is left out is as the catalog has it. */
export function applyRule(definition: RuleDefinition, answer: RuleAnswer | undefined): Rule {
  const { level, ...parameters } = typeof answer === 'object' ? answer : { level: answer };
  const own = { ...definition.parameters.defaults, ...parameters };
  return { definition, level: level ?? definition.level, parameters: definition.canonical?.(own) ?? own };
}

export function ruleSettings(applied: readonly Rule[]): RuleSettings {
  const byId = new Map(applied.map((rule) => [rule.definition.id, rule]));
  const find = (id: string): Rule => {
    const rule = byId.get(id);
    if (!rule) throw new Error(`the catalog has no rule ${id}`);
    return rule;
  };
  return { on: (id) => find(id).level !== 'off', parameters: <P>(id: string) => find(id).parameters as P };
}

/** All inputs with the catalog's defaults, in the order of the schema. */
export function defaultSpec(context: DefaultsContext): SpecAnswers & Tree {
  const inputs = components.flatMap(({ inputs: own }) =>
    own ? [[own.token.key, own.defaults(context)] as const] : [],
  );
  return { ...coreDefaults(context), ...Object.fromEntries(inputs) };
}

/** What two contexts have alike, and what the second has on its own. */
export function alike(a: Tree, b: Tree): { readonly same: Tree; readonly other: Tree } {
  const same = new Map<string, unknown>();
  const other = new Map<string, unknown>();
  for (const [key, value] of Object.entries(b)) {
    const against = ownValue(a, key);
    if (isTree(value) && isTree(against)) {
      const inner = alike(against, value);
      if (Object.keys(inner.other).length === 0 || Object.keys(inner.same).length > 0) same.set(key, inner.same);
      if (Object.keys(inner.other).length > 0) other.set(key, inner.other);
    } else if (JSON.stringify(value) === JSON.stringify(against)) same.set(key, value);
    else other.set(key, value);
  }
  return { same: Object.fromEntries(same), other: Object.fromEntries(other) };
}
