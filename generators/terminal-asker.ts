import { plain } from '../src/findings/characters.ts';
import { pastedAsker, tellUnused, unused } from './pasted-asker.ts';
import { prompt } from './terminal-prompt.ts';
import { typedInput, type KeySource, type TypedInput } from './typed-input.ts';
import type {
  Asker,
  Choice,
  ChoiceQuestion,
  ConfirmQuestion,
  Problem,
  SearchQuestion,
  SeveralQuestion,
  TextQuestion,
} from './asker.ts';

/** What questions need of a terminal. */
interface Screen {
  readonly out: (line: string) => void;
  readonly paint: (style: 'bold', text: string) => string;
  /** Its height, if it is known. */
  readonly rows?: () => number | undefined;
  /** Where keys come from, if that is a terminal. */
  readonly keys?: KeySource;
}

/** Says which pasted lines no question took, once there is no further question. */
export function endOfQuestions(screen: Pick<Screen, 'keys' | 'out'>): void {
  const typed = typedInput(screen.keys);
  if (typed) tellUnused(typed, { say: screen.out });
}

/** Asks in the terminal, with inquirer, which is loaded by the first question. */
export function terminalAsker(screen: Screen): Asker {
  const typed = typedInput(screen.keys);
  const asker = promptAsker(screen, typed);
  return typed ? pastedAsker(asker, typed) : asker;
}

function promptAsker(screen: Screen, typed: TypedInput | undefined): Asker {
  const say = (line: string): void => screen.out(line);
  const lines = (): number => linesFor(screen.rows?.() ?? 24);
  const asking = { say, lines, typed };
  return {
    text: (question) => text(question, asking),
    confirm: (question) => confirm(question, asking),
    search: (question) => search(question, asking),
    say,
    heading: (title) => say(`\n${screen.paint('bold', title)}`),
    choose: (question) => choose(question, asking),
    several: (question) => several(question, asking),
  };
}

interface Asking {
  readonly say: (text: string) => void;
  /** Lines that a list may have. */
  readonly lines: () => number;
  readonly typed: TypedInput | undefined;
}

async function text(question: TextQuestion, { typed }: Asking): Promise<string> {
  const { message, default: preset, problem = () => undefined } = question;
  const validate = async (given: string): Promise<string | true> => {
    const wrong = await problem(given.trim());
    if (wrong === undefined) return true;
    const left = typed?.drop() ?? [];
    return plain(left.length === 0 ? wrong : `${wrong} ${unused(left)}`);
  };
  const more = preset === undefined ? {} : { default: preset };
  const asked = { type: 'input', name: 'value', message, validate, ...more };
  return (await prompt<string>(asked, typed)).value.trim();
}

async function confirm({ message, default: preset = true }: ConfirmQuestion, { typed }: Asking): Promise<boolean> {
  return (await prompt<boolean>({ type: 'confirm', name: 'value', message, default: preset }, typed)).value;
}

/** A list has no validation of its own: what is wrong with a choice is said, and it is asked again. */
async function choose<T>(question: ChoiceQuestion<T>, asking: Asking): Promise<T> {
  const { message, choices, default: preset, problem } = question;
  const at = choices.findIndex((one) => one.value === preset);
  const more = at === -1 ? {} : { default: at };
  const offered = listed(choices, []);
  const list =
    choices.length > longList
      ? { type: 'search', source: (term = '') => matching(offered, term) }
      : { type: 'select', choices: offered, loop: false };
  const { value } = await prompt<number>(
    { ...list, name: 'value', message, pageSize: asking.lines(), ...more },
    asking.typed,
  );
  const [chosen] = valuesAt(choices, [value]);
  const wrong = await problem?.(chosen as T);
  if (wrong === undefined) return chosen as T;
  asking.say(wrong);
  return choose(question, asking);
}

/** Longer lists are filtered by typing. */
const longList = 10;
/** Lines around a list: the question, help, what is pointed at in more words, and what was answered before. */
const linesAround = 6;

/** As many choices as fit the terminal, also one of 12 rows. */
function linesFor(rows: number): number {
  return Math.max(3, Math.min(14, rows - linesAround));
}

type Listed = ReturnType<typeof listed>[number];

/** Each word that was typed stands somewhere in the name, in any order and case. */
function matching(choices: readonly Listed[], term: string): readonly Listed[] {
  const words = term.toLowerCase().split(/\s+/);
  return choices.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
}

async function search<T>({ message, choices }: SearchQuestion<T>, { lines, typed }: Asking): Promise<T> {
  const offered: Choice<T>[] = [];
  const source = (term = ''): readonly object[] => {
    const first = offered.length;
    const found = choices(term);
    offered.push(...found);
    return listed(found, []).map((one, index) => ({ ...one, value: first + index }));
  };
  const { value } = await prompt<number>({ type: 'search', name: 'value', message, source, pageSize: lines() }, typed);
  return valuesAt(offered, [value])[0] as T;
}

async function several<T>(question: SeveralQuestion<T>, asking: Asking): Promise<readonly T[]> {
  if (question.choices.length > longCheckbox) return severalOfMany(question, asking);
  const { message, choices, chosen, problem = () => undefined } = question;
  const validate = (items: readonly { readonly value: number }[]) =>
    valid(
      problem(
        valuesAt(
          choices,
          items.map((one) => one.value),
        ),
      ),
    );
  const offered = listed(choices, chosen);
  const { value } = await prompt<number[]>(
    { type: 'checkbox', name: 'value', message, choices: offered, loop: false, pageSize: asking.lines(), validate },
    asking.typed,
  );
  return valuesAt(choices, value);
}

/** A checkbox can't be filtered: of more than these one after the other is found by typing, and chosen or not. */
const longCheckbox = 20;

async function severalOfMany<T>(
  { message, choices, chosen, problem }: SeveralQuestion<T>,
  { say, lines, typed }: Asking,
): Promise<readonly T[]> {
  let now: readonly T[] = chosen;
  for (;;) {
    const marked = choices.map((one) => ({ ...one, name: `${now.includes(one.value) ? '◉' : '◯'} ${one.name}` }));
    const offered = listed([{ value: undefined, name: `Continue with ${now.length} chosen` }, ...marked], []);
    const source = (term = ''): readonly Listed[] => matching(offered, term);
    const ask = `${message} (type to filter, Enter to choose or to take back)`;
    const { value } = await prompt<number>(
      { type: 'search', name: 'value', message: ask, source, pageSize: lines() },
      typed,
    );
    const [found] = choices.slice(value - 1, value);
    if (value > 0 && found) {
      now = now.includes(found.value) ? now.filter((one) => one !== found.value) : [...now, found.value];
      continue;
    }
    const wrong = await problem?.(now);
    if (wrong === undefined) return choices.map((one) => one.value).filter((one) => now.includes(one));
    say(wrong);
  }
}

async function valid(problem: Problem | Promise<Problem>): Promise<string | true> {
  const wrong = await problem;
  return wrong === undefined ? true : plain(wrong);
}

/** Values may be anything, so that inquirer is handed their places instead. */
function listed<T>(
  choices: readonly Choice<T>[],
  chosen: readonly T[],
): readonly { readonly value: number; readonly name: string }[] {
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
