import type { Prerequisite } from '../../../avm-catalog/kernel/docs.ts';
import { prerequisitesOf } from '../readme/documented.ts';
import type { Workspace } from '../readme/sides.ts';
import { declaration } from './task-stories.ts';
import type { StoryInScope } from './scope.ts';
import type { Specified } from './subject.ts';
import { ownFoundation } from './task-own.ts';
import type { Task } from './task.ts';

/** What every workspace begins with. */
export function setup({ workspace, isOpen }: Specified): readonly Task[] {
  const adopted = workspace.spec.constitution.ratified !== undefined;
  return [
    {
      key: 'answers',
      done: true,
      what: 'Record the answers',
      file: 'avm.yaml',
      ids: ['environments'],
      after: [],
      accept: 'avm render reports no error',
    },
    clarified(isOpen),
    {
      key: 'linter',
      done: true,
      what: 'Set the rules of the linter',
      file: 'bicepconfig.json',
      ids: ['ARC-001', 'ARC-002', 'ARC-003'],
      after: ['answers'],
      accept: 'avm check shows no finding of the linter',
    },
    {
      key: 'tools',
      what: 'Install Azure CLI, Bicep and avm',
      file: 'README.md',
      anchor: 'tools',
      ids: ['modules'],
      after: [],
      accept: 'avm doctor reports no problem',
    },
    {
      key: 'constitution',
      ...(adopted ? { done: true } : {}),
      what: 'Adopt the constitution, and give its day as the answer constitution.ratified',
      file: '.specify/memory/constitution.md',
      anchor: 'governance',
      ids: ['environments'],
      after: ['answers'],
      accept: 'its last line has a day',
    },
  ];
}

/** There in any case, so that no other task is numbered anew when the last question is answered. */
function clarified(isOpen: boolean): Task {
  return {
    key: 'clarify',
    ...(isOpen ? {} : { done: true }),
    what: 'Answer what avm clarify asks',
    file: 'avm.yaml',
    ids: ['environments'],
    after: ['answers'],
    accept: 'avm clarify has no question left',
  };
}

/** What must exist in Azure before anything is deployed. */
export function foundation(subject: Specified, stories: readonly StoryInScope[]): readonly Task[] {
  const told = stories.flatMap((story) => story.components);
  return [
    ...subscription(subject),
    ...groups(subject),
    ...prerequisiteTasks(subject.workspace, 'section'),
    ...subject.workspace.plan.components
      .filter(({ name }) => !told.includes(name))
      .map(({ name }) => ({ ...declaration(subject, name), after: ['answers', 'linter'] })),
    ...ownFoundation(subject),
  ];
}

function subscription({ workspace }: Specified): readonly Task[] {
  return [
    {
      key: 'providers',
      parallel: true,
      what: 'Register the resource providers',
      file: 'README.md',
      anchor: 'subscription',
      ids: ['modules'],
      after: ['tools'],
      accept: 'each is Registered',
    },
    ...prerequisiteTasks(workspace, 'subscription'),
  ];
}

/** What somebody does for prerequisites. */
function prerequisiteTasks(workspace: Workspace, place: Prerequisite['in']): readonly Task[] {
  return prerequisitesOf(workspace)
    .filter((one) => one.in === place)
    .flatMap(({ tasks }) => tasks.map((task): Task => ({ ...task, parallel: true, file: 'README.md' })));
}

function groups({ workspace }: Specified): readonly Task[] {
  return [
    ...workspace.sides.map((side): Task => ({
      key: `group-${side.environment}`,
      parallel: true,
      what: 'Make the resource group',
      names: [side.group],
      file: 'README.md',
      anchor: 'resource-groups',
      ids: ['environments', 'NAM-001', 'TAG-001'],
      after: ['tools'],
      accept: 'it is there, with its tags',
    })),
    {
      key: 'rights',
      what: 'Assign the roles to the deployment identity',
      file: 'README.md',
      anchor: 'required-permissions',
      ids: ['modules'],
      after: workspace.sides.map((side) => `group-${side.environment}`),
      accept: 'each role of the tables is assigned',
    },
  ];
}
