import type { Task } from './task.ts';
import taskTemplate from '../../../templates/documents/task.md.hbs';
import template from '../../../templates/documents/tasks.md.hbs';
import type { Reason } from '../../bicep/value.ts';
import type { GeneratedFile } from '../file-set.ts';
import { renderFile } from '../render.ts';
import { criteriaOf, storiesOf, type StoryInScope } from './scope.ts';
import type { Specified } from './subject.ts';
import { attestationTasks } from './task-attestations.ts';
import { foundation, setup } from './task-basics.ts';
import { ownPolish } from './task-own.ts';
import { storyOf, storyTasks } from './task-stories.ts';
import { waiverTasks } from './task-waivers.ts';
import { commas } from '../../text/commas.ts';

export function tasksDocument(subject: Specified): GeneratedFile {
  const stories = storiesOf(subject);
  const criteria = criteriaOf(subject);
  const criteriaFor = (story: StoryInScope) => criteria.filter((one) => storyOf(one, stories) === story);
  const [atFirst, before] = [setup(subject), foundation(subject, stories)];
  const last = [...ownPolish(subject), ...attestationTasks(subject), ...waiverTasks(subject)];
  const lists = [atFirst, before, ...stories.map((story) => storyTasks(subject, story, criteriaFor(story))), last];
  const numbers = new Map(lists.flat().map(({ key }, index) => [key, `T${String(index + 1).padStart(3, '0')}`]));
  const line = (task: Task, story: string) => taskLine(task, story, numbers, subject);
  const phases = stories.map((story, index) => ({
    ...story,
    phase: index + 3,
    tasks: (lists[index + 2] ?? []).map((task) => line(task, story.id)),
  }));
  const deploys = [...numbers].filter(([key]) => key.startsWith('deploy-'));
  const model = {
    name: subject.name,
    folder: subject.folder,
    setup: atFirst.map((task) => line(task, '')),
    foundation: before.map((task) => line(task, '')),
    phases,
    lastPhase: stories.length + 3,
    polish: last.map((task) => line(task, '')),
    checkTask: numbers.get('check') ?? '',
    firstDeploy: deploys[0]?.[1] ?? '',
    deployTasks: deploys.map(([, number]) => number).join(', '),
    parallel: before
      .filter((task) => task.parallel)
      .map((task) => numbers.get(task.key) ?? '')
      .join(', '),
  };
  const path = `${subject.folder}/tasks.md`;
  const file = renderFile(path, template, model, subject.reason, { documentTask: taskTemplate });
  return { ...file, boxes: true };
}

function taskLine(task: Task, story: string, numbers: ReadonlyMap<string, string>, { workspace, folder }: Specified) {
  const names = task.names ?? [];
  const own = task.file.startsWith(`${folder}/`) ? task.file.slice(folder.length + 1) : `../../${task.file}`;
  const reason: Reason = workspace.reason(task.ids, task.component);
  return {
    number: numbers.get(task.key) ?? '',
    tick: task.done ? 'x' : ' ',
    parallel: task.parallel ?? false,
    story,
    way: task.way ?? (task.done ? 'in' : 'as described in'),
    what: task.what,
    names: commas(names, ','),
    file: task.file.startsWith(folder) ? own : task.file,
    href: task.anchor === undefined ? own : `${own}#${task.anchor}`,
    ids: reason.ids.join(', '),
    after: task.after
      .flatMap((key) => numbers.get(key) ?? [])
      .toSorted()
      .join(', '),
    accept: task.accept,
    reason,
  };
}
