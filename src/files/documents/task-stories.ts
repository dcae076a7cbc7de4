import type { PlanComponent } from '../../plan/plan.ts';
import { componentIn } from '../../resolve/components.ts';
import { prerequisitesOf } from '../readme/documented.ts';
import type { CriterionInScope, StoryInScope } from './scope.ts';
import type { Specified } from './subject.ts';
import { emptyStory, ownTasks } from './task-own.ts';
import { deployedKeys, environmentTasks } from './task-deployments.ts';
import type { Task } from './task.ts';

/** The story that verifies a criterion. Stories can share a requirement, and each criterion is verified once. */
export function storyOf(
  { requirements }: CriterionInScope,
  stories: readonly StoryInScope[],
): StoryInScope | undefined {
  return requirements.flatMap((id) => stories.filter((story) => story.requirements.includes(id)))[0];
}

/** What the template implements of a story, and how to verify it. */
export function storyTasks(
  subject: Specified,
  story: StoryInScope,
  criteria: readonly CriterionInScope[],
): readonly Task[] {
  const proofs = criteria.filter((one) => one.id !== 'SC-001').map((one) => proof(subject, one));
  const wanted = ownTasks(
    subject,
    subject.own.filter((one) => one.story === story.id),
  );
  const declared = story.components
    .filter((name) => subject.workspace.has(name) && isDeclared(subject, name))
    .map((name) => declaration(subject, name));
  if (story.id === 'US1') return [...sharedTasks(subject), ...declared, ...deployTasks(subject), ...wanted];
  const { components, resources } = subject.workspace.plan;
  const serving = [...components.flatMap((one) => one.ids), ...resources.flatMap((one) => one.reason.ids)];
  const covered = new Set([...serving, ...proofs.flatMap((task) => task.ids)]);
  const rest = story.requirements.filter((id) => story.ids.includes(id) && !covered.has(id));
  return [
    ...declared.map((task, index) => (index < declared.length - 1 ? task : withIds(task, rest))),
    ...proofs,
    ...wanted,
    ...emptyStory(story),
  ];
}

function withIds(task: Task, more: readonly string[]): Task {
  return { ...task, ids: [...task.ids, ...more] };
}

/** A component that has only targets declares nothing. */
function isDeclared({ workspace }: Specified, name: string): boolean {
  return workspace.spec.components.every((one) => one.name !== name || one.targetRows === undefined);
}

/** A component as a task that the template completes. */
export function declaration({ workspace }: Specified, name: string): Task {
  const { plan } = workspace;
  const component = plan.components.find((one) => one.name === name);
  const resources = plan.resources.filter((one) => one.components.includes(name));
  const [own] = componentIn(name, workspace.spec)?.docs.files?.filter(({ standalone }) => standalone) ?? [];
  if (own) return generation(name, component, own.path);
  return {
    key: `declare-${name}`,
    done: true,
    what: `Declare ${component?.title ?? name}${resources.length > 0 ? ':' : ''}`,
    names: resources.map((one) => one.symbol),
    file: 'main.bicep',
    ids: [...(component?.ids ?? []), ...resources.flatMap((one) => one.reason.ids)],
    after: ['shared'],
    accept: 'avm check passes',
    component: name,
  };
}

/** A component that has files of its own, as a task that they complete. */
function generation(name: string, component: PlanComponent | undefined, file: string): Task {
  return {
    key: `generate-${name}`,
    done: true,
    what: `Generate ${component?.title ?? name}`,
    file,
    ids: component?.ids ?? [],
    after: ['answers'],
    accept: 'avm render reports no error',
    component: name,
  };
}

function sharedTasks({ workspace }: Specified): readonly Task[] {
  return [
    {
      key: 'shared',
      done: true,
      what: 'Compute names, IDs, and tags once, and pin the module versions',
      file: 'main.bicep',
      ids: ['modules', 'environments', 'ARC-001', 'ARC-002', 'ARC-003', 'NAM-001', 'NAM-002', 'TAG-001'],
      after: ['answers', 'linter'],
      accept: 'avm check passes',
    },
    ...workspace.sides.map((side): Task => ({
      key: `parameters-${side.environment}`,
      done: true,
      parallel: true,
      what: `Set the parameters of ${side.environment}`,
      file: side.parametersFile,
      ids: ['environments', 'TST-001', 'TST-002', 'TST-003'],
      after: ['shared'],
      accept: 'avm check compiles it',
    })),
  ];
}

/** One environment at a time, in the order of the settings. */
function deployTasks({ workspace, folder }: Specified): readonly Task[] {
  const all = [
    'check',
    'clarify',
    'providers',
    'rights',
    ...prerequisitesOf(workspace).flatMap(({ tasks }) => tasks.map(({ key }) => key)),
    ...workspace.sides.map((one) => `group-${one.environment}`),
  ];
  return [
    {
      key: 'check',
      what: 'Evaluate the constitution (SC-001)',
      file: `${folder}/quickstart.md`,
      anchor: 'check',
      ids: ['modules', 'environments'],
      after: ['tools', 'shared'],
      accept: 'avm check ends with exit code 0',
    },
    ...workspace.sides.flatMap((side, index) => {
      const earlier = workspace.sides[index - 1];
      const after = earlier ? deployedKeys(workspace, earlier) : all;
      return environmentTasks(workspace, side, after, { file: `${folder}/quickstart.md`, anchor: 'deploy' });
    }),
  ];
}

function proof({ workspace, folder }: Specified, one: CriterionInScope): Task {
  return {
    key: one.id,
    parallel: true,
    what: `Verify ${one.id}${one.limited === '' ? '' : ` in ${one.limited}`}`,
    file: `${folder}/quickstart.md`,
    anchor: 'verify',
    ids: one.reason.ids,
    after: deployedKeys(workspace, workspace.sides.at(-1)),
    accept: one.expect,
  };
}
