import { setAnswers, type Setting } from '../../answers/edit.ts';
import { namedKey } from '../../../avm-catalog/kernel/core.ts';
import type { Answers } from '../../answers/answers.ts';
import { parseAnswers } from '../../answers/parse.ts';
import { resolvePath } from '../../answers/paths.ts';
import { completePaths } from '../../answers/short-path.ts';
import { hasError, type Finding } from '../../findings/finding.ts';
import type { Refused } from '../../answers/source.ts';
import { ownValue } from '../../bicep/own.ts';

interface Settled {
  readonly text: string;
  readonly notes: readonly Finding[];
  /** What was set, by whole paths. */
  readonly settings: readonly Setting[];
}

/**
 * Changes settings, all of them or none. A path may be the end of one. A value for all environments that each of them
 * overrides would change nothing, and is refused; a note says if some of them override it.
 */
export function settle(text: string, settings: readonly Setting[], file?: string): Settled | Refused {
  const completed = completePaths(text, settings);
  if ('findings' in completed) return completed;
  const changed = setAnswers(text, completed.settings, file);
  if ('findings' in changed) return changed;
  const parsed = parseAnswers(changed.text, file);
  if ('findings' in parsed) return { ...changed, notes: [], settings: completed.settings };
  const notes = [...completed.notes, ...completed.settings.flatMap((setting) => overridden(setting, parsed.answers))];
  return hasError(notes) ? { findings: notes } : { ...changed, notes, settings: completed.settings };
}

function overridden(
  { path: typed, value, environment }: Setting,
  { version, environments }: Answers,
): readonly Finding[] {
  const place = environment === undefined ? resolvePath(typed, undefined, version) : undefined;
  if (!place || 'findings' in place || !['spec', 'tags', namedKey].includes(place.path[0] ?? '')) return [];
  const path = place.path[0] === 'spec' ? place.path.slice(1) : place.path;
  const list = path.findIndex((key) => /^(\+|\d+)$/.test(key));
  const keys = list === -1 ? path : path.slice(0, list);
  const named = Object.entries(environments)
    .filter(([, own]) => has(own, keys))
    .map(([name]) => name);
  if (named.length === 0) return [];
  const all = named.length === Object.keys(environments).length;
  return [
    {
      code: 'answer-overridden',
      severity: all ? 'error' : 'note',
      where: { answer: place.path.join('.') },
      ids: [],
      args: {
        path: keys.join('.'),
        // What is set in a list is no value of the whole list.
        value: list === -1 ? value : 'VALUE',
        environments: named,
        all: all ? 'yes' : 'no',
      },
    },
  ];
}

function has(tree: unknown, keys: readonly string[]): boolean {
  return keys.reduce<unknown>((at, key) => ownValue(at, key), tree) !== undefined;
}
