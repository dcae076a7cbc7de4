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

/** What is done for requirements of a story, and what a person has yet to do; what satisfies them may be declared in a later story. */
export function ownTasks(subject: Specified, all: readonly OwnRequirement[]): readonly Task[] {
  return all.flatMap((one) => [...satisfied(one, ['shared']), ...byHand(subject, one), ...unsatisfied(one)]);
}

/** What a story without a requirement asks for. */
export function emptyStory({ id, ids }: StoryInScope): readonly Task[] {
  if (ids.length > 0) return [];
  return [
    {
      key: `answer-${id}`,
      what: `Give a requirement to ${id}:`,
      names: ['requirements.functional'],
      way: 'in',
      file: 'avm.yaml',
      ids: [id],
      after: ['answers'],
      accept: 'avm render says nothing of it',
    },
  ];
}

/** What belongs to no story and waits for nothing: what a person does, and what nothing satisfies. */
export function ownFoundation(subject: Specified): readonly Task[] {
  const free = subject.own.filter((one) => one.story === undefined);
  return free.flatMap((one) => [...(one.kind === 'success' ? [] : byHand(subject, one)), ...unsatisfied(one)]);
}

/** What belongs to no story and comes last: what the template does, and what is shown after a deployment. */
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
      what: `Do by hand “${task}”`,
      way: 'for',
      file: `${folder}/spec.md`,
      anchor: anchors[kind],
      ids: [id],
      after: kind === 'success' ? deployedKeys(workspace, workspace.sides.at(-1)) : [],
      accept: `${id} holds`,
    },
  ];
}

function unsatisfied({ id, answer, satisfiedBy }: OwnRequirement): readonly Task[] {
  if (satisfiedBy !== '') return [];
  return [
    {
      key: `answer-${id}`,
      what: `Say what satisfies ${id}:`,
      names: [`${answer}.satisfiedBy`],
      way: 'in',
      file: 'avm.yaml',
      ids: [id],
      after: ['answers'],
      accept: 'avm render says nothing of it',
    },
  ];
}
