import type { Sources } from './analysis.ts';
import type { Documents } from './documents.ts';

/** Every id that the answers and the catalog give a meaning. `expected` is the generated text of these settings, read. */
export function knownIds(expected: Documents, { spec }: Pick<Sources, 'spec'>): ReadonlySet<string> {
  return new Set([
    ...spec.requirements.keys(),
    ...spec.rules.map(({ definition }) => definition.id),
    ...(expected.specification?.statements ?? []).map(({ id }) => id),
    ...(expected.specification?.stories ?? []).map(({ id }) => id),
  ]);
}
