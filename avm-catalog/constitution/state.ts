/** Compliance states of a rule, as in Azure Policy, by precedence. */
export const states = ['Noncompliant', 'Not evaluated', 'Waived', 'Compliant', 'Not applicable'] as const;
export type State = (typeof states)[number];

/** The state with the highest precedence. */
export function decisive(some: readonly State[]): State {
  return states.find((state) => some.includes(state)) ?? 'Not applicable';
}
