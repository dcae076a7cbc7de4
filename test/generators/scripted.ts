import type { Asker, Choice } from '../../generators/asker.ts';
import type { Session } from '../../generators/session.ts';
import { engineAt } from '../../src/cli/change/engine.ts';

type Answer = string | boolean | readonly string[];
/** By the beginning of the question: what is answered, one after the other where it is asked again. */
export type Script = Readonly<Record<string, Answer | readonly Answer[]>>;

export interface Scripted extends Session {
  /** Questions in the order in which they were asked. */
  readonly asked: readonly string[];
  /** What was said of wrong answers. */
  readonly refused: readonly string[];
  readonly said: readonly string[];
}

/** Answers by a script, and with the default where it says nothing. A choice is answered with its name or its beginning. */
export function scripted(script: Script, cwd: string, more: Partial<Session> = {}): Scripted {
  const asked: string[] = [];
  const refused: string[] = [];
  const said: string[] = [];
  const left = new Map(
    Object.entries(script).map(([key, value]) => [
      key,
      (Array.isArray(value) && Array.isArray(value[0])
        ? [...value]
        : Array.isArray(value) && key.startsWith('*')
          ? [...value]
          : [value]) as Answer[],
    ]),
  );
  const next = (message: string): Answer | undefined => {
    asked.push(message);
    for (const [key, answers] of left) if (message.trim().startsWith(key.replace('*', ''))) return answers.shift();
    return undefined;
  };
  const pick = <T>(choices: readonly Choice<T>[], name: string): T => {
    const found = choices.find((one) => one.name === name) ?? choices.find((one) => one.name.startsWith(name));
    if (!found || found.disabled)
      throw new Error(`no choice ${name} among ${choices.map((one) => one.name).join(' | ')}`);
    return found.value;
  };
  const ask: Asker = {
    say: (text) => void said.push(text),
    heading: (text) => void said.push(text),
    async text({ message, default: preset = '', problem = () => undefined }) {
      for (let turn = 0; turn < 5; turn += 1) {
        const text = String(next(message) ?? preset);
        const wrong = await problem(text);
        if (wrong === undefined) return text;
        refused.push(wrong);
      }
      throw new Error(`${message} is never answered: ${refused.at(-1) ?? ''}`);
    },
    confirm: async ({ message, default: preset = true }) => Boolean(next(message) ?? preset),
    async choose({ message, choices, default: preset, problem }) {
      const name = next(message);
      const value =
        name === undefined ? (preset ?? (choices[0] as (typeof choices)[number]).value) : pick(choices, String(name));
      const wrong = await problem?.(value);
      if (wrong === undefined) return value;
      refused.push(wrong);
      return ask.choose({
        message,
        choices,
        ...(preset !== undefined && { default: preset }),
        ...(problem && { problem }),
      });
    },
    async search({ message, choices }) {
      const name = next(message);
      return name === undefined ? (choices('')[0] as Choice<never>).value : pick(choices(String(name)), String(name));
    },
    async several({ message, choices, chosen, problem }) {
      const names = next(message) as readonly string[] | undefined;
      const values = names === undefined ? chosen : names.map((name) => pick(choices, name));
      const wrong = await problem?.(values);
      if (wrong === undefined) return values;
      refused.push(wrong);
      return ask.several({ message, choices, chosen, ...(problem && { problem }) });
    },
  };
  return { ask, engine: engineAt(cwd), asked, refused, said, ...more };
}
