import type { AllowedValue, TypeNode } from '../../../avm-catalog/modules/interface.ts';
import type { BicepType } from '../../bicep/type.ts';
import type { LoopExpression, Step } from '../../bicep/value.ts';
import type { CheckContext, TypeScope } from './problem.ts';
import { ownValue } from '../../bicep/own.ts';

export function scopeOf({ resolveType }: CheckContext): TypeScope {
  return {
    typeOf: (reference) => {
      const found = resolveType?.(reference);
      return found && ('kind' in found ? nodeOf(found) : found);
    },
  };
}

/** Inside a loop: its item and index have the types given, whatever their names mean outside. */
export function insideLoop(scope: TypeScope, loop: LoopExpression, list: TypeNode | undefined): TypeScope {
  return {
    typeOf: (reference) => {
      if (reference.kind !== 'item') return scope.typeOf(reference);
      if (reference.name === loop.index) return { type: 'int' };
      const own = reference.name === loop.item ? nodeAt(list?.items, reference.path) : undefined;
      return own ?? scope.typeOf(reference);
    },
  };
}

function nodeAt(node: TypeNode | undefined, path: readonly Step[]): TypeNode | undefined {
  const [head, ...rest] = path;
  if (head === undefined || !node) return node;
  return nodeAt(typeof head === 'string' ? ownValue(node.properties, head) : node.items, rest);
}

/** A type of the plan as a type of the catalog. */
function nodeOf(type: BicepType): TypeNode {
  switch (type.kind) {
    case 'literals':
      return nodeOfLiterals(
        type.of.filter((value) => value !== null),
        type.of.includes(null),
      );
    case 'named':
      return nodeOf(type.of);
    case 'array':
      return { type: 'array', items: nodeOf(type.of) };
    case 'nullable':
      return { ...nodeOf(type.of), nullable: true };
    case 'object':
      return {
        type: 'object',
        properties: Object.fromEntries(type.properties.map((one) => [one.name, nodeOf(one.type)])),
      };
    default:
      return { type: type.kind, ...(type.secure && { secure: true }) };
  }
}

function nodeOfLiterals(allowedValues: readonly AllowedValue[], nullable: boolean): TypeNode {
  const [first] = allowedValues;
  const type = typeof first === 'number' ? 'int' : typeof first === 'boolean' ? 'bool' : 'string';
  return { type, allowedValues, ...(nullable && { nullable }) };
}
