import { componentNamed } from '../../avm-catalog/components/index.ts';
import { namedKey } from '../../avm-catalog/kernel/core.ts';
import { componentsTitle } from './component-name.ts';
import { change, readForChange, tidy, type Changed } from './change.ts';
import { plain } from './characters.ts';
import { unknownEnvironment, verified } from './edit.ts';
import { valueAt } from './inherited.ts';
import { namedTypes } from './named.ts';
import { answersFile } from './parse.ts';
import { refuse } from './paths.ts';
import { namedPlace, versionOf } from './version.ts';

interface Added {
  readonly type: string;
  readonly name: string;
  /** Answers that it begins with. */
  readonly given?: Readonly<Record<string, unknown>>;
}

/** What `avm add TYPE NAME` does: the component for all environments; for one environment alone it is off in the others. */
export function addNamed(
  text: string,
  { type, name, given = {} }: Added,
  environment?: string,
  file = answersFile,
): Changed {
  if (!componentNamed(type)?.many)
    return refuse('component-not-named', { component: type, known: namedTypes.map((one) => one.name) });
  const source = readForChange(tidy(text), file);
  if ('findings' in source) return source;
  const unknown = environment === undefined ? undefined : unknownEnvironment(environment, source);
  if (unknown) return unknown;
  const data: unknown = source.document.toJS();
  const named = namedPlace(versionOf(data));
  const place = [...named, name];
  if (valueAt(data, place) !== undefined)
    return refuse('component-name-exists', { name: plain(name) }, { answer: place.join('.') });
  const value = environment === undefined ? { type, ...given } : { type, enabled: false, ...given };
  const changed = change(source, place, value);
  const added = valueAt(data, named) === undefined ? titled(changed) : changed;
  if (environment === undefined) return verified(text, added, [place.join('.')], file);
  const again = readForChange(added, file);
  if ('findings' in again) return again;
  const own = ['environments', environment, namedKey, name];
  return verified(text, change(again, own, { enabled: true }), [place.join('.'), own.join('.')], file);
}

/** The first of them begins a section, where empty lines part those that there are. */
function titled(text: string): string {
  return text.replace(/\n(components:\n(?: .*\n)+)(?=\n)/, `\n\n${componentsTitle}\n$1`);
}
