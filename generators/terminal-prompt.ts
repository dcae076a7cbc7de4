import { plain } from '../src/findings/characters.ts';
import type { TypedInput } from './typed-input.ts';

interface InquirerQuestion {
  readonly type: string;
  readonly name: string;
  readonly [more: string]: unknown;
}

type Prompt = <T>(questions: readonly object[]) => Promise<{ readonly value: T }>;

/** Asks one question with inquirer, which is loaded by the first. */
export async function prompt<T>(
  question: InquirerQuestion,
  typed: TypedInput | undefined,
): Promise<{ readonly value: T }> {
  const { default: inquirer } = await import('inquirer');
  const seen = Object.entries(question).map(
    ([key, value]: [string, unknown]) => [key, typeof value === 'string' ? plain(value) : value] as const,
  );
  const questions = [Object.fromEntries(seen)];
  // The types of inquirer tell questions apart by their literals, which are written down above.
  if (typed === undefined) return (inquirer.prompt as unknown as Prompt)<T>(questions);
  const controller = new AbortController();
  const { signal } = controller;
  const ask = inquirer.createPromptModule({ input: typed.stream, signal }) as unknown as Prompt;
  typed.open({ takesText: question.type === 'input', end: () => controller.abort() });
  try {
    return await ask<T>(questions);
  } finally {
    typed.close();
  }
}
