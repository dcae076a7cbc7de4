import type { ComponentDefinition } from '../avm-catalog/kernel/component.ts';
import type { View } from '../avm-catalog/kernel/view.ts';
import type { Answers } from '../src/answers/answers.ts';
import { draftOf, withEdits, type Edit } from './draft.ts';
import { askEnvironment } from './environment.ts';
import { askFolder } from './interview.ts';
import { optional, rest } from './components.ts';
import { askAll } from './questions.ts';
import type { Generator, Session, WorkspaceChange } from './session.ts';

export const componentGenerator: Generator<WorkspaceChange> = {
  name: 'component',
  description: 'a further component, data disk or environment of a workspace',
  prompts: async (session) => {
    const folder = session.folder ?? (await askFolder(session, true));
    const found = session.engine.look(folder);
    if (found.kind !== 'workspace') throw new Error(`${folder} is no workspace`);
    return askComponent(folder, found.answers, session);
  },
};

async function askComponent(folder: string, answers: Answers, session: Session): Promise<WorkspaceChange> {
  const views = session.engine.views(answers);
  const choices = optional(answers.blueprint);
  const what = choices.find((one) => one.name === session.what) ?? (await askWhat(choices, views, session));
  if (what === 'environment') return askEnvironment(folder, answers, session);
  if (what === 'data-disk') return askDataDisk(folder, views, session);
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

type What = ComponentDefinition | 'environment' | 'data-disk';

function askWhat(choices: readonly ComponentDefinition[], views: readonly View[], { ask }: Session): Promise<What> {
  const isOn = (one: ComponentDefinition): boolean => views.every((view) => one.enabled(view));
  return ask.choose<What>({
    message: 'What do you want to add?',
    choices: [
      ...choices.filter((one) => !isOn(one)).map((one) => ({ value: one, name: one.title, description: one.summary })),
      { value: 'data-disk' as const, name: 'A data disk', description: 'Another disk of the machine' },
      { value: 'environment' as const, name: 'An environment', description: 'Beside those that are there' },
      ...choices
        .filter(isOn)
        .map((one) => ({ value: one, name: one.title, description: one.summary, disabled: 'there already' })),
    ],
  });
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
    problem: (values) => (values.length === 0 ? 'Choose one at least.' : undefined),
  });
  return chosen.length === views.length ? [] : chosen;
}

function switchesOf({ inputs }: ComponentDefinition, where: readonly string[]): readonly Edit[] {
  const entries = Object.entries(inputs?.switchOn ?? {}).map(([name, value]) => ({
    path: `${inputs?.key ?? ''}.${name}`,
    value: value as unknown,
  }));
  return where.length === 0 ? entries : where.flatMap((environment) => entries.map((one) => ({ ...one, environment })));
}

async function askDataDisk(folder: string, views: readonly View[], { ask }: Session): Promise<WorkspaceChange> {
  const disks = views.flatMap((view) => view.inputs.virtualMachine.dataDisks);
  const lun =
    Array.from({ length: 64 }, (_, index) => index).find((index) => !disks.some((disk) => disk.lun === index)) ?? 0;
  const name = await ask.text({
    message: 'Name of the disk',
    default: disks.length === 0 ? 'data' : `data${lun}`,
    problem: (text) =>
      /^[a-z][a-z0-9-]{0,19}$/.test(text) ? undefined : 'Use lower-case letters, digits and hyphens.',
  });
  const size = await ask.text({
    message: 'Size in GiB',
    default: '128',
    problem: (text) =>
      /^\d+$/.test(text) && Number(text) >= 4 && Number(text) <= 32767 ? undefined : 'Give it 4 to 32767 GiB.',
  });
  const type = await ask.choose({
    message: 'Type',
    choices: ['Premium_LRS', 'StandardSSD_LRS', 'Standard_LRS'].map((value) => ({ value, name: value })),
    default: 'Premium_LRS',
  });
  const disk = JSON.stringify({ name, lun, sizeGb: Number(size), type, caching: 'ReadOnly' });
  return { folder, components: [], environments: [], settings: [{ path: 'virtualMachine.dataDisks.+', value: disk }] };
}

function settingOf({ path, value, environment }: Edit): WorkspaceChange['settings'][number] {
  return { path, value: typeof value === 'string' ? value : JSON.stringify(value), environment };
}
