import { enumerate } from '../../text/enumerate.ts';
import type { OwnRequirement } from '../readme/own.ts';
import type { StoryInScope } from './scope.ts';
import type { Specified } from './subject.ts';
import { deployedKeys } from './task-deployments.ts';
import type { Task } from './task.ts';

const anchors = {
  functional: 'functional-requirements',
  constraint: 'constraints',
  success: 'measurable-outcomes',
} as const;

/** Completed and open tasks for the custom requirements of a story. A later story may declare what satisfies them. */
export function ownTasks(subject: Specified, all: readonly OwnRequirement[]): readonly Task[] {
  return all.flatMap((one) => [...satisfied(one, ['shared']), ...byHand(subject, one), ...unsatisfied(one)]);
}

/** The task of a story without a requirement. */
export function emptyStory({ id, ids }: StoryInScope): readonly Task[] {
  if (ids.length > 0) return [];
  return [
    {
      key: `answer-${id}`,
      what: `Add a requirement to ${id}:`,
      names: ['requirements.functional'],
      way: 'in',
      file: 'avm.yaml',
      ids: [id],
      after: ['answers'],
      accept: 'avm render reports no finding about it',
    },
  ];
}

/** Manual tasks and unsatisfied requirements that belong to no story and depend on no task. */
export function ownFoundation(subject: Specified): readonly Task[] {
  const free = subject.own.filter((one) => one.story === undefined);
  return free.flatMap((one) => [...(one.kind === 'success' ? [] : byHand(subject, one)), ...unsatisfied(one)]);
}

/** Tasks that belong to no story and come last: those of the template, and verification after a deployment. */
export function ownPolish(subject: Specified): readonly Task[] {
  const free = subject.own.filter((one) => one.story === undefined);
  return free.flatMap((one) => [
    ...satisfied(
      one,
      one.parts.map((name) => `declare-${name}`),
    ),
    ...(one.kind === 'success' ? byHand(subject, one) : []),
  ]);
}

function satisfied({ id, by, parts, limited, rules }: OwnRequirement, after: readonly string[]): readonly Task[] {
  if (by.length === 0) return [];
  const where = limited === '' ? '' : ` in ${limited}`;
  const file = parts.length > 0 ? 'main.bicep' : '.specify/memory/constitution.md';
  return [
    {
      key: `satisfy-${id}`,
      done: true,
      what: `Satisfy ${id}${where} by ${enumerate(by)}`,
      file,
      ids: [id, ...rules.filter((rule) => by.includes(rule))],
      after: parts.length > 0 ? after : [],
      accept: 'avm check passes',
    },
  ];
}

function byHand({ folder, workspace }: Specified, { id, kind, task }: OwnRequirement): readonly Task[] {
  if (task === undefined) return [];
  return [
    {
      key: `hand-${id}`,
      what: `Do manually “${task}”`,
      way: 'for',
      file: `${folder}/spec.md`,
      anchor: anchors[kind],
      ids: [id],
      after: kind === 'success' ? deployedKeys(workspace, workspace.sides.at(-1)) : [],
      accept: `${id} is met`,
    },
  ];
}

function unsatisfied({ id, answer, satisfiedBy }: OwnRequirement): readonly Task[] {
  if (satisfiedBy !== '') return [];
  return [
    {
      key: `answer-${id}`,
      what: `Set what satisfies ${id}:`,
      names: [`${answer}.satisfiedBy`],
      way: 'in',
      file: 'avm.yaml',
      ids: [id],
      after: ['answers'],
      accept: 'avm render reports no finding about it',
    },
  ];
}
