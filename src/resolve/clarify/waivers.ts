import { isTree } from '../../answers/defaults.ts';
import type { Clarifying, OpenQuestion } from './question.ts';

/** Waivers whose last day is over. */
export function endedWaivers({ answers, today }: Clarifying): readonly OpenQuestion[] {
  const waivers = (answers.constitution as { readonly waivers?: unknown }).waivers;
  if (today === undefined || !isTree(waivers)) return [];
  return Object.entries(waivers).flatMap(([id, waiver]) => {
    const { rule, until } = isTree(waiver) ? waiver : {};
    if (typeof rule !== 'string' || typeof until !== 'string' || until >= today) return [];
    return {
      code: 'waiver-ended',
      about: `constitution.waivers.${id}.until`,
      environments: [],
      category: 'Constraints & Tradeoffs',
      impact: 3,
      uncertainty: 3,
      now: until,
      confirmable: false,
      options: [],
      ids: [rule],
      args: { waiver: id, rule, until },
    };
  });
}
