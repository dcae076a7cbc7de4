import { bicepWords } from '../bicep/hidden.ts';
import type { Reason } from '../bicep/value.ts';
import type { Plan } from './plan.ts';

/** A component that a person named, and what it would declare under a name that something else has. */
interface Clash {
  readonly component: string;
  readonly what: string;
}

interface Declared {
  readonly kind: string;
  readonly name: string;
  readonly components: readonly string[];
}

/**
 * Everything in a Bicep file has one scope, with the functions of Bicep. Names that begin with a component's name can be
 * anything that a person types.
 *
 * @throws Error if the catalog gives one name twice by itself
 */
export function identifierClash(plan: Plan, isNamed: (component: string) => boolean): Clash | undefined {
  const seen = new Map<string, Declared>();
  for (const one of declared(plan)) {
    const earlier = seen.get(one.name);
    seen.set(one.name, one);
    if (!earlier && !bicepWords.has(one.name)) continue;
    for (const { kind, name, components } of [one, ...(earlier ? [earlier] : [])]) {
      const component = components.find(isNamed);
      if (component !== undefined) return { component, what: `${kind} ${name}` };
    }
    throw new Error(`main.bicep would have two things of the name ${one.name}`);
  }
  return undefined;
}

function declared({ parameters, variables, resources, imports }: Plan): readonly Declared[] {
  return [
    ...imports.flatMap(({ declarations }) => declarations.map(ofOne('imported value'))),
    ...parameters.map(ofOne('parameter')),
    ...variables.map(ofOne('variable')),
    ...resources.map(({ symbol, components }) => ({ kind: 'resource', name: symbol, components })),
  ];
}

const ofOne =
  (kind: string) =>
  ({ name, reason }: { readonly name: string; readonly reason: Reason }): Declared => ({
    kind,
    name,
    components: reason.component === undefined ? [] : [reason.component],
  });
