import { componentNamed } from '../../avm-catalog/components/index.ts';
import { namedKey } from '../../avm-catalog/kernel/core.ts';
import { change, readForChange, tidy, type Changed } from './change.ts';
import { plain } from './characters.ts';
import { unknownEnvironment, verified } from './edit.ts';
import { valueAt } from './inherited.ts';
import { namedTypes } from './named.ts';
import { answersFile } from './parse.ts';
import { refuse } from './paths.ts';

interface Added {
  readonly type: string;
  readonly name: string;
  /** Answers that it begins with. */
  readonly given?: Readonly<Record<string, unknown>>;
}

/** What `avm add TYPE NAME` does: the component in `spec`; for one environment alone it is off in the others. */
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
  const place = ['spec', namedKey, name];
  if (valueAt(source.document.toJS(), place) !== undefined)
    return refuse('component-name-exists', { name: plain(name) }, { answer: place.join('.') });
  const added = change(
    source,
    place,
    environment === undefined ? { type, ...given } : { type, enabled: false, ...given },
  );
  if (environment === undefined) return verified(text, added, [place.join('.')], file);
  const again = readForChange(added, file);
  if ('findings' in again) return again;
  const own = ['environments', environment, namedKey, name];
  return verified(text, change(again, own, { enabled: true }), [place.join('.'), own.join('.')], file);
}
