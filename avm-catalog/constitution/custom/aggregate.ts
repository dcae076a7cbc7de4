import { isUnresolved, type Predicted } from '../estate.ts';
import { aggregates, type Aggregate } from './own-rule.ts';
import { follow } from './path.ts';
import type { Verdict } from './verdict.ts';
import { fact } from './words.ts';

const compute: Readonly<Record<(typeof aggregates)[number], (values: readonly number[]) => number>> = {
  sum: (values) => values.reduce((total, one) => total + one, 0),
  average: (values) => values.reduce((total, one) => total + one, 0) / values.length,
  min: (values) => values.reduce((least, one) => Math.min(least, one), Infinity),
  max: (values) => values.reduce((most, one) => Math.max(most, one), -Infinity),
};

/** Compares a number computed from resources; a resource without the value counts for nothing. */
export function aggregateVerdict(
  aggregate: Aggregate,
  resources: readonly Predicted[],
): { readonly verdict: Verdict; readonly fact: string } {
  const { atLeast = -Infinity, atMost = Infinity } = aggregate;
  const by = aggregates.find((one) => aggregate[one] !== undefined) ?? 'sum';
  const path = aggregate[by] ?? '';
  const seen = resources
    .flatMap((resource) => follow({ value: resource, at: '' }, path))
    .filter(({ value, within }) => within || (value !== undefined && value !== null));
  const late = seen.find(({ value, within }) => within || isUnresolved(value));
  if (late) return { verdict: 'unknown', fact: `the ${by} of ${path} is known only to Azure` };
  const odd = seen.find(({ value }) => typeof value !== 'number');
  if (odd) return { verdict: false, fact: `${fact(odd)}, which isn’t a number` };
  if (seen.length === 0 && by !== 'sum') return { verdict: 'unknown', fact: `${path} isn’t set in any resource` };
  const total = compute[by](seen.map(({ value }) => value as number));
  return { verdict: total >= atLeast && total <= atMost, fact: `the ${by} of ${path} is ${total}` };
}
