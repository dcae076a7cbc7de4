import type { State } from '../../avm-catalog/constitution/state.ts';

/** A state, for its color and its sign. */
export type Tone = 'good' | 'bad' | 'warn' | 'none';

/** Read aloud with the word beside them, never alone. */
export const signs: Readonly<Record<Tone, string>> = { good: '✓', bad: '✗', warn: '!', none: '○' };

const tones: Readonly<Record<State, Tone>> = {
  Noncompliant: 'bad',
  'Not evaluated': 'none',
  Waived: 'warn',
  Compliant: 'good',
  'Not applicable': 'none',
};

/** A state with its color and its sign. */
export function badge(state: State) {
  const tone = tones[state];
  return { state, tone, sign: state === 'Not applicable' ? '–' : signs[tone] };
}
