import { change, readForChange, tidy, type Changed } from '../change.ts';
import { plain } from '../characters.ts';
import { environmentsOf, unknownEnvironment, verified } from '../edit.ts';
import { answersFile } from '../parse.ts';
import { refuse } from '../paths.ts';
import { environmentName } from '../schema.ts';
import type { Refused, Source } from '../source.ts';

/** The place of a new environment in the deployment order: after another one, first, or last. */
export type Order = { readonly after: string } | 'first' | 'last';

interface NewEnvironment {
  readonly name: string;
  /** @default last */
  readonly order?: Order | undefined;
}

/** A new environment that says nothing of its own. */
export function addEnvironment(text: string, added: NewEnvironment, file = answersFile): Changed {
  const source = readForChange(tidy(text), file);
  if ('findings' in source) return source;
  const result = inserted(source, added, {});
  return 'findings' in result ? result : verified(text, result.text, [`environments.${added.name}`], file);
}

/** The text with a further environment; it is not judged yet. */
export function inserted(source: Source, { name, order = 'last' }: NewEnvironment, value: object): Changed {
  const unknown = typeof order === 'object' ? unknownEnvironment(order.after, source) : undefined;
  const wrong = refuseName(name, source) ?? unknown;
  if (wrong) return wrong;
  const known = environmentsOf(source.document.toJS());
  const at = order === 'first' ? 0 : order === 'last' ? known.length : known.indexOf(order.after) + 1;
  return { text: change(source, ['environments', name], value, known.toSpliced(at, 0, name)) };
}

/** What a new environment cannot be called: what is no name, or is one that is there. */
export function refuseName(name: string, { document }: Source): Refused | undefined {
  const where = { answer: `environments.${plain(name)}` };
  if (!environmentName.test(name)) return refuse('environment-name', { environment: plain(name) }, where);
  if (!environmentsOf(document.toJS()).includes(name)) return undefined;
  return refuse('environment-exists', { environment: name }, { ...where, environment: name });
}
