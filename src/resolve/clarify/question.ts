import type { GapCategory, GuessWeight } from '../../../avm-catalog/kernel/guess.ts';
import type { Answers } from '../../answers/answers.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Arguments } from '../../findings/messages/message.ts';
import type { Spec } from '../spec.ts';

/** What is looked through for gaps. */
export interface Clarifying {
  readonly spec: Spec;
  readonly answers: Answers;
  /** Of answers and plan. */
  readonly findings: readonly Finding[];
  /** YYYY-MM-DD; what depends on the day is left out without it. */
  readonly today?: string | undefined;
}

/** A question whose answer goes into avm.yaml, as data; `phrase` makes prose of it. */
export interface OpenQuestion {
  /** Says with `about` which question it is, in every run. */
  readonly code: string;
  /** Path of the answer in avm.yaml. */
  readonly about: string;
  /** Environments it is asked for; empty for all. */
  readonly environments: readonly string[];
  readonly category: GapCategory;
  readonly impact: GuessWeight;
  readonly uncertainty: GuessWeight;
  /** The current value. */
  readonly now: unknown;
  /** It may be left as it is, and that is then an answer. */
  readonly confirmable: boolean;
  /** What is recommended, as it would be typed after `path=`. */
  readonly recommended?: string;
  readonly options: readonly Option[];
  /** Ids of the rules and requirements it concerns. */
  readonly ids: readonly string[];
  /** The finding it was made of. */
  readonly finding?: Finding;
  readonly args: Arguments;
}

export interface Option {
  /** As it would be typed after `path=`. */
  readonly value: string;
  readonly name?: string;
}

/** Impact times uncertainty, as Spec Kit ranks questions. */
export function rankOf({ impact, uncertainty }: OpenQuestion): number {
  return impact * uncertainty;
}
