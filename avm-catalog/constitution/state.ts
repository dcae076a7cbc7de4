/** How a rule stands, in the words of Azure Policy; the state that decides comes first. */
export const states = ['Noncompliant', 'Not evaluated', 'Waived', 'Compliant', 'Not applicable'] as const;
export type State = (typeof states)[number];

/** What several states come to: the first of them in the order above. */
export function decisive(some: readonly State[]): State {
  return states.find((state) => some.includes(state)) ?? 'Not applicable';
}
