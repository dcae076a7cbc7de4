import { plain } from '../src/findings/characters.ts';
import type {
  Asker,
  Choice,
  ChoiceQuestion,
  ConfirmQuestion,
  Problem,
  SeveralQuestion,
  TextQuestion,
} from './asker.ts';

/** Asks in the terminal, with inquirer, which is loaded by the first question. */
export function terminalAsker(say: (text: string) => void, bold: (text: string) => string): Asker {
  return {
    text,
    confirm,
    several,
    say,
    heading: (title) => say(`\n${bold(title)}`),
    choose: (question) => choose(question, say),
  };
}

async function text({ message, default: preset, problem = () => undefined }: TextQuestion): Promise<string> {
  const validate = (typed: string) => valid(problem(typed.trim()));
  const more = preset === undefined ? {} : { default: preset };
  const { value } = await prompt<string>({ type: 'input', name: 'value', message, validate, ...more });
  return value.trim();
}

async function confirm({ message, default: preset = true }: ConfirmQuestion): Promise<boolean> {
  return (await prompt<boolean>({ type: 'confirm', name: 'value', message, default: preset })).value;
}

/** A list has no validation of its own: what is wrong with a choice is said, and it is asked again. */
async function choose<T>(question: ChoiceQuestion<T>, say: (text: string) => void): Promise<T> {
  const { message, choices, default: preset, problem } = question;
  const at = choices.findIndex((one) => one.value === preset);
  const more = at === -1 ? {} : { default: at };
  const { value } = await prompt<number>({
    type: 'select',
    name: 'value',
    message,
    choices: listed(choices, []),
    loop: false,
    pageSize: 14,
    ...more,
  });
  const [chosen] = valuesAt(choices, [value]);
  const wrong = await problem?.(chosen as T);
  if (wrong === undefined) return chosen as T;
  say(wrong);
  return choose(question, say);
}

async function several<T>(question: SeveralQuestion<T>): Promise<readonly T[]> {
  const { message, choices, chosen, problem = () => undefined } = question;
  const { value } = await prompt<number[]>({
    type: 'checkbox',
    name: 'value',
    message,
    choices: listed(choices, chosen),
    loop: false,
    pageSize: 14,
    validate: (items: readonly { readonly value: number }[]) =>
      valid(
        problem(
          valuesAt(
            choices,
            items.map((one) => one.value),
          ),
        ),
      ),
  });
  return valuesAt(choices, value);
}

async function prompt<T>(question: object): Promise<{ readonly value: T }> {
  const { default: inquirer } = await import('inquirer');
  // The types of inquirer tell questions apart by their literals, which are written down above.
  const ask = inquirer.prompt as unknown as (questions: readonly object[]) => Promise<{ readonly value: T }>;
  const seen = Object.entries(question).map(
    ([key, value]: [string, unknown]) => [key, typeof value === 'string' ? plain(value) : value] as const,
  );
  return ask([Object.fromEntries(seen)]);
}

async function valid(problem: Problem | Promise<Problem>): Promise<string | true> {
  const wrong = await problem;
  return wrong === undefined ? true : plain(wrong);
}

/** Values may be anything, so that inquirer is handed their places instead. */
function listed<T>(choices: readonly Choice<T>[], chosen: readonly T[]): readonly object[] {
  return choices.map(({ value, name, description, disabled }, place) => ({
    value: place,
    name: plain(name),
    short: plain(name),
    checked: chosen.includes(value),
    ...(description !== undefined && { description: plain(description) }),
    ...(disabled !== undefined && { disabled: `(${plain(disabled)})` }),
  }));
}

function valuesAt<T>(choices: readonly Choice<T>[], places: readonly number[]): readonly T[] {
  return places.flatMap((place) => choices.slice(place, place + 1).map((one) => one.value));
}
