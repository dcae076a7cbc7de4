import { ownValue } from '../../../src/bicep/own.ts';
import { resourceOf, type Edge } from '../../kernel/drawing.ts';
import { usesOf } from '../../kernel/drawing-patterns.ts';
import { namedIn, namedInputs, type View } from '../../kernel/view.ts';
import type { AvmModuleInputs } from './inputs.ts';
import { referencesIn } from '../../kernel/given-references.ts';

/** Connections of a module to the components that it uses, whose IDs it takes, or whose secrets it reads. */
export function edgesOf(id: string, { uses, params }: AvmModuleInputs, view: View): readonly Edge[] {
  const others = referencesIn(params).map(({ path, to }): Edge => {
    if ('vault' in to)
      return { from: holdersOf(to.vault, view), to: [id], label: 'secret, at deployment', flow: 'control' };
    const isLogged = path.includes('diagnosticSettings');
    return {
      from: [id],
      to: [resourceOf(to.component)],
      label: isLogged ? 'diagnostic settings' : wordsOf(path),
      flow: isLogged ? 'monitoring' : 'control',
    };
  });
  return [...usesOf(id, uses), ...others.filter(isFirst)];
}

const isFirst = (edge: Edge, index: number, all: readonly Edge[]): boolean =>
  all.findIndex((one) => JSON.stringify(one) === JSON.stringify(edge)) === index;

/** Components that are an existing resource with this ID. */
function holdersOf(resourceId: string, view: View): readonly string[] {
  const idOf = (name: string): unknown => ownValue(ownValue(namedInputs(view), name), 'id');
  const isIt = (id: unknown): boolean => typeof id === 'string' && id.toLowerCase() === resourceId.toLowerCase();
  return namedIn(view)
    .filter((name) => isIt(idOf(name)))
    .map(resourceOf);
}

/** `server farm` for serverFarmResourceId. */
function wordsOf(path: readonly string[]): string {
  const key = path.findLast((one) => !/^(\d+|(resource)?ids?)$/i.test(one)) ?? '';
  const subject = key.replace(/(ResourceIds?|Ids?)$/, '');
  return subject.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}
