export interface Choice<T> {
  readonly value: T;
  readonly name: string;
  /** One line more about it, shown while it is pointed at. */
  readonly description?: string;
  /** Why it can't be chosen. */
  readonly disabled?: string;
}

/** What is wrong with a value; undefined where nothing is. */
export type Problem = string | undefined;

export interface TextQuestion {
  readonly message: string;
  readonly default?: string;
  readonly problem?: (text: string) => Problem | Promise<Problem>;
}

export interface ConfirmQuestion {
  readonly message: string;
  readonly default?: boolean;
}

export interface ChoiceQuestion<T> {
  readonly message: string;
  readonly choices: readonly Choice<T>[];
  readonly default?: T;
  /** Asks whether all is to be written: never answered by what was kept of an earlier run. */
  readonly isLast?: boolean;
  /** What another answer than those listed means, where one can be given. */
  readonly other?: (text: string) => T;
  readonly problem?: (value: T) => Problem | Promise<Problem>;
}

export interface SeveralQuestion<T> {
  readonly message: string;
  readonly choices: readonly Choice<T>[];
  readonly chosen: readonly T[];
  readonly problem?: (values: readonly T[]) => Problem | Promise<Problem>;
}

export interface SearchQuestion<T> {
  readonly message: string;
  /** What is offered for what was typed so far. */
  readonly choices: (term: string) => readonly Choice<T>[];
}

/** Who asks a person. Each method rejects with `ExitPromptError` on Ctrl-C. */
export interface Asker {
  text(question: TextQuestion): Promise<string>;
  confirm(question: ConfirmQuestion): Promise<boolean>;
  choose<T>(question: ChoiceQuestion<T>): Promise<T>;
  /** A choice that is found by typing a part of it. */
  search<T>(question: SearchQuestion<T>): Promise<T>;
  several<T>(question: SeveralQuestion<T>): Promise<readonly T[]>;
  say(text: string): void;
  /** Begins a part of the questions. */
  heading(text: string): void;
}
