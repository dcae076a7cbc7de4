import type { ModuleInterface, ParameterNode, TypeNode, Types } from './interface.ts';
import { ownValue } from '../../src/bicep/own.ts';

/** The node behind any number of names; nullable and secure where a node on the way is. */
export function resolve(types: Types, node: TypeNode): TypeNode {
  let current = node;
  for (const seen = new Set<string>(); current.ref !== undefined;) {
    const target = seen.has(current.ref) ? undefined : ownValue(types, current.ref);
    if (!target) return {};
    seen.add(current.ref);
    current = merge(target, current);
  }
  return current;
}

/** What a parameter takes; an empty node where the module has none of that name. */
export function parameterOf({ types, parameters }: ModuleInterface, name: string): TypeNode {
  return resolve(types, ownValue(parameters, name) ?? {});
}

function merge(target: TypeNode, from: TypeNode): TypeNode {
  return {
    ...target,
    ...(from.nullable && { nullable: true }),
    ...(from.secure && { secure: true }),
  };
}

/** A module refuses to be deployed without it. */
export function isRequired(types: Types, parameter: ParameterNode): boolean {
  return !parameter.hasDefault && !acceptsNull(types, parameter);
}

export function acceptsNull(types: Types, node: TypeNode): boolean {
  const target = resolve(types, node);
  return target.nullable === true || isAny(target);
}

/** Accepts whatever is given; `resolve` first. */
export function isAny(node: TypeNode): boolean {
  return node.type === undefined && node.ref === undefined;
}

/** An object or array of which nothing more is known; `resolve` first. */
export function isUntyped(node: TypeNode): boolean {
  if (node.type === 'array') return !node.items && !node.tuple && !node.allowedValues;
  if (node.type === 'object') return !node.properties && !node.additionalProperties && !node.discriminator;
  return isAny(node);
}
