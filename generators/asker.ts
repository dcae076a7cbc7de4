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

/** Who asks a person. Each method rejects with `ExitPromptError` on Ctrl-C. */
export interface Asker {
  text(question: TextQuestion): Promise<string>;
  confirm(question: { readonly message: string; readonly default?: boolean }): Promise<boolean>;
  choose<T>(question: {
    readonly message: string;
    readonly choices: readonly Choice<T>[];
    readonly default?: T;
    readonly problem?: (value: T) => Problem | Promise<Problem>;
  }): Promise<T>;
  several<T>(question: {
    readonly message: string;
    readonly choices: readonly Choice<T>[];
    readonly chosen: readonly T[];
    readonly problem?: (values: readonly T[]) => Problem | Promise<Problem>;
  }): Promise<readonly T[]>;
  say(text: string): void;
  /** Begins a part of the questions. */
  heading(text: string): void;
}

/** Asks in the terminal, with inquirer. */
export async function terminalAsker(say: (text: string) => void, bold: (text: string) => string): Promise<Asker> {
  const { default: inquirer } = await import('inquirer');
  const valid = async (problem: Problem | Promise<Problem>): Promise<string | true> => (await problem) ?? true;
  const listed = <T>(choices: readonly Choice<T>[], chosen: readonly T[]) =>
    choices.map(({ name, description, disabled }, index) => ({
      value: index,
      name,
      short: name,
      checked: chosen.includes(choices[index]?.value as T),
      ...(description && { description }),
      ...(disabled && { disabled: `(${disabled})` }),
    }));
  const asker: Asker = {
    say,
    heading: (text) => say(`\n${bold(text)}`),
    async text({ message, default: preset, problem = () => undefined }) {
      const { value } = await inquirer.prompt<{ value: string }>([
        {
          type: 'input',
          name: 'value',
          message,
          ...(preset !== undefined && { default: preset }),
          validate: (text: string) => valid(problem(text.trim())),
        },
      ]);
      return value.trim();
    },
    async confirm({ message, default: preset = true }) {
      const { value } = await inquirer.prompt<{ value: boolean }>([
        { type: 'confirm', name: 'value', message, default: preset },
      ]);
      return value;
    },
    async choose({ message, choices, default: preset, problem }) {
      const at = choices.findIndex((one) => one.value === preset);
      const { value } = await inquirer.prompt<{ value: number }>([
        {
          type: 'select',
          name: 'value',
          message,
          choices: listed(choices, []),
          ...(at >= 0 && { default: at }),
          loop: false,
          pageSize: 12,
        },
      ]);
      const chosen = choices[value]?.value as (typeof choices)[number]['value'];
      const wrong = await problem?.(chosen);
      if (wrong === undefined) return chosen;
      say(wrong);
      return asker.choose({
        message,
        choices,
        ...(preset !== undefined && { default: preset }),
        ...(problem && { problem }),
      });
    },
    async several({ message, choices, chosen, problem = () => undefined }) {
      const values = (indexes: readonly number[]) =>
        indexes.map((index) => choices[index]?.value as (typeof choices)[number]['value']);
      const { value } = await inquirer.prompt<{ value: number[] }>([
        {
          type: 'checkbox',
          name: 'value',
          message,
          choices: listed(choices, chosen),
          loop: false,
          pageSize: 14,
          validate: (items: readonly { readonly value: number }[]) =>
            valid(problem(values(items.map((one) => one.value)))),
        },
      ]);
      return values(value);
    },
  };
  return asker;
}
