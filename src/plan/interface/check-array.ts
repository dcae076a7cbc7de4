import { bare, isExpression, type Value } from '../../bicep/value.ts';
import type { CheckValue } from './check-object.ts';
import { checkLength } from './facts.ts';
import { problem, type InterfaceProblem, type Known, type TypeScope } from './problem.ts';

export function checkArray(
  values: readonly Value[],
  target: Known,
  path: string,
  scope: TypeScope,
  check: CheckValue,
): InterfaceProblem[] {
  const { node, types } = target;
  const items = values.flatMap((value, index) => {
    const [at, inner] = [`${path}[${index}]`, bare(value)];
    if (isExpression(inner) && inner.$ === 'spread')
      return check(inner.value, { node: { ...node, ...unbounded }, types }, at, scope);
    return check(value, itemOf(target, index), at, scope);
  });
  return [...items, ...checkCount(values, target, path)];
}

const unbounded = { minLength: 0, maxLength: Infinity };

/** The type of the items of an array; anything where the array says nothing of them. */
export function itemOf({ node, types }: Known, index?: number): Known {
  const { items, tuple, allowedValues } = node;
  if (tuple) return { node: (index === undefined ? undefined : tuple[index]) ?? {}, types };
  if (items && allowedValues && items.ref === undefined) return { node: { ...items, allowedValues }, types };
  if (items || !allowedValues) return { node: items ?? {}, types };
  const type =
    typeof allowedValues[0] === 'number' ? 'int' : typeof allowedValues[0] === 'string' ? 'string' : 'object';
  return { node: { type, allowedValues }, types };
}

function checkCount(values: readonly Value[], { node }: Known, path: string): InterfaceProblem[] {
  if (values.some(isSpread)) return [];
  const count = { minLength: values.length, maxLength: values.length };
  if (node.tuple && node.tuple.length !== values.length)
    return [problem('wrong-length', path, { least: node.tuple.length, most: node.tuple.length, from: values.length })];
  return checkLength(count, node, path);
}

function isSpread(value: Value): boolean {
  const inner = bare(value);
  return isExpression(inner) && inner.$ === 'spread';
}
