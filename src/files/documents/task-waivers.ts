import type { Specified } from './subject.ts';
import type { Task } from './task.ts';
import { waiverRows } from './waivers.ts';

/** A waiver ends by somebody's work, or it is asked for anew. */
export function waiverTasks({ workspace }: Specified): readonly Task[] {
  return waiverRows(workspace).map(({ id, rule, until, reason }) => ({
    key: `waiver-${id}`,
    parallel: true,
    what: `End waiver ${id} of ${rule}, which runs until ${until},`,
    file: '.specify/memory/constitution.md',
    anchor: 'waivers',
    ids: reason.ids,
    after: ['check'],
    accept: `avm check finds ${rule} kept without it`,
  }));
}
