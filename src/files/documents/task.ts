/** A task before it has a number. */
export interface Task {
  readonly key: string;
  readonly done?: true;
  readonly parallel?: true;
  readonly what: string;
  /** Names that it concerns. */
  readonly names?: readonly string[];
  /** File, from the root of the workspace, and the heading in it. */
  readonly file: string;
  readonly anchor?: string;
  /** The relation to the file; @default `in` for a completed task, `as described in` for an open one */
  readonly way?: 'in' | 'as described in' | 'for';
  readonly ids: readonly string[];
  /** Keys of tasks; those that are not there are left out. */
  readonly after: readonly string[];
  readonly accept: string;
  readonly component?: string;
}
