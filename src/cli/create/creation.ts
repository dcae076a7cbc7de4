import type { Answers } from '../../answers/answers.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Depth } from '../../checks/depth.ts';
import type { Recovery } from '../../workspace/recover.ts';

export interface CreateOptions {
  readonly yes?: boolean;
  /** Name of a blueprint, with or without its version. */
  readonly blueprint?: string;
  /** Files, folders, packages, downloads, and files of a repository, each with a part of the settings or all of them. */
  readonly answers?: readonly string[];
  readonly set?: readonly string[];
  readonly intoExisting?: boolean;
  /** Into a folder that is not empty, whose .gitignore and .gitattributes take the lines of the workspace. */
  readonly adopt?: boolean;
  /** Files of the folder that stay in place of generated ones. */
  readonly keep?: readonly string[];
  /** Files of the folder that generated ones replace. */
  readonly overwrite?: readonly string[];
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
  /** The text of avm.yaml. */
  readonly text: string;
  /** Where the text is from, where that is a file. */
  readonly file?: string;
  /** Notes on `--set`. */
  readonly notes?: readonly Finding[];
  /** Places findings in the files that the settings are from. */
  readonly place?: (findings: readonly Finding[]) => readonly Finding[];
  /** `path=value` of defaults that were neither asked for nor given. */
  readonly defaults: readonly string[];
}
