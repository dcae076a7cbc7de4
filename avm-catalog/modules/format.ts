import type { ModuleInterface } from './interface.ts';
import { ownValue } from '../../src/bicep/own.ts';

/** What the catalog knows of a module's versions, each list oldest first. */
export interface IndexEntry {
  readonly versions: readonly string[];
  /** Those of which the catalog has the interface. */
  readonly held: readonly string[];
}
export type ModuleIndex = Readonly<Record<string, IndexEntry>>;

/** The text of an interface file: one line a parameter, so that a new version reads as a diff of parameters. */
export function formatInterface(iface: ModuleInterface): string {
  const { module, version, scope, types, parameters, outputs } = iface;
  const head = { module, version, ...(scope && { scope }) };
  const fields = Object.entries(head).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  const groups = Object.entries({ types, parameters, outputs }).map(
    ([name, group]) => `${JSON.stringify(name)}:${lines(group)}`,
  );
  return `{${[...fields, ...groups].join(',\n')}}\n`;
}

/** The text of `index.json`: one line a module, sorted. */
export function formatIndex(index: ModuleIndex): string {
  return `${lines(
    Object.fromEntries(
      Object.keys(index)
        .toSorted()
        .map((module) => [module, ownValue(index, module)]),
    ),
  )}\n`;
}

function lines(group: object): string {
  const entries = Object.entries(group).map(([name, value]) => `\n${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return entries.length === 0 ? '{}' : `{${entries.join(',')}\n}`;
}
