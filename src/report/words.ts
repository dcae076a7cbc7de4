import type { Verdict } from './evidence.ts';

/** How something stands, for its colour and its sign. */
export type Tone = 'good' | 'bad' | 'warn' | 'none';

/** Read aloud with the word beside them, never alone. */
export const signs: Readonly<Record<Tone, string>> = { good: '✓', bad: '✗', warn: '!', none: '○' };

/** What is said of a rule. */
export const words: Readonly<Record<Verdict, readonly [word: string, tone: Tone]>> = {
  broken: ['broken', 'bad'],
  untold: ['cannot be told', 'warn'],
  waived: ['waived', 'warn'],
  unknown: ['not looked at', 'none'],
  holds: ['holds', 'good'],
  nothing: ['not applicable', 'none'],
};
