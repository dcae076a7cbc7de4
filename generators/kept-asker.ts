import type { Asker, Choice, ChoiceQuestion, SeveralQuestion, TextQuestion } from './asker.ts';

/** A question and how it was answered: texts as typed, choices by their names. */
export interface KeptAnswer {
  readonly question: string;
  readonly answer: string | boolean | readonly string[];
}

/** Where answers of a run that was interrupted are. */
export interface Keep {
  readonly load: () => readonly KeptAnswer[];
  /** Writes what was answered so far; nothing where that is empty. */
  readonly save: (answers: readonly KeptAnswer[]) => void;
}

/**
 * Keeps each answer, and offers those of a run that was interrupted. They are given again as long as the same questions
 * come and the answers are still taken; from then on a person is asked.
 */
export async function keptAsker(ask: Asker, keep: Keep): Promise<Asker> {
  const before = keep.load();
  const isWanted =
    before.length > 0 &&
    (await ask.confirm({
      message: `An earlier run was interrupted. Take over its ${before.length} ${before.length === 1 ? 'answer' : 'answers'} and continue?`,
      default: true,
    }));
  if (!isWanted) keep.save([]);
  return new Keeping(ask, keep, isWanted ? before : []).asker();
}

class Keeping {
  readonly #ask: Asker;
  readonly #keep: Keep;
  /** Answers that are still to be given again. */
  #left: readonly KeptAnswer[];
  #answers: readonly KeptAnswer[] = [];

  constructor(ask: Asker, keep: Keep, before: readonly KeptAnswer[]) {
    this.#ask = ask;
    this.#keep = keep;
    this.#left = before;
  }

  asker(): Asker {
    const ask = this.#ask;
    return {
      say: (text) => ask.say(text),
      heading: (title) => ask.heading(title),
      text: (question) => this.#text(question),
      confirm: async ({ message, ...more }) => {
        const kept = this.#next(message);
        const isKept = typeof kept === 'boolean';
        return this.#done(message, isKept ? kept : await ask.confirm({ message, ...more }), isKept);
      },
      choose: (question) => this.#choose(question),
      several: (question) => this.#several(question),
      search: async ({ message, choices }) => {
        const kept = this.#next(message);
        const found = typeof kept === 'string' ? named(choices(kept), kept) : undefined;
        const value = found ? found.value : await ask.search({ message, choices });
        this.#done(message, nameOf(choices(''), value), found !== undefined);
        return value;
      },
    };
  }

  async #text(question: TextQuestion): Promise<string> {
    const { message, problem } = question;
    const kept = this.#next(message);
    const isKept = typeof kept === 'string' && (await problem?.(kept)) === undefined;
    return this.#done(message, isKept ? kept : await this.#ask.text(question), isKept);
  }

  async #choose<T>(question: ChoiceQuestion<T>): Promise<T> {
    const { message, choices, problem, isLast } = question;
    if (isLast) {
      this.#left = [];
      return this.#ask.choose(question);
    }
    const kept = this.#next(message);
    const found = typeof kept === 'string' ? named(choices, kept) : undefined;
    const isKept = found !== undefined && (await problem?.(found.value)) === undefined;
    const value = isKept ? found.value : await this.#ask.choose(question);
    this.#done(message, nameOf(choices, value), isKept);
    return value;
  }

  async #several<T>(question: SeveralQuestion<T>): Promise<readonly T[]> {
    const { message, choices, problem } = question;
    const kept = this.#next(message);
    const found = Array.isArray(kept) ? (kept as readonly string[]).flatMap((one) => named(choices, one) ?? []) : [];
    const values = found.map((one) => one.value);
    const isKept = Array.isArray(kept) && found.length === kept.length && (await problem?.(values)) === undefined;
    const chosen = isKept ? values : await this.#ask.several(question);
    this.#done(
      message,
      chosen.map((value) => nameOf(choices, value)),
      isKept,
    );
    return chosen;
  }

  /** What was answered to this question; where another one was asked, nothing that follows is known either. */
  #next(question: string): KeptAnswer['answer'] | undefined {
    const [next, ...left] = this.#left;
    this.#left = next?.question === question ? left : [];
    return next?.question === question ? next.answer : undefined;
  }

  #done<A extends KeptAnswer['answer']>(question: string, answer: A, isKept: boolean): A {
    this.#answers = [...this.#answers, { question, answer }];
    const asked = question.trim();
    if (isKept) this.#ask.say(`  ${asked}${asked.endsWith('?') ? '' : ':'} ${said(answer)}`);
    else {
      this.#left = [];
      this.#keep.save(this.#answers);
    }
    return answer;
  }
}

function said(answer: KeptAnswer['answer']): string {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  return typeof answer === 'string' ? answer : answer.join(', ');
}

function named<T>(choices: readonly Choice<T>[], name: string): Choice<T> | undefined {
  return choices.find((one) => one.name === name && one.disabled === undefined);
}

function nameOf<T>(choices: readonly Choice<T>[], value: T): string {
  return choices.find((one) => one.value === value)?.name ?? '';
}
