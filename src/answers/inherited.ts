import { namedKey } from '../../avm-catalog/kernel/core.ts';
import type { RuleSettings } from '../../avm-catalog/kernel/context.ts';
import { defaultSpec, settingsOf, valueAt } from './defaults.ts';
import { parseData } from './parse.ts';
import { sharedPath, versionOf } from './version.ts';

export { valueAt };

/** The list that holds where the answers have none at this path: the one of spec, or the catalog's. */
export function listAt(path: readonly string[], data: unknown): readonly unknown[] {
  const below = belowSpec(path);
  const found = below && heldAt(below, data);
  return Array.isArray(found) ? (found as unknown[]) : [];
}

/** What holds in all environments that do not say otherwise. */
export function heldAt(below: readonly string[], data: unknown): unknown {
  const said = valueAt(data, sharedPath(below.join('.'), versionOf(data)).split('.'));
  return said ?? valueAt(defaultsFor(data), below);
}

function belowSpec(path: readonly string[]): readonly string[] | undefined {
  if (path[0] === 'spec') return path.slice(1);
  if (path[0] === namedKey) return path;
  return path[0] === 'environments' ? path.slice(2) : undefined;
}

/** Defaults depend on rules; those of answers that are not valid are not asked. */
export function defaultsFor(data: unknown): ReturnType<typeof defaultSpec> {
  const answers = parseData(data);
  const rules: RuleSettings = settingsOf(answers?.constitution.rules ?? {});
  return defaultSpec({ workload: answers?.workload.name ?? 'workload', environment: '', rules });
}
