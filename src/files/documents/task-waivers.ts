import type { Specified } from './subject.ts';
import type { Task } from './task.ts';
import { waiverRows } from './waivers.ts';

/** Somebody resolves a waiver before it expires, or requests a new one. */
export function waiverTasks({ workspace }: Specified): readonly Task[] {
  return waiverRows(workspace).map(({ id, rule, until, reason }) => ({
    key: `waiver-${id}`,
    parallel: true,
    what: `Resolve waiver ${id} of ${rule}, which expires on ${until},`,
    file: '.specify/memory/constitution.md',
    anchor: 'waivers',
    ids: reason.ids,
    after: ['check'],
    accept: `avm check finds ${rule} Compliant without it`,
  }));
}
