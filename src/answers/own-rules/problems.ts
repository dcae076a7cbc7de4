import { isResourceType, resourceTypes } from '../../../avm-catalog/azure/resource-types.ts';
import {
  combinations,
  comparisons,
  origins,
  subjects,
  type Bounds,
  type Condition,
  type Reference,
  type Related,
} from '../../../avm-catalog/constitution/custom/condition.ts';
import { rangeOf } from '../../../avm-catalog/constitution/custom/addresses.ts';
import { hasEach, parsePath } from '../../../avm-catalog/constitution/custom/path.ts';
import { rules } from '../../../avm-catalog/constitution/rules/index.ts';
import type { Said } from '../../findings/finding.ts';
import { nearest } from '../../findings/nearest.ts';
import { plain } from '../characters.ts';

/** What cannot be, by the code of its finding; placed at a path below what was judged. */
export type RefusedCondition = Said & {
  readonly path?: readonly string[];
  readonly key?: boolean;
};

/** Letters of ids that mean something already, here or in documents of Spec Kit. */
const takenLetters: readonly string[] = [
  ...new Set([...rules.map((rule) => rule.id.replace(/-.*/, '')), 'FR', 'NFR', 'SC', 'CON', 'US', 'CHK']),
].toSorted();

export const ownRuleId = /^[A-Z]{2,5}-\d{3}$/;

export function idProblem(id: string): RefusedCondition | undefined {
  const args = { id: plain(id) };
  if (!ownRuleId.test(id)) return { code: 'own-rule-id', args, key: true };
  const letters = id.replace(/-.*/, '');
  return takenLetters.includes(letters)
    ? { code: 'own-rule-taken', args: { ...args, letters, known: takenLetters }, key: true }
    : undefined;
}

const typeShape = /^(\*|[A-Za-z*][\w.*-]*(\/[\w.*-]+)+)$/;

/** A type that is similar to a known one is misspelled. Any other may be a type that the catalog lacks. */
export function typeProblem(type: string): RefusedCondition | undefined {
  const args = { type: plain(type) };
  if (!typeShape.test(type)) {
    const near = resourceTypes().find((one) => one.toLowerCase().endsWith(`/${type.toLowerCase()}`));
    return { code: 'type-syntax', args: near === undefined ? args : { ...args, nearest: near } };
  }
  if (type.includes('*') || isResourceType(type)) return undefined;
  const near = nearest(type, resourceTypes(), 2);
  return near === undefined ? undefined : { code: 'type-unknown', args: { ...args, nearest: near } };
}

export function pathProblem(path: string): RefusedCondition | undefined {
  return parsePath(path) ? undefined : { code: 'path-syntax', args: { path: plain(path) } };
}

export function rangeProblem(range: string): RefusedCondition | undefined {
  return rangeOf(range) ? undefined : { code: 'operand-range', args: { range: plain(range) } };
}

/** An operand comes from one place. */
export function referenceProblem(given: Reference, many: boolean): RefusedCondition | undefined {
  const [origin, second] = origins.filter((one) => given[one] !== undefined);
  if (origin === undefined) return { code: 'reference-none', args: {} };
  if (second !== undefined)
    return { code: 'reference-mixed', path: [second], args: { key: second, other: origin }, key: true };
  const path = given[origin] ?? '';
  return !many && hasEach(path) ? { code: 'reference-many', path: [origin], args: { path } } : undefined;
}

export function boundsProblem({ atLeast, atMost }: Bounds, at: string, optional = false): RefusedCondition | undefined {
  const path = at === '' ? [] : [at];
  if (atLeast === undefined && atMost === undefined)
    return optional ? undefined : { code: 'bounds-none', path, args: {} };
  if (atLeast === undefined || atMost === undefined || atLeast <= atMost) return undefined;
  return { code: 'bounds-crossed', path, args: { atLeast, atMost } };
}

/** One kind of condition, whole. */
export function conditionProblem(condition: Condition): RefusedCondition | undefined {
  const given = Object.keys(condition).filter((key) => condition[key as keyof Condition] !== undefined);
  const kinds = [...subjects, ...combinations].filter((one) => given.includes(one));
  const compared = [...comparisons, 'holds'].filter((one) => given.includes(one));
  const [kind, second] = kinds;
  if (kind === undefined)
    return compared[0] === undefined
      ? { code: 'condition-empty', args: {} }
      : { code: 'condition-subject', path: [compared[0]], args: { key: compared[0] }, key: true };
  if (second !== undefined)
    return { code: 'condition-mixed', path: [second], args: { key: second, other: kind }, key: true };
  return (subjects as readonly string[]).includes(kind)
    ? subjectProblem(condition, kind as (typeof subjects)[number], compared)
    : stray([...compared, ...given.filter((one) => one === 'where')], kind);
}

function stray([key]: readonly string[], kind: string): RefusedCondition | undefined {
  return key === undefined
    ? undefined
    : { code: 'condition-stray', path: [key], args: { key, other: kind }, key: true };
}

function subjectProblem(
  condition: Condition,
  kind: (typeof subjects)[number],
  compared: readonly string[],
): RefusedCondition | undefined {
  const path = condition[kind] ?? '';
  const isOne = kind === 'path' || kind === 'setting';
  if (isOne && hasEach(path)) return { code: 'path-many', path: [kind], args: { path }, key: true };
  if (!isOne && parsePath(path) && !hasEach(path)) return { code: 'path-one', path: [kind], args: { path, key: kind } };
  if (compared.length === 0) return { code: 'condition-open', path: [kind], args: { key: kind, path }, key: true };
  return isOne && condition.where ? stray(['where'], kind) : undefined;
}

export function relatedProblem({ by, path }: Related): RefusedCondition | undefined {
  const needs = by === 'reference' || by === 'referencedBy';
  if (needs && path === undefined) return { code: 'related-path', path: ['by'], args: { by } };
  return !needs && path !== undefined
    ? { code: 'related-pathless', path: ['path'], args: { by }, key: true }
    : undefined;
}
