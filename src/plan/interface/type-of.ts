import type { TypeNode } from '../../../avm-catalog/modules/interface.ts';
import {
  bare,
  isArray,
  isObject,
  type CallExpression,
  type Expression,
  type TextExpression,
  type Value,
} from '../../bicep/value.ts';
import type { TypeScope } from './problem.ts';
import { returnTypes } from './functions.ts';

/** What the compiler knows of a value's type; nothing where it can be of several. */
export function typeOf(value: Value, scope: TypeScope): TypeNode | undefined {
  const inner = bare(value);
  if (inner === null) return undefined;
  if (typeof inner === 'string')
    return { type: 'string', allowedValues: [inner], minLength: inner.length, maxLength: inner.length };
  if (typeof inner === 'number') return { type: 'int', allowedValues: [inner], minValue: inner, maxValue: inner };
  if (typeof inner === 'boolean') return { type: 'bool', allowedValues: [inner] };
  if (isArray(inner)) return typeOfArray(inner, scope);
  if (isObject(inner)) return { type: 'object' };
  return typeOfExpression(inner, scope);
}

function typeOfArray(items: readonly Value[], scope: TypeScope): TypeNode {
  const [first, ...rest] = items.map((item) => typeOf(item, scope)?.type);
  return { type: 'array', ...(first && rest.every((type) => type === first) && { items: { type: first } }) };
}

function typeOfExpression(value: Expression, scope: TypeScope): TypeNode | undefined {
  switch (value.$) {
    case 'ref':
      return scope.typeOf(value);
    case 'text':
      return typeOfText(value, scope);
    case 'call':
      return typeOfCall(value, scope);
    case 'op':
      return value.op === '??' ? undefined : { type: value.op === '+' ? 'int' : 'bool' };
    case 'for':
      return { type: 'array' };
    default:
      return undefined;
  }
}

/** The compiler adds up the least lengths that are known, and the greatest when all are. */
function typeOfText({ parts }: TextExpression, scope: TypeScope): TypeNode {
  const types = parts.map((part) => typeOf(part, scope));
  const least = types.reduce((sum, type) => sum + (type?.minLength ?? 0), 0);
  const most = types.reduce((sum, type) => sum + (type?.maxLength ?? Infinity), 0);
  return { type: 'string', ...(least > 0 && { minLength: least }), ...(Number.isFinite(most) && { maxLength: most }) };
}

function typeOfCall({ fn, on, args, property }: CallExpression, scope: TypeScope): TypeNode | undefined {
  if (property) return undefined;
  if (on) return fn === 'getSecret' ? { type: 'string', secure: true } : undefined;
  if (fn === 'take') return typeOfTake(args, scope);
  if (fn === 'toLower' || fn === 'toUpper') return typeOfCased(args, scope);
  if (fn === 'uniqueString') return { type: 'string', minLength: 13, maxLength: 13 };
  const [only, ...others] = returnTypes(fn) ?? [];
  return only && others.length === 0 ? { type: only } : undefined;
}

function typeOfTake([from, count]: readonly Value[], scope: TypeScope): TypeNode | undefined {
  const taken = from === undefined ? undefined : typeOf(from, scope);
  if (taken?.type !== 'string' || typeof count !== 'number') return taken?.type && { type: taken.type };
  const least = Math.min(count, taken.minLength ?? 0);
  return { type: 'string', minLength: least, maxLength: Math.min(count, taken.maxLength ?? count) };
}

/** As long as what it is given. */
function typeOfCased([from]: readonly Value[], scope: TypeScope): TypeNode {
  const { minLength, maxLength } = (from === undefined ? undefined : typeOf(from, scope)) ?? {};
  return {
    type: 'string',
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
  };
}
