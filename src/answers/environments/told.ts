import { formatCidr } from '../../../avm-catalog/azure/addresses.ts';
import { makeFinding, type Finding } from '../../findings/finding.ts';
import { plain } from '../characters.ts';
import type { Naming } from './lists.ts';
import type { Move } from './ranges.ts';
import type { TextChange } from './texts.ts';

const at = (answer: string, environment: string) => ({ file: 'avm.yaml', answer, environment });

/** The range that the network of a copy got. */
export function rangeNote(environment: string, { to }: Move): Finding {
  const where = at(`environments.${environment}.network.addressSpace`, environment);
  return makeFinding('environment-range', 'note', { environment, range: formatCidr(to) }, where);
}

/** Texts that have the environment's name, and have another one now. */
export function changedNotes(environment: string, changes: readonly TextChange[]): readonly Finding[] {
  return changes.map(({ path, before, after }) =>
    makeFinding(
      'environment-text-changed',
      'note',
      { before: plain(before), after: plain(after) },
      at(['environments', environment, ...path].join('.'), environment),
    ),
  );
}

/** Texts that have the name of an environment and are as they were, since what they name exists elsewhere. */
export function keptNotes(name: string, paths: readonly (readonly string[])[]): readonly Finding[] {
  return paths.map((path) =>
    makeFinding('environment-text-kept', 'note', { name }, { file: 'avm.yaml', answer: path.join('.') }),
  );
}

/** Rules and waivers that name the environment which was copied, and not the copy. */
export function notNamedNotes(from: string, to: string, lists: readonly Naming[]): readonly Finding[] {
  return lists.map(({ id, path, names }) =>
    makeFinding(
      'environment-not-named',
      'note',
      { id, from, to, set: `'${settable(path)}=[${[...names, to].join(', ')}]'` },
      { file: 'avm.yaml', answer: path.join('.') },
      [],
    ),
  );
}

/** Rules are known by their IDs alone, waivers are not. */
function settable(path: readonly string[]): string {
  return path.slice(path[1] === 'waivers' ? 0 : 2).join('.');
}

/** Answers outside the environment that named it, and name it by its new name. */
export function carriedNotes(from: string, to: string, paths: readonly (readonly string[])[]): readonly Finding[] {
  return paths.map((path) =>
    makeFinding('environment-carried', 'note', { from, to }, { file: 'avm.yaml', answer: path.join('.') }),
  );
}
