import type { Answers } from '../../answers/answers.ts';
import type { Depth } from '../../checks/check.ts';
import type { Recovery } from '../../workspace/recover.ts';

export interface CreateOptions {
  readonly yes?: boolean;
  /** Name of a blueprint, with or without its version. */
  readonly blueprint?: string;
  readonly answers?: string;
  readonly set?: readonly string[];
  readonly intoExisting?: boolean;
  readonly dryRun?: boolean;
  readonly check: boolean;
  readonly depth?: Depth;
  readonly modules?: string;
  readonly git: boolean;
  readonly json?: boolean;
}

export interface Creation {
  readonly root: string;
  /** The folder as it was named. */
  readonly shown: string;
  readonly given: Given;
  readonly recovered: Recovery | undefined;
}

export interface Given {
  /** Absent where the text has yet to be read. */
  readonly answers?: Answers;
  /** avm.yaml as it is to stand. */
  readonly text: string;
  /** Where the text is from, where that is a file. */
  readonly file?: string;
  /** `path=value` of what was neither asked nor given. */
  readonly defaults: readonly string[];
}
