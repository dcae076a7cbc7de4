import { isAny, resolve } from '../../../avm-catalog/modules/resolve.ts';
import {
  bare,
  isArray,
  isExpression,
  isObject,
  type Expression,
  type OperatorExpression,
  type Value,
} from '../../bicep/value.ts';
import { checkAssignable } from './assignable.ts';
import { checkArray, itemOf } from './check-array.ts';
import { checkObject } from './check-object.ts';
import { returnTypes } from './functions.ts';
import { problem, type InterfaceProblem, type Known, type TypeScope } from './problem.ts';
import { insideLoop } from './scope.ts';
import { typeOf } from './type-of.ts';

/** Everything a value has that its target does not accept, at any depth. */
export function checkValue(value: Value, declared: Known, path: string, scope: TypeScope): InterfaceProblem[] {
  const target = { ...declared, node: resolve(declared.types, declared.node) };
  const inner = bare(value);
  if (inner === null) return checkNull(target, path);
  if (isExpression(inner)) return checkExpression(inner, target, path, scope);
  if (isAny(target.node)) return [];
  if (isArray(inner))
    return target.node.type === 'array'
      ? checkArray(inner, target, path, scope, checkValue)
      : wrongType('array', target, path);
  if (isObject(inner))
    return target.node.type === 'object'
      ? checkObject(inner, target, path, scope, checkValue)
      : wrongType('object', target, path);
  if (typeof inner === 'number' && !Number.isInteger(inner)) return wrongType('number', target, path);
  return [...checkSecret(inner, target, path), ...checkType(inner, target, path, scope)];
}

function checkNull({ node }: Known, path: string): InterfaceProblem[] {
  return node.nullable || isAny(node) ? [] : [problem('null-not-allowed', path)];
}

function checkSecret(value: Value, { node }: Known, path: string): InterfaceProblem[] {
  return node.type === 'string' && node.secure && typeof value === 'string' && value !== ''
    ? [problem('literal-secret', path)]
    : [];
}

function checkExpression(value: Expression, target: Known, path: string, scope: TypeScope): InterfaceProblem[] {
  switch (value.$) {
    case 'if':
      return [
        ...checkValue(value.test, { node: { type: 'bool' }, types: {} }, path, scope),
        ...checkValue(value.then, target, path, scope),
        ...checkValue(value.else, target, path, scope),
      ];
    case 'for':
      return checkLoop(value, target, path, scope);
    case 'op':
      return value.op === '??' ? checkFallback(value, target, path, scope) : checkType(value, target, path, scope);
    case 'call':
      return checkCall(value, target, path, scope);
    case 'spread':
      return wrongType('spread', target, path);
    default:
      return checkType(value, target, path, scope);
  }
}

function checkLoop(
  loop: Extract<Expression, { $: 'for' }>,
  target: Known,
  path: string,
  scope: TypeScope,
): InterfaceProblem[] {
  const list = checkValue(loop.in, { node: { type: 'array' }, types: {} }, path, scope);
  if (isAny(target.node)) return list;
  if (target.node.type !== 'array') return wrongType('array', target, path);
  return [
    ...list,
    ...checkValue(loop.body, itemOf(target), `${path}[]`, insideLoop(scope, loop, typeOf(loop.in, scope))),
  ];
}

/** Whatever stands before the last `??` may be null. */
function checkFallback({ of }: OperatorExpression, target: Known, path: string, scope: TypeScope): InterfaceProblem[] {
  const nullable: Known = { ...target, node: { ...target.node, ...(!isAny(target.node) && { nullable: true }) } };
  return of.flatMap((value, index) => checkValue(value, index === of.length - 1 ? target : nullable, path, scope));
}

function checkCall(
  value: Extract<Expression, { $: 'call' }>,
  target: Known,
  path: string,
  scope: TypeScope,
): InterfaceProblem[] {
  const { node } = target;
  if (value.fn === 'getSecret' && value.on && !node.secure) return [problem('exposed-secret', path)];
  const possible = value.on ? undefined : returnTypes(value.fn);
  if (possible && node.type && !possible.includes(node.type)) return wrongType(possible.join(' | '), target, path);
  const carried = ['concat', 'union'].includes(value.fn) && node.type === 'array' ? value.args : [];
  const parts: Known = { ...target, node: { ...node, minLength: 0, maxLength: Infinity } };
  return [...carried.flatMap((one) => checkValue(one, parts, path, scope)), ...checkType(value, target, path, scope)];
}

function checkType(value: Value, target: Known, path: string, scope: TypeScope): InterfaceProblem[] {
  const source = typeOf(value, scope);
  return source ? checkAssignable(source, target, path) : [];
}

function wrongType(actual: string, { node }: Known, path: string): InterfaceProblem[] {
  return isAny(node) ? [] : [problem('wrong-type', path, { expected: node.type ?? 'any', actual })];
}
