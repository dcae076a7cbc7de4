import type { TypeNode } from '../../../avm-catalog/modules/interface.ts';
import { acceptsNull } from '../../../avm-catalog/modules/resolve.ts';
import { nearest } from '../../findings/nearest.ts';
import { problem, type InterfaceProblem, type Known } from './problem.ts';

export function unknownProperty(node: TypeNode, name: string, path: string): InterfaceProblem {
  const near = nearest(name, Object.keys(node.properties ?? {}));
  return problem('unknown-property', `${path}.${name}`, { name, ...(near && { nearest: near }) });
}

/** Properties an object has to have and has not. */
export function missingProperties(
  { node, types }: Known,
  given: ReadonlySet<string>,
  path: string,
): InterfaceProblem[] {
  const missing = Object.entries(node.properties ?? {}).filter(
    ([name, type]) => !given.has(name) && !acceptsNull(types, type),
  );
  return missing.map(([name]) => problem('missing-property', `${path}.${name}`, { name }));
}
