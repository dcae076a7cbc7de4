import type { Prerequisite } from '../../../avm-catalog/kernel/docs.ts';
import { prerequisitesOf } from '../readme/documented.ts';
import type { Workspace } from '../readme/sides.ts';
import { declaration } from './task-stories.ts';
import type { StoryInScope } from './scope.ts';
import type { Specified } from './subject.ts';
import { ownFoundation } from './task-own.ts';
import type { Task } from './task.ts';

/** Tasks that every workspace begins with. */
export function setup({ workspace, isOpen }: Specified): readonly Task[] {
  const adopted = workspace.spec.constitution.ratified !== undefined;
  return [
    {
      key: 'answers',
      done: true,
      what: 'Record the settings',
      file: 'avm.yaml',
      ids: ['environments'],
      after: [],
      accept: 'avm render reports no error',
    },
    clarified(isOpen),
    {
      key: 'linter',
      done: true,
      what: 'Configure the linter rules',
      file: 'bicepconfig.json',
      ids: ['ARC-001', 'ARC-002', 'ARC-003'],
      after: ['answers'],
      accept: 'avm check reports no finding of the linter',
    },
    {
      key: 'tools',
      what: 'Install the Azure CLI, Bicep, and avm',
      file: 'README.md',
      anchor: 'tools',
      ids: ['modules'],
      after: [],
      accept: 'avm doctor reports no problem',
    },
    {
      key: 'constitution',
      ...(adopted ? { done: true } : {}),
      what: 'Adopt the constitution, and set its date in constitution.ratified',
      file: '.specify/memory/constitution.md',
      anchor: 'governance',
      ids: ['environments'],
      after: ['answers'],
      accept: 'its last line has a date',
    },
  ];
}

/** In every workspace, so that the numbers of other tasks don't change with the last answer. */
function clarified(isOpen: boolean): Task {
  return {
    key: 'clarify',
    ...(isOpen ? {} : { done: true }),
    what: 'Answer the questions of avm clarify',
    way: 'in',
    file: 'avm.yaml',
    ids: ['environments'],
    after: ['answers'],
    accept: 'avm clarify has no question left',
  };
}

/** Prerequisites in Azure. */
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
      accept: 'each provider has the state Registered',
    },
    ...prerequisiteTasks(workspace, 'subscription'),
  ];
}

/** The tasks of prerequisites. */
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
      what: 'Create the resource group',
      names: [side.group],
      file: 'README.md',
      anchor: 'resource-groups',
      ids: ['environments', 'NAM-001', 'TAG-001'],
      after: ['tools'],
      accept: 'it exists with its tags',
    })),
    {
      key: 'rights',
      what: 'Assign the roles to the deployment identity',
      file: 'README.md',
      anchor: 'required-permissions',
      ids: ['modules'],
      after: workspace.sides.map((side) => `group-${side.environment}`),
      accept: 'each role in the tables is assigned',
    },
  ];
}
