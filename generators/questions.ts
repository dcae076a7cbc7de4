import type { Question } from '../avm-catalog/kernel/component.ts';
import type { View } from '../avm-catalog/kernel/view.ts';
import type { DefaultsContext } from '../avm-catalog/kernel/context.ts';
import { concerns } from '../avm-catalog/constitution/evaluate.ts';
import type { Choice } from './asker.ts';
import { answersOf, isKnown, put, valueAt, withEdits, type Draft, type Edit } from './draft.ts';
import { problemOf } from './judge.ts';
import type { Session } from './session.ts';

type Inputs = Readonly<Record<string, unknown>>;

/** Questions about one part of the spec: a component's inputs, or what all components share (key ''). */
export interface QuestionSet {
  readonly key: string;
  readonly questions: readonly Question[];
}

/** Asks each question with the value it has until now; one that differs by environment for the first, and then for the others. */
export async function askAll({ key, questions }: QuestionSet, draft: Draft, session: Session): Promise<Draft> {
  let now = draft;
  const { components } = draft.blueprint;
  const asked = questions.filter((one) => concerns(one, components));
  for (const question of asked) now = await askOne(question, key, now, session);
  return now;
}

async function askOne(question: Question, key: string, draft: Draft, session: Session): Promise<Draft> {
  const asking = new Asking(question, key, draft, session);
  const [first, ...others] = asking.views;
  if (!first || isKnown(draft, asking.path)) return draft;
  if (!question.byEnvironment || (others.length === 0 && draft.environments.length === 1))
    return asking.settle(undefined, await asking.ask(first, undefined));
  const value = await asking.ask(first, first.environment);
  if (others.length === 0) return asking.settle(first.environment, value);
  switch (await asking.others(others, first, value)) {
    case 'keep':
      return asking.settle(first.environment, value);
    case 'same':
      return others.length + 1 === draft.environments.length
        ? asking.settle(undefined, value)
        : asking.settleAll([first, ...others], value);
    case 'each':
      return others.reduce<Promise<Draft>>(
        async (before, view) => {
          const at = new Asking(question, key, await before, session);
          return at.settle(view.environment, await at.ask(view, view.environment));
        },
        Promise.resolve(asking.settle(first.environment, value)),
      );
  }
}

/** One question, with what is answered so far. */
class Asking {
  readonly question: Question;
  readonly path: string;
  readonly draft: Draft;
  readonly session: Session;
  /** Environments in which it is asked. */
  readonly views: readonly View[];

  constructor(question: Question, key: string, draft: Draft, session: Session) {
    this.question = question;
    this.path = key === '' ? question.path : `${key}.${question.path}`;
    this.draft = draft;
    this.session = session;
    const inputsOf = (view: View): Inputs =>
      key === '' ? treeOf(view) : ((valueAt(treeOf(view), key) ?? {}) as Inputs);
    this.views = session.engine
      .views(answersOf(draft))
      .filter((view) => question.when?.(inputsOf(view)) ?? true)
      .filter((view) => question.among === undefined || question.among(view).length > 0);
  }

  current(view: View): unknown {
    return valueAt(treeOf(view), this.path);
  }

  async ask(view: View, environment: string | undefined): Promise<unknown> {
    const { kind, ask, choices } = this.question;
    const message = environment === undefined ? ask : `${ask} (${environment})`;
    const current = this.current(view);
    const problem = (value: unknown) =>
      problemOf(this.draft, this.edits(environment, value, view), this.session.engine);
    switch (kind) {
      case 'confirm':
        return this.session.ask.confirm({ message, default: current === true });
      case 'choice': {
        const offered = this.question.among
          ? named(this.question.among(view))
          : offer(choices?.(contextOf(view)) ?? [], current);
        return this.session.ask.choose({ message, choices: offered, default: current, problem });
      }
      case 'number':
        return Number(
          await this.session.ask.text({
            message,
            default: shown(current),
            problem: (text) => (/^-?\d+(\.\d+)?$/.test(text) ? problem(Number(text)) : 'Write a number.'),
          }),
        );
      case 'list':
        return listOf(
          await this.session.ask.text({ message, default: shown(current), problem: (text) => problem(listOf(text)) }),
        );
      case 'text':
        return this.session.ask.text({ message, default: shown(current), problem });
    }
  }

  /** Whether the other environments keep what they have, take the first one's answer, or are asked. */
  async others(others: readonly View[], first: View, value: unknown): Promise<'keep' | 'same' | 'each'> {
    const names = others.map((view) => view.environment).join(' and ');
    const theirs = others.map((view) => this.current(view));
    if (theirs.every((one) => same(one, this.current(first)))) {
      const isSame = await this.session.ask.confirm({ message: `  The same for ${names}?`, default: true });
      return isSame ? 'same' : 'each';
    }
    const kept = others.map((view, index) => `${view.environment} ${shown(theirs[index])}`).join(', ');
    const choices: readonly Choice<'keep' | 'same' | 'each'>[] = [
      { value: 'keep', name: `keep ${kept}` },
      { value: 'same', name: `the same everywhere: ${shown(value)}` },
      { value: 'each', name: 'ask for each' },
    ];
    return this.session.ask.choose({ message: `  And for ${names}?`, choices, default: 'keep' });
  }

  /** What is as it was is no edit: it may follow from the workload's name. */
  settle(environment: string | undefined, value: unknown): Draft {
    const concerned =
      environment === undefined ? this.views : this.views.filter((one) => one.environment === environment);
    if (concerned.every((one) => same(this.current(one), value))) return this.draft;
    return withEdits(this.draft, this.edits(environment, value, concerned[0]));
  }

  settleAll(views: readonly View[], value: unknown): Draft {
    return withEdits(
      this.draft,
      views.flatMap((view) => this.edits(view.environment, value, view)),
    );
  }

  /** A value inside a list is an edit of the whole list. */
  edits(environment: string | undefined, value: unknown, view: View | undefined): readonly Edit[] {
    const keys = this.path.split('.');
    const index = keys.findIndex((key) => /^\d+$/.test(key));
    if (index === -1 || !view) return [{ path: this.path, value, environment }];
    const path = keys.slice(0, index).join('.');
    return [{ path, value: put(valueAt(treeOf(view), path) ?? [], keys.slice(index), value), environment }];
  }
}

function treeOf({ core, inputs, tags }: View): Inputs {
  return { ...core, ...inputs, tags };
}

function contextOf({ workload, environment, rules }: View): DefaultsContext {
  return { workload, environment, rules };
}

/** Components by name, after what is there without one being named. */
function named(names: readonly string[]): readonly Choice<unknown>[] {
  return [{ value: undefined, name: 'the default' }, ...names.map((value) => ({ value, name: value }))];
}

/** What is set until now is among the choices, also where the catalog would not offer it. */
function offer(
  choices: readonly { readonly value: string | number | null; readonly name?: string }[],
  current: unknown,
): readonly Choice<unknown>[] {
  const offered = choices.map(({ value, name }) => ({ value: value as unknown, name: name ?? shown(value) }));
  return offered.some(({ value }) => value === current) || current === undefined
    ? offered
    : [{ value: current, name: shown(current) }, ...offered];
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return value === null ? 'none' : '';
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
