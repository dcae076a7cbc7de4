import { plain } from '../src/findings/characters.ts';
import type {
  Asker,
  Choice,
  ChoiceQuestion,
  ConfirmQuestion,
  SearchQuestion,
  SeveralQuestion,
  TextQuestion,
} from './asker.ts';
import type { TypedInput } from './typed-input.ts';

/** What a pasted line means to a question: a value, or what is wrong with it. */
type Read<T> = { readonly value: T; readonly shown: string } | { readonly wrong: string };

/** Lines that were pasted together answer one question after the other, as long as each of them is an answer. */
export function pastedAsker(ask: Asker, typed: TypedInput): Asker {
  const answer = <T>(question: Asked, read: (line: string) => Read<T> | Promise<Read<T>>, asked: () => Promise<T>) =>
    answered(question, { read, asked, ask, typed });
  return {
    say: (text) => ask.say(text),
    heading: (title) => ask.heading(title),
    text: (question) =>
      answer(
        question,
        (line) => readText(line, question),
        () => ask.text(question),
      ),
    confirm: (question) =>
      answer(
        question,
        (line) => readConfirm(line, question),
        () => ask.confirm(question),
      ),
    search: (question) =>
      answer(
        question,
        (line) => readSearch(line, question),
        () => ask.search(question),
      ),
    choose: (question) =>
      answer(
        question,
        (line) => readChoice(line, question),
        () => ask.choose(question),
      ),
    several: (question) =>
      answer(
        question,
        (line) => readSeveral(line, question),
        () => ask.several(question),
      ),
  };
}

interface Asked {
  readonly message: string;
  readonly isLast?: boolean;
}

interface Answering<T> {
  readonly read: (line: string) => Read<T> | Promise<Read<T>>;
  readonly asked: () => Promise<T>;
  readonly ask: Asker;
  readonly typed: TypedInput;
}

async function answered<T>({ message, isLast }: Asked, answering: Answering<T>): Promise<T> {
  const { read, asked, ask, typed } = answering;
  for (;;) {
    if (isLast) tellUnused(typed, ask);
    const line = typed.takeLine();
    if (line !== undefined) {
      const found = await read(line.trim());
      if ('value' in found) {
        ask.say(`  ${message.trim()}: ${found.shown}`);
        return found.value;
      }
      ask.say(`The pasted line '${plain(line.trim())}' does not answer '${message.trim()}': ${found.wrong}`);
      tellUnused(typed, ask);
    }
    try {
      return await asked();
    } catch (error) {
      const isPasted = error instanceof Error && error.name === 'AbortPromptError';
      if (!isPasted) throw error;
    }
  }
}

/** Nothing that a person pasted is lost without a word. */
export function tellUnused(typed: TypedInput, { say }: Pick<Asker, 'say'>): void {
  const lines = typed.drop();
  if (lines.length > 0) say(unused(lines));
}

export function unused(lines: readonly string[]): string {
  return `These pasted lines were not used: ${lines.map((line) => `'${plain(line.trim())}'`).join(', ')}.`;
}

async function readText(line: string, { default: preset = '', problem }: TextQuestion): Promise<Read<string>> {
  const value = line === '' ? preset : line;
  const wrong = await problem?.(value);
  return wrong === undefined ? { value, shown: plain(value) } : { wrong };
}

function readConfirm(line: string, { default: preset = true }: ConfirmQuestion): Read<boolean> {
  const word = line.toLowerCase();
  const value = line === '' ? preset : 'yes'.startsWith(word) ? true : 'no'.startsWith(word) ? false : undefined;
  return value === undefined ? { wrong: 'Answer yes or no.' } : { value, shown: value ? 'yes' : 'no' };
}

function readSearch<T>(line: string, { choices }: SearchQuestion<T>): Read<T> {
  const found = named(choices(line), line);
  return found ? { value: found.value, shown: plain(found.name) } : notListed;
}

async function readChoice<T>(
  line: string,
  { choices, default: preset, problem, other }: ChoiceQuestion<T>,
): Promise<Read<T>> {
  const listed = line === '' ? choices.find((one) => one.value === preset) : named(choices, line);
  const found = listed ?? (line === '' || !other ? undefined : { value: other(line), name: line });
  if (!found) return notListed;
  const wrong = await problem?.(found.value);
  return wrong === undefined ? { value: found.value, shown: plain(found.name) } : { wrong };
}

/** Names with commas between them; an empty line leaves the proposed ones. */
async function readSeveral<T>(
  line: string,
  { choices, chosen, problem }: SeveralQuestion<T>,
): Promise<Read<readonly T[]>> {
  const names = line
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const found = names.map((name) => named(choices, name));
  if (found.includes(undefined)) return notListed;
  const value = line === '' ? chosen : found.flatMap((one) => (one ? [one.value] : []));
  const wrong = await problem?.(value);
  const shown = choices.filter((one) => value.includes(one.value)).map(({ name }) => plain(name));
  return wrong === undefined ? { value, shown: shown.join(', ') || 'none' } : { wrong };
}

const notListed = { wrong: 'Choose from the list.' } as const;

/** A choice by what it stands for, by its name, with or without what is said of it in parentheses, or by the only name that begins so. */
function named<T>(choices: readonly Choice<T>[], line: string): Choice<T> | undefined {
  const word = line.toLowerCase();
  const offered = choices.filter(({ disabled }) => disabled === undefined);
  const isMeant = (text: unknown): boolean =>
    (typeof text === 'string' || typeof text === 'number') && String(text).toLowerCase() === word;
  const [begun, another] = offered.filter(({ name }) => name.toLowerCase().startsWith(word));
  return (
    offered.find(({ value }) => isMeant(value)) ??
    offered.find(({ name }) => isMeant(name) || isMeant(name.replace(/ \([^()]*\)$/, ''))) ??
    (another === undefined ? begun : undefined)
  );
}
