import type { Addition } from '../avm-catalog/kernel/addition.ts';
import type { ComponentDefinition } from '../avm-catalog/kernel/component.ts';
import type { View } from '../avm-catalog/kernel/view.ts';
import type { Blueprint } from '../avm-catalog/kernel/blueprint.ts';
import { blueprintNamed } from '../avm-catalog/blueprints/index.ts';
import { componentNamed, components } from '../avm-catalog/components/index.ts';
import type { Problem } from './asker.ts';
import { answersOf, withEdits, type Draft, type Edit } from './draft.ts';
import { problemOf } from './judge.ts';
import { askAll, type QuestionSet } from './questions.ts';
import type { Session } from './session.ts';

/** Components that are optional. */
export function optional(blueprint: string): readonly ComponentDefinition[] {
  const names = blueprintNamed(blueprint)?.components ?? [];
  return components.filter((one) => names.includes(one.name) && one.inputs?.switchOn !== undefined);
}

/** What can be added to those of a blueprint. */
export function additionsOf(blueprint: string): readonly Addition[] {
  const names = blueprintNamed(blueprint)?.components ?? [];
  return components.flatMap((one) => (names.includes(one.name) ? (one.additions ?? []) : []));
}

/** Which components there are, and the answers of those that a person wants to see. */
export async function askComponents(draft: Draft, session: Session): Promise<Draft> {
  const answers = answersOf(draft);
  const views = session.engine.views(answers);
  const offered = optional(answers.blueprint);
  const on = offered.filter((one) => views.some((view) => one.enabled(view)));
  const chosen = await session.ask.several({
    message: 'Which components do you want?',
    choices: offered.map((one) => ({ value: one, name: one.title, description: one.summary })),
    chosen: on,
    problem: (values) => switchProblem(values, { offered, views, draft }, session),
  });
  let now = withEdits(draft, switches(chosen, offered, views));
  const detailed = [...always(draft.blueprint), ...chosen].filter((one) => rest(one).questions.length > 0);
  const added = chosen.filter((one) => !on.includes(one) && detailed.includes(one));
  const wanted = await session.ask.several({
    message: 'Which components do you want to configure? (the others keep their defaults)',
    choices: detailed.map((one) => ({ value: one, name: one.title, description: one.summary })),
    chosen: added,
  });
  for (const one of wanted) now = await askAll(rest(one), now, session);
  return now;
}

interface Choosing {
  readonly offered: readonly ComponentDefinition[];
  readonly views: readonly View[];
  readonly draft: Draft;
}

/** Rules can require or forbid a component: it is reported immediately. */
function switchProblem(
  chosen: readonly ComponentDefinition[],
  { offered, views, draft }: Choosing,
  { engine }: Session,
): Problem {
  const edits = switches(chosen, offered, views);
  const later = offered.flatMap(({ inputs }) => (inputs?.needsMore ? [`${inputs.token.key}.`] : []));
  const answered = edits.filter(({ path }) => !later.some((start) => path.startsWith(start)));
  return answered.length === 0 ? undefined : problemOf(withEdits(draft, edits), answered, engine);
}

/** Switched on in no environment, all get it; switched off, none has it; else it stays as it is. */
function switches(
  chosen: readonly ComponentDefinition[],
  offered: readonly ComponentDefinition[],
  views: readonly View[],
): readonly Edit[] {
  return offered.flatMap((one) => {
    const wanted = chosen.includes(one);
    if (wanted === views.some((view) => one.enabled(view)) || !one.inputs) return [];
    const { token, switchOn = {} } = one.inputs;
    return Object.entries(switchOn).map(([name, value]): Edit => ({
      path: `${token.key}.${name}`,
      value: wanted ? value : false,
    }));
  });
}

/** A component's questions beyond whether it is there at all; in which environments it is stays one of them. */
export function rest({ inputs }: ComponentDefinition): QuestionSet {
  const switched = Object.keys(inputs?.switchOn ?? {});
  return {
    key: inputs?.token.key ?? '',
    questions:
      inputs?.questions.filter(({ path, byEnvironment }) => byEnvironment === true || !switched.includes(path)) ?? [],
  };
}

/** Components that are always on, except those with their own section. */
function always({ components: names, interview }: Blueprint): readonly ComponentDefinition[] {
  return components.filter(
    ({ name, inputs }) =>
      names.includes(name) &&
      inputs !== undefined &&
      inputs.switchOn === undefined &&
      interview.every((section) => section.component !== name),
  );
}

/** The questions of one component. */
export async function askOf(name: string, draft: Draft, session: Session): Promise<Draft> {
  const inputs = componentNamed(name)?.inputs;
  return inputs ? askAll({ key: inputs.token.key, questions: inputs.questions }, draft, session) : draft;
}
