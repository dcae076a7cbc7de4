import { isRuleOn } from '../../resolve/requirements.ts';
import type { Coverage, Sources } from '../analysis.ts';
import type { Documents } from '../documents.ts';
import { idsOf } from '../read/bicep.ts';
import { teller, type PassResult } from '../tell.ts';
import { idPattern } from '../text.ts';
import { generation } from './generation.ts';

const tell = teller('coverage');

/** Requirements without a task or an implementation, parts without a requirement, and unknown IDs. */
export function coverage(documents: Documents, sources: Sources, known: ReadonlySet<string>): readonly PassResult[] {
  return [
    ...generation(documents, sources),
    ...statements(documents, sources),
    ...stories(documents),
    ...tasks(documents),
    ...resources(documents, sources),
    ...unknownIds(documents, known),
  ];
}

/** The table of requirements and criteria. */
export function coverageOf({ specification, tasks: list }: Documents): readonly Coverage[] {
  const byId = new Map<string, Set<string>>();
  for (const { id: task, ids } of list?.lines ?? [])
    for (const id of task === '' ? [] : ids) byId.set(id, (byId.get(id) ?? new Set()).add(task));
  const ids = new Set((specification?.statements ?? []).map(({ id }) => id));
  return [...ids].map((id) => ({
    id,
    tasks: [...(byId.get(id) ?? [])],
    stories: (specification?.stories ?? []).filter(({ serves }) => serves.includes(id)).map((story) => story.id),
  }));
}

function statements(documents: Documents, sources: Sources): readonly PassResult[] {
  const { specification, tasks: list, quickstart } = documents;
  if (!specification || !list) return [];
  const covered = new Map(coverageOf(documents).map(({ id, tasks: own }) => [id, own]));
  const open = new Set(list.lines.filter(({ done }) => !done).map(({ id }) => id));
  const shown = new Set((quickstart?.lines ?? []).flatMap((line) => line.match(idPattern) ?? []));
  const file = specification.path;
  return specification.statements.flatMap(({ id, line }) => {
    const own = covered.get(id) ?? [];
    const at = { file, line, subject: id };
    if (id.startsWith('SC-'))
      return own.length === 0 && !shown.has(id) ? [tell('HIGH', 'criterion-unverified', at)] : [];
    if (own.length === 0) return [tell(id.startsWith('FR-') ? 'CRITICAL' : 'HIGH', 'no-task', at)];
    if (!id.startsWith('FR-')) return [];
    const isLeftToNobody = !isServed(id, sources) && own.every((task) => !open.has(task));
    return isLeftToNobody ? [tell('HIGH', 'nothing-built', at, { tasks: own })] : [];
  });
}

/** A line implements it, or a rule that is on or a person satisfies it. */
function isServed(id: string, { served, spec }: Sources): boolean {
  const { rules = [], task } = spec.requirements.get(id) ?? {};
  return served.has(id) || task !== undefined || rules.some((rule) => isRuleOn(rule, spec));
}

function stories({ specification, tasks: list }: Documents): readonly PassResult[] {
  if (!specification || !list) return [];
  const told = new Set(list.lines.map(({ story }) => story));
  return specification.stories
    .filter(({ id }) => !told.has(id))
    .map(({ id, line }) => tell('HIGH', 'story-without-task', { file: specification.path, line, subject: id }));
}

function tasks({ tasks: list }: Documents): readonly PassResult[] {
  if (!list) return [];
  const file = list.path;
  return list.lines
    .filter(({ id }) => id !== '')
    .flatMap(({ id, ids, line, story, phase }) => [
      ...(ids.length === 0 ? [tell('MEDIUM', 'task-without-ids', { file, line, subject: id })] : []),
      ...(story === phase
        ? []
        : [tell('MEDIUM', 'task-story', { file, line, subject: id }, { says: story ?? '', wants: phase ?? '' })]),
    ]);
}

function resources({ bicep }: Documents, { plan }: Sources): readonly PassResult[] {
  if (!bicep) return [];
  const planned = new Set(plan.resources.map(({ symbol }) => symbol));
  return bicep.declarations
    .filter(({ kind }) => kind === 'module' || kind === 'resource')
    .flatMap((one) => {
      const { name, line } = one;
      const ids = idsOf(one);
      const at = { file: bicep.path, line, subject: name };
      if (ids.length === 0) return [tell('HIGH', 'resource-without-id', at)];
      return planned.has(name) ? [] : [tell('MEDIUM', 'resource-unplanned', at, { ids })];
    });
}

/** The first place in each file of an ID without a meaning. The pass for stated rules reports those. */
function unknownIds(
  { all, constitution, tasks: list, bicep }: Documents,
  known: ReadonlySet<string>,
): readonly PassResult[] {
  const families = new Set([...known].map((id) => id.split('-')[0]));
  const stated = new Set((constitution?.rules ?? []).map(({ id }) => `${constitution?.path} ${id}`));
  const inProse = all.flatMap(({ path: file, prose }) =>
    prose
      .filter(({ text }) => text.includes('-') && !text.startsWith('**Input**'))
      .flatMap(({ text, line }) => (text.match(idPattern) ?? []).map((id) => ({ file, line, id, isSure: false }))),
  );
  const inTasks = (list?.lines ?? []).flatMap(({ ids, story, line }) =>
    [...ids, ...(story === undefined ? [] : [story])].map((id) => ({ file: list?.path ?? '', line, id, isSure: true })),
  );
  const inBicep = (bicep?.declarations ?? []).flatMap((one) =>
    idsOf(one).map((id) => ({ file: 'main.bicep', line: one.line, id, isSure: true })),
  );
  const first = new Map<string, PassResult>();
  for (const { file, line, id, isSure } of [...inTasks, ...inBicep, ...inProse]) {
    const key = `${file} ${id}`;
    if (known.has(id) || first.has(key) || stated.has(key) || !(isSure || families.has(id.split('-')[0]))) continue;
    first.set(key, tell('HIGH', 'unknown-id', { file, line, subject: id }));
  }
  return [...first.values()];
}
