import { firstUncachedGb } from '../../../avm-catalog/components/virtual-machine/problems.ts';
import { parseAnswers } from '../../answers/parse.ts';
import { setAnswers } from '../../answers/edit.ts';
import { resolve } from '../../resolve/resolve.ts';
import type { Assignment } from './assignments.ts';
import { UsageFailure } from '../shared/failure.ts';
import type { Edited } from '../shared/workspace.ts';

const keys = ['name', 'sizeGb', 'lun', 'type', 'caching'] as const;

/** A further data disk, on the first free lun unless one is given; in one environment or in all. */
export function dataDisk(text: string, given: readonly Assignment[], environment: string | undefined): Edited {
  const parsed = parseAnswers(text);
  if ('findings' in parsed) return parsed;
  const { views } = resolve(parsed.answers);
  const concerned = environment === undefined ? views : views.filter((view) => view.environment === environment);
  const disks = concerned.flatMap((view) => view.inputs.virtualMachine.dataDisks);
  const wanted = valuesOf(given);
  const taken = new Set(disks.map((disk) => disk.lun));
  const lun = Array.from({ length: 64 }, (_, index) => index).find((index) => !taken.has(index)) ?? 64;
  const name = wanted['name'] ?? `data${disks.length === 0 ? '' : lun}`;
  const caching = Number(wanted['sizeGb']) >= firstUncachedGb ? 'None' : 'ReadOnly';
  const disk = { name, lun: String(lun), sizeGb: '128', type: 'Premium_LRS', caching, ...wanted };
  const typed = Object.entries(disk).map(([key, value]) => `${key}: ${JSON.stringify(numeric(key, value))}`);
  return setAnswers(text, [{ path: 'virtualMachine.dataDisks.+', value: `{${typed.join(', ')}}`, environment }]);
}

function valuesOf(given: readonly Assignment[]): Readonly<Record<string, string>> {
  for (const { path } of given) {
    if (!(keys as readonly string[]).includes(path))
      throw new UsageFailure(`A data disk has no "${path}".`, `It has ${keys.join(', ')}.`);
  }
  return Object.fromEntries(given.map(({ path, value }) => [path, value]));
}

function numeric(key: string, value: string): string | number {
  return ['lun', 'sizeGb'].includes(key) && /^\d+$/.test(value) ? Number(value) : value;
}
