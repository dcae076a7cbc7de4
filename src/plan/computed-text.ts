import { isExpression } from '../bicep/value.ts';
import { masked } from './name-parts.ts';
import type { Plan } from './plan.ts';

/** What predicted names have for the part that a deployment computes; empty if no name has one. */
export function computedText({ variables }: Pick<Plan, 'variables'>): string {
  const unique = variables.find(({ name }) => name === 'unique')?.value;
  const length = isExpression(unique) && unique.$ === 'call' ? unique.args[1] : undefined;
  return typeof length === 'number' ? masked(length) : '';
}
