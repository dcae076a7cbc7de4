/** A task before it has a number. */
export interface Task {
  readonly key: string;
  readonly done?: true;
  readonly parallel?: true;
  readonly what: string;
  /** Names it is about. */
  readonly names?: readonly string[];
  /** File, from the root of the workspace, and the heading in it. */
  readonly file: string;
  readonly anchor?: string;
  /** What the file is to it; @default `in` where it is done, `by` where it is open */
  readonly way?: 'in' | 'by' | 'for';
  readonly ids: readonly string[];
  /** Keys of tasks; those that are not there are left out. */
  readonly after: readonly string[];
  readonly accept: string;
  readonly component?: string;
}
