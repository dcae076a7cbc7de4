import { blueprintNamed } from '../avm-catalog/blueprints/index.ts';
import { makeItem, type Addition } from '../avm-catalog/kernel/addition.ts';
import type { ComponentDefinition } from '../avm-catalog/kernel/component.ts';
import type { View } from '../avm-catalog/kernel/view.ts';
import type { Answers } from '../src/answers/answers.ts';
import { ownValue } from '../src/bicep/own.ts';
import { draftOf, settingOf, withEdits, type Edit } from './draft.ts';
import { askEnvironment } from './environment.ts';
import { askNamed, severalOf, type Named } from './named.ts';
import { askFolder } from './interview.ts';
import { additionsOf, optional, rest } from './components.ts';
import { askAll } from './questions.ts';
import type { Generator, Session, WorkspaceChange } from './session.ts';

export const componentGenerator: Generator<WorkspaceChange> = {
  name: 'component',
  description: 'a component, a part of a component, or an environment',
  prompts: async (session) => {
    const folder = session.folder ?? (await askFolder(session, true));
    const found = session.engine.look(folder);
    if (found.kind !== 'workspace') throw new Error(`'${folder}' is not a workspace`);
    return askComponent(folder, found.answers, session);
  },
};

async function askComponent(folder: string, answers: Answers, session: Session): Promise<WorkspaceChange> {
  const views = session.engine.views(answers);
  const known = optional(answers.blueprint).find((one) => one.name === session.what);
  const what = known ?? moduleOf(session) ?? (await askWhat(answers.blueprint, views, session));
  if (what === 'environment') return askEnvironment(folder, answers, session);
  if ('another' in what) return askNamed(what, folder, answers, session);
  if ('list' in what) return askAddition(what, folder, views, session);
  const where = session.environment === undefined ? await askWhere(what, views, session) : [session.environment];
  const switches = switchesOf(what, where);
  const { key, questions } = rest(what);
  const asked = questions.filter(({ path }) => !switches.some((one) => one.path === `${key}.${path}`));
  const { edits } = await askAll({ key, questions: asked }, withEdits(draftOf(answers), switches), session);
  return {
    folder,
    components:
      where.length === 0 ? [{ name: what.name }] : where.map((environment) => ({ name: what.name, environment })),
    environments: [],
    settings: edits.filter((edit) => !switches.includes(edit)).map(settingOf),
  };
}

/** The type of which any module is one, where a person has named a module. */
function moduleOf({ module }: Session): Named | undefined {
  return module && severalOf([]).find(({ another }) => another.modules !== undefined);
}

type What = ComponentDefinition | Addition | Named | 'environment';

function askWhat(blueprint: string, views: readonly View[], { ask }: Session): Promise<What> {
  const choices = optional(blueprint);
  const isOn = (one: ComponentDefinition): boolean => views.every((view) => one.enabled(view));
  return ask.choose<What>({
    message: 'What do you want to add?',
    choices: [
      ...choices.filter((one) => !isOn(one)).map((one) => ({ value: one, name: one.title, description: one.summary })),
      ...additionsOf(blueprint).map((one) => ({ value: one, name: one.title, description: one.description })),
      ...severalOf(blueprintNamed(blueprint)?.components ?? []).map((one) => ({
        value: one,
        name: titleOf(one),
        description: one.another.summary,
      })),
      { value: 'environment' as const, name: 'An environment', description: 'In addition to the existing ones' },
      ...choices
        .filter(isOn)
        .map((one) => ({ value: one, name: one.title, description: one.summary, disabled: 'already on' })),
    ],
  });
}

function titleOf({ another: { title, modules, file } }: Named): string {
  if (modules) return 'An Azure Verified Module';
  return file ? title : `${title} (another one, with a name)`;
}

/** Empty for all environments. */
async function askWhere(
  what: ComponentDefinition,
  views: readonly View[],
  { ask }: Session,
): Promise<readonly string[]> {
  const without = views.filter((view) => !what.enabled(view)).map((view) => view.environment);
  if (views.length < 2 || without.length === 0) return [];
  const chosen = await ask.several({
    message: 'In which environments?',
    choices: without.map((value) => ({ value, name: value })),
    chosen: without,
    problem: (values) => (values.length === 0 ? 'Choose at least one.' : undefined),
  });
  return chosen.length === views.length ? [] : chosen;
}

function switchesOf({ inputs }: ComponentDefinition, where: readonly string[]): readonly Edit[] {
  const entries = Object.entries(inputs?.switchOn ?? {}).map(([name, value]) => ({
    path: `${inputs?.token.key ?? ''}.${name}`,
    value,
  }));
  return where.length === 0 ? entries : where.flatMap((environment) => entries.map((one) => ({ ...one, environment })));
}

async function askAddition(
  addition: Addition,
  folder: string,
  views: readonly View[],
  { ask }: Session,
): Promise<WorkspaceChange> {
  const said = new Map<string, string>();
  const item = () => makeItem(addition, views, Object.fromEntries(said));
  for (const { key, ask: message, kind, choices = [], problem } of addition.fields) {
    if (message === undefined) continue;
    const usual = String(ownValue(item(), key) ?? '');
    const answer =
      kind === 'choice'
        ? await ask.choose({ message, choices: choices.map((value) => ({ value, name: value })), default: usual })
        : await ask.text({ message, default: usual, ...(problem ? { problem } : {}) });
    said.set(key, answer);
  }
  return {
    folder,
    components: [],
    environments: [],
    settings: [{ path: `${addition.list}.+`, value: JSON.stringify(item()) }],
  };
}
