import compare from 'semver/functions/compare.js';
import { ownValue } from '../../src/bicep/own.ts';
import type { ModuleIndex } from './format.ts';
import type { ModuleInterface } from './interface.ts';

/** Modules that a workspace knows beside those of the package, with the interfaces that it added. */
export interface Added {
  readonly index: ModuleIndex;
  /** By `<module>/<version>`. */
  readonly interfaces: ReadonlyMap<string, ModuleInterface>;
}

export const nothingAdded: Added = { index: {}, interfaces: new Map() };

/** Unique, oldest first. */
export function ascending(versions: readonly string[]): string[] {
  return [...new Set(versions)].toSorted(compare);
}

/** Everything in both. */
export function joinIndexes(one: ModuleIndex, other: ModuleIndex): ModuleIndex {
  const modules = [...new Set([...Object.keys(one), ...Object.keys(other)])].toSorted();
  const both = (module: string, list: 'versions' | 'held'): string[] =>
    ascending([...(entryOf(one, module)?.[list] ?? []), ...(entryOf(other, module)?.[list] ?? [])]);
  return Object.fromEntries(
    modules.map((module) => [module, { versions: both(module, 'versions'), held: both(module, 'held') }]),
  );
}

export function entryOf(index: ModuleIndex, module: string): ModuleIndex[string] | undefined {
  return ownValue(index, module);
}

/** The text of a workspace's catalog: one line a module and one a version, sorted, so that it reads and merges well. */
export function formatAdded({ index, interfaces }: Added): string {
  const lines = (entries: readonly (readonly [string, unknown])[]): string =>
    entries
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `\n${JSON.stringify(name)}:${JSON.stringify(value)}`)
      .join(',');
  return `{"schema":1,\n"modules":{${lines(Object.entries(index))}},\n"interfaces":{${lines([...interfaces])}}}\n`;
}

/** What such a text holds; undefined where it is no such text. */
export function parseAdded(value: unknown): Added | undefined {
  if (!isRecord(value) || value['schema'] !== 1 || !isRecord(value['modules']) || !isRecord(value['interfaces']))
    return undefined;
  const index = Object.entries(value['modules']);
  const interfaces = Object.entries(value['interfaces']);
  const whole =
    index.every(([, entry]) => isRecord(entry) && isTexts(entry['versions']) && isTexts(entry['held'])) &&
    interfaces.every(([name, one]) => isRecord(one) && `${String(one['module'])}/${String(one['version'])}` === name);
  if (!whole) return undefined;
  const added = {
    index: Object.fromEntries(index) as ModuleIndex,
    interfaces: new Map(interfaces) as ReadonlyMap<string, unknown> as Added['interfaces'],
  };
  const held = Object.entries(added.index).flatMap(([module, entry]) => entry.held.map((one) => `${module}/${one}`));
  return held.every((name) => added.interfaces.has(name)) ? added : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
