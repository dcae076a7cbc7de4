import type { Discriminator } from '../../../avm-catalog/modules/interface.ts';
import { isUntyped, resolve } from '../../../avm-catalog/modules/resolve.ts';
import type { ObjectValue, Value } from '../../bicep/value.ts';
import { checkAllowed } from './facts.ts';
import { problem, type InterfaceProblem, type Known, type TypeScope } from './problem.ts';
import { missingProperties, unknownProperty } from './properties.ts';
import { typeOf } from './type-of.ts';
import { ownValue } from '../../bicep/own.ts';

/** Checks a value inside another; handed in because values hold values. */
export type CheckValue = (value: Value, target: Known, path: string, scope: TypeScope) => InterfaceProblem[];

export function checkObject(
  value: ObjectValue,
  target: Known,
  path: string,
  scope: TypeScope,
  check: CheckValue,
): InterfaceProblem[] {
  const { node, types } = target;
  if (isUntyped(node)) return [];
  if (node.discriminator) return checkVariant(value, node.discriminator, target, path, scope, check);
  const given = entries(value);
  const nested = given.flatMap(([name, one]) => {
    const property = propertyOf(target, name);
    return property
      ? check(one, { node: property, types }, `${path}.${name}`, scope)
      : [unknownProperty(node, name, path)];
  });
  return [...nested, ...missingProperties(target, new Set(given.map(([name]) => name)), path)];
}

function checkVariant(
  value: ObjectValue,
  { property, mapping }: Discriminator,
  target: Known,
  path: string,
  scope: TypeScope,
  check: CheckValue,
): InterfaceProblem[] {
  const [at, given] = [`${path}.${property}`, ownValue(value, property)];
  if (given === undefined) return [problem('missing-property', at, { name: property })];
  const [name, ...others] = typeOf(given, scope)?.allowedValues ?? [];
  if (typeof name !== 'string' || others.length > 0)
    return [problem('undecided-variant', at, { allowed: Object.keys(mapping) })];
  const variant = ownValue(mapping, name);
  if (!variant) return checkAllowed(name, { allowedValues: Object.keys(mapping) }, at);
  return checkObject(value, { node: resolve(target.types, variant), types: target.types }, path, scope, check);
}

function propertyOf({ node }: Known, name: string): Known['node'] | undefined {
  return ownValue(node.properties, name) ?? node.additionalProperties;
}

function entries(value: ObjectValue): [string, Value][] {
  return Object.entries(value).flatMap(([name, one]): [string, Value][] => (one === undefined ? [] : [[name, one]]));
}
