import type { Reason } from '../bicep/value.ts';

/** Reasons of a run of lines; runs are ascending, do not overlap and cover the file. */
export interface TraceRun {
  /** 1-based, inclusive. */
  readonly from: number;
  /** 1-based, inclusive. */
  readonly to: number;
  readonly reason: Reason;
}

export interface GeneratedFile {
  /** Path inside the workspace, with forward slashes. */
  readonly path: string;
  /** LF line ends, one at the end of the file. */
  readonly text: string;
  readonly trace: readonly TraceRun[];
  /**
   * `person`: a text the tool writes once and then leaves to the person (avm.yaml).
   * `shared`: other tools write it too; it is made where it is missing, and left alone once it says something else.
   */
  readonly owner?: 'person' | 'shared';
  /** Its boxes (`- [ ]`) are ticked by people; the rest of it is the tool's. */
  readonly boxes?: true;
  /** Its lines count one by one: the user can have others, and an existing file gets them added. */
  readonly lines?: true;
  /** It has a place for a person's own text, which is none of the tool's. */
  readonly ownText?: true;
}

/** Files sorted by path (code unit order), no path twice. */
export type FileSet = readonly GeneratedFile[];
