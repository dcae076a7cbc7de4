import type { Data } from '../../avm-catalog/kernel/component.ts';
import { isWired, neededParameters } from '../../avm-catalog/components/avm-module/needed.ts';
import { namedKey } from '../../avm-catalog/kernel/core.ts';
import { parameterOf } from '../../avm-catalog/modules/resolve.ts';
import type { Answers } from '../../src/answers/answers.ts';
import { draftOf, withEdits, type Draft } from '../draft.ts';
import { problemOf } from '../judge.ts';
import type { ModuleChoice, NamedChange, Session, WorkspaceChange } from '../session.ts';
import { askOptional } from './optional.ts';
import { nameOf, type Asking, type Place } from './place.ts';
import { askValue } from './value.ts';

type Setting = WorkspaceChange['settings'][number];

/** What a module needs, what else is wanted of it, and what of that differs by environment. */
export async function askParameters(
  module: ModuleChoice,
  change: NamedChange,
  answers: Answers,
  session: Session,
): Promise<readonly Setting[]> {
  const { type, name, given } = change;
  const draft = withEdits(draftOf(answers), [{ path: `${namedKey}.${name}`, value: { type, ...given } }]);
  const asking = new AskingParameters(module, name, draft, session);
  for (const parameter of Object.keys(neededParameters(module.iface))) await asking.settle(parameter);
  await asking.more();
  if (change.environment === undefined) await asking.byEnvironment(Object.keys(answers.environments));
  return asking.settings;
}

class AskingParameters {
  readonly #module: ModuleChoice;
  readonly #name: string;
  readonly #session: Session;
  readonly #asking: Asking;
  readonly settings: Setting[] = [];
  readonly #given = new Set<string>();
  #draft: Draft;

  constructor(module: ModuleChoice, name: string, draft: Draft, session: Session) {
    this.#module = module;
    this.#name = name;
    this.#draft = draft;
    this.#session = session;
    this.#asking = { ask: session.ask, referable: session.engine.referable(draft.base), last: {} };
  }

  #placeOf(parameter: string): Place {
    const { iface } = this.#module;
    const node = parameterOf(iface, parameter);
    return { path: parameter, node, types: iface.types, isSecure: node.secure === true };
  }

  /** Asks until planning finds nothing wrong with the value. */
  async settle(parameter: string, environment?: string): Promise<Data> {
    const { ask, engine } = this.#session;
    const path = `${namedKey}.${this.#name}.params.${parameter}`;
    for (;;) {
      const value = await askValue(this.#placeOf(parameter), this.#asking);
      const edits = [{ path, value, environment }];
      const problem = problemOf(this.#draft, edits, engine);
      if (problem === undefined) {
        this.#draft = withEdits(this.#draft, edits);
        this.settings.push({ path, value: JSON.stringify(value), environment });
        this.#given.add(parameter);
        return value;
      }
      ask.say(problem);
    }
  }

  async more(): Promise<void> {
    const { iface } = this.#module;
    const left = Object.keys(iface.parameters).filter((one) => !isWired(iface, one) && !this.#given.has(one));
    await askOptional(
      left.map((one) => this.#placeOf(one)),
      { asking: this.#asking, ask: (place) => this.settle(nameOf(place)) },
    );
  }

  /** What was given is for the first environment as well. */
  async byEnvironment([, ...others]: readonly string[]): Promise<void> {
    if (others.length === 0 || this.#given.size === 0) return;
    const { ask } = this.#session;
    const differing = await ask.several({
      message: `Which of these differ in ${others.join(' or ')}?`,
      choices: [...this.#given].map((value) => ({ value, name: value })),
      chosen: [],
    });
    if (differing.length === 0) return;
    for (const environment of others) {
      ask.heading(environment);
      for (const parameter of differing) await this.settle(parameter, environment);
    }
  }
}
