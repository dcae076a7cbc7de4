import type { AllowedValue, TypeNode } from '../../../avm-catalog/modules/interface.ts';
import { isAny, isUntyped, resolve } from '../../../avm-catalog/modules/resolve.ts';
import { problem, type InterfaceProblem, type Known } from './problem.ts';
import { checkAllowed, checkLength, checkRange } from './facts.ts';
import { missingProperties, unknownProperty } from './properties.ts';
import { ownValue } from '../../bicep/own.ts';

/** Refuses what the compiler would warn of when a value of one type is given for another. */
export function checkAssignable(source: TypeNode, target: Known, path: string): InterfaceProblem[] {
  const node = resolve(target.types, target.node);
  if (source.secure && !node.secure) return [problem('exposed-secret', path)];
  if (isAny(source) || isAny(node) || source.ref !== undefined) return [];
  if (source.type !== node.type)
    return [problem('wrong-type', path, { expected: node.type ?? 'any', actual: source.type ?? 'any' })];
  if (source.nullable && !node.nullable) return [problem('null-not-allowed', path)];
  if (source.type === 'array') return checkItems(source, { ...target, node }, path);
  if (source.type === 'object') return checkProperties(source, { ...target, node }, path);
  return [...checkValues(source, node, path), ...checkRange(source, node, path), ...checkLength(source, node, path)];
}

function checkValues(source: TypeNode, target: TypeNode, path: string): InterfaceProblem[] {
  return (source.allowedValues ?? []).flatMap((value: AllowedValue) => checkAllowed(value, target, path)).slice(0, 1);
}

function checkItems(source: TypeNode, { node, types }: Known, path: string): InterfaceProblem[] {
  if (!source.items || !node.items) return [];
  return checkAssignable(source.items, { node: node.items, types }, `${path}[]`);
}

function checkProperties(source: TypeNode, { node, types }: Known, path: string): InterfaceProblem[] {
  if (isUntyped(source) || isUntyped(node) || node.discriminator) return [];
  const given = Object.entries(source.properties ?? {});
  const nested = given.flatMap(([name, type]) => {
    const property = ownValue(node.properties, name) ?? node.additionalProperties;
    return property
      ? checkAssignable(type, { node: property, types }, `${path}.${name}`)
      : [unknownProperty(node, name, path)];
  });
  return [...nested, ...missingProperties({ node, types }, new Set(given.map(([name]) => name)), path)];
}
