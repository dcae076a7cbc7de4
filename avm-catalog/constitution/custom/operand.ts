import { dayAfter } from '../../kernel/day.ts';
import type { View } from '../../kernel/view.ts';
import { environmentTag } from '../rules/naming.ts';
import { isDays, isReference, type Reference } from './condition.ts';
import { follow, hasEach, type Seen } from './path.ts';

/** What is known beside the resources. Without it, what depends on it is unknown. */
export interface Around {
  /** The settings of the environment. */
  readonly view?: View | undefined;
  /** The as-of date of the check, as YYYY-MM-DD. */
  readonly today?: string | undefined;
}

/** Where the paths of a condition begin. */
export interface Origin extends Seen, Around {
  /** The resource or declaration, where the paths under `resource` begin. */
  readonly root: unknown;
}

/** The value of a setting. */
export function settingsAt(path: string, { view }: Around): readonly Seen[] {
  const at = `the setting ${path}`;
  if (!view) return [{ value: undefined, at, within: true }];
  return follow({ value: settingsOf(view), at: '' }, path).map((seen) => ({ ...seen, at }));
}

/** Settings as avm.yaml has them: `network`, `keyVault`, `components`, `tags`, `workload`. */
function settingsOf({ core, inputs, tags, workload, environment }: View): object {
  const own = { ...core, ...inputs, tags: { ...tags, [environmentTag]: environment }, workload: { name: workload } };
  return { ...own, spec: own };
}

/** The values that a reference leads to. */
export function referred({ path, resource, setting }: Reference, from: Origin): readonly Seen[] {
  if (setting !== undefined) return settingsAt(setting, from);
  return path === undefined ? follow({ value: from.root, at: '' }, resource ?? '') : follow(from, path);
}

/** Stands for a value that only a deployment knows. */
const unresolved = '[unresolved]';

/** A literal as it is; the day or the value that something else leads to; `undefined` if that is missing. */
export function operandOf(given: unknown, from: Origin): unknown {
  if (isDays(given)) return from.today === undefined ? unresolved : dayAfter(from.today, given.days);
  if (!isReference(given)) return given;
  const found = referred(given, from);
  if (found.some((one) => one.within)) return unresolved;
  const values = found.map((one) => one.value);
  return hasMany(given) ? values : (values[0] ?? undefined);
}

/** True if a reference can lead to many values. */
function hasMany({ path, resource, setting }: Reference): boolean {
  return hasEach(path ?? resource ?? setting ?? '');
}
