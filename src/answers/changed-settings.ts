import { isTree } from './defaults.ts';
import { answersFile } from './parse.ts';
import { readSource } from './source.ts';

export interface ChangedSetting {
  /** As avm.yaml has it: `environments.prod.lock`. */
  readonly path: string;
  /** Absent if it was not set. */
  readonly before?: unknown;
  /** Absent if it is no longer set. */
  readonly after?: unknown;
}

/** The settings that differ between two texts of avm.yaml, in the order of the first. A list is one setting. */
export function changedSettings(before: string, after: string): readonly ChangedSetting[] {
  return before === after ? [] : differences(dataOf(before), dataOf(after), '');
}

function dataOf(text: string): unknown {
  const source = readSource(text, answersFile);
  return 'findings' in source ? undefined : source.document.toJS();
}

function differences(before: unknown, after: unknown, path: string): readonly ChangedSetting[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const trees = [before, after].filter(isTree);
  const others = [before, after].filter((one) => one !== undefined && !isTree(one));
  const keys = [...new Set(trees.flatMap((tree) => Object.keys(tree)))];
  if (others.length > 0 || keys.length === 0)
    return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
  const [from, to] = [new Map(entriesOf(before)), new Map(entriesOf(after))];
  return keys.flatMap((key) => differences(from.get(key), to.get(key), path === '' ? key : `${path}.${key}`));
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isTree(value) ? Object.entries(value) : [];
}
