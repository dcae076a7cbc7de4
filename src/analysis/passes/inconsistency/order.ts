import { firstNumber } from '../../../answers/requirements.ts';
import type { Documents } from '../../documents.ts';
import { teller, type PassResult } from '../../tell.ts';

const tell = teller('inconsistency');

/** Ids and tasks in their order, and what tasks wait for. */
export function order({ specification, tasks }: Documents): readonly PassResult[] {
  const lines = tasks?.lines.filter(({ id }) => id !== '') ?? [];
  return [
    ...ascending(specification?.path ?? '', specification?.statements ?? []),
    ...ascending(specification?.path ?? '', specification?.stories ?? []),
    ...ascending(tasks?.path ?? '', lines),
    ...waits(tasks?.path ?? '', lines),
  ];
}

interface Item {
  readonly id: string;
  readonly line: number;
  readonly priority?: string;
  readonly section?: string;
}

/**
 * Within the ids of the same letters in a section, each number is higher than the one before; stories are in order by
 * their priority first. Custom ids, which follow those of the catalog in each section, have their own order.
 */
function ascending(file: string, items: readonly Item[]): readonly PassResult[] {
  const last = new Map<string, number>();
  return items.flatMap(({ id, line, priority = '', section = '' }) => {
    const [, letters = '', digits = ''] = /^(\D+)(\d+)$/.exec(id) ?? [];
    const number = Number(digits);
    const group = `${section} ${letters}${priority}` + (number >= firstNumber ? '+' : '');
    const before = last.get(group) ?? -1;
    last.set(group, Math.max(before, number));
    return number < before ? [tell('LOW', 'id-order', { file, line, subject: id })] : [];
  });
}

function waits(
  file: string,
  lines: readonly { readonly id: string; readonly line: number; readonly after: readonly string[] }[],
): readonly PassResult[] {
  const places = new Map(lines.map(({ id }, index) => [id, index]));
  return lines.flatMap(({ id, line, after }, index) =>
    after.flatMap((other) => {
      const place = places.get(other);
      const at = { file, line, subject: `${id}-${other}` };
      if (place === undefined) return [tell('HIGH', 'waits-for-nothing', at, { task: id, other })];
      return place >= index ? [tell('MEDIUM', 'waits-for-later', at, { task: id, other })] : [];
    }),
  );
}
