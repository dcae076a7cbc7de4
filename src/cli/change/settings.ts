import { setAnswers, type Setting } from '../../answers/edit.ts';
import { parseAnswers } from '../../answers/parse.ts';
import { resolvePath } from '../../answers/paths.ts';
import { hasError, type Finding } from '../../findings/finding.ts';
import type { Edited } from '../shared/workspace.ts';
import { ownValue } from '../../bicep/own.ts';

/**
 * Sets answers, all of them or none. One for all environments that each of them overrides would change nothing, and is
 * refused; one that some of them override is noted.
 */
export function settle(text: string, settings: readonly Setting[], file?: string): Edited {
  const changed = setAnswers(text, settings, file);
  if ('findings' in changed) return changed;
  const parsed = parseAnswers(changed.text, file);
  if ('findings' in parsed) return changed;
  const notes = settings.flatMap((setting) => overridden(setting, parsed.answers.environments));
  return hasError(notes) ? { findings: notes } : { ...changed, notes };
}

function overridden(
  { path: typed, environment }: Setting,
  environments: Readonly<Record<string, object>>,
): readonly Finding[] {
  const place = environment === undefined ? resolvePath(typed) : undefined;
  if (!place || 'findings' in place || (place.path[0] !== 'spec' && place.path[0] !== 'tags')) return [];
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
      args: { path: keys.join('.'), environments: named, all: all ? 'yes' : 'no' },
    },
  ];
}

function has(tree: unknown, keys: readonly string[]): boolean {
  return keys.reduce<unknown>((at, key) => ownValue(at, key), tree) !== undefined;
}
