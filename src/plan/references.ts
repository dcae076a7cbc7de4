import {
  bare,
  isArray,
  isExpression,
  isObject,
  type Expression,
  type ReferenceExpression,
  type Step,
  type Value,
} from '../bicep/value.ts';
import { roleIds } from '../../avm-catalog/kernel/role-ids.ts';
import { ownValue } from '../bicep/own.ts';

export interface References {
  readonly params: ReadonlySet<string>;
  readonly variables: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  /** Keys of built-in roles. */
  readonly roles: ReadonlySet<string>;
  readonly symbols: ReadonlySet<string>;
  /** Of these, the ones that are referred to as a whole, and not one item of a loop. */
  readonly whole: ReadonlySet<string>;
}

interface Found {
  params: Set<string>;
  variables: Set<string>;
  names: Set<string>;
  ids: Set<string>;
  roles: Set<string>;
  symbols: Set<string>;
  whole: Set<string>;
}

/** What the names in scope stand for. */
export interface Definitions {
  readonly variable: (name: string) => Value | undefined;
  readonly name: (key: string) => Value | undefined;
  readonly id: (key: string) => Value | undefined;
}

type Items = ReadonlyMap<string, Value>;

/**
 * Everything a value refers to, directly or through variables. An item of a loop refers only to what the
 * properties that are used refer to: a list may hold what other users of it need.
 */
export function references(value: Value, definitions: Definitions, items: Items = new Map()): References {
  const found: Found = {
    params: new Set(),
    variables: new Set(),
    names: new Set(),
    ids: new Set(),
    roles: new Set(),
    symbols: new Set(),
    whole: new Set(),
  };
  walk(value, found, definitions, items);
  return found;
}

function walk(value: Value | undefined, found: Found, definitions: Definitions, items: Items): void {
  if (value === undefined || value === null || typeof value !== 'object') return;
  if (isArray(value)) {
    for (const one of value) walk(one, found, definitions, items);
  } else if (isObject(value)) {
    for (const one of Object.values(value)) walk(one, found, definitions, items);
  } else {
    walkExpression(value, found, definitions, items);
  }
}

function walkExpression(expression: Expression, found: Found, definitions: Definitions, items: Items): void {
  const inside = (value: Value | undefined): void => walk(value, found, definitions, items);
  switch (expression.$) {
    case 'ref':
      return walkReference(expression, found, definitions, items);
    case 'call':
      if (expression.on) inside(expression.on);
      return expression.args.forEach(inside);
    case 'text':
      return expression.parts.forEach((part) => inside(part));
    case 'if':
      return [expression.test, expression.then, expression.else].forEach(inside);
    case 'op':
      return expression.of.forEach(inside);
    case 'for':
      noteList(expression.in, found, definitions);
      return walk(expression.body, found, definitions, new Map([...items, [expression.item, expression.in]]));
    case 'lambda':
      return walk(expression.body, found, definitions, items);
    case 'spread':
    case 'because':
    case 'imported':
      return inside(expression.value);
  }
}

/** The list of a loop is referred to by name; what is in it is followed through the items. */
export function noteList(list: Value, found: Found | References, definitions: Definitions): void {
  const inner = bare(list);
  if (!isExpression(inner) || inner.$ !== 'ref') return;
  const into = found as Found;
  if (inner.kind === 'param') into.params.add(inner.name);
  if (inner.kind === 'var') into.variables.add(inner.name);
  // The conditions of spread parts decide how long the list is.
  const value = inner.kind === 'var' ? definitions.variable(inner.name) : undefined;
  if (isArray(value)) for (const one of value) noteCondition(one, into, definitions);
}

function noteCondition(one: Value, found: Found, definitions: Definitions): void {
  const inner = bare(one);
  if (!isExpression(inner) || inner.$ !== 'spread') return;
  const spread = bare(inner.value);
  if (isExpression(spread) && spread.$ === 'if') walk(spread.test, found, definitions, new Map());
}

function walkReference(reference: ReferenceExpression, found: Found, definitions: Definitions, items: Items): void {
  for (const step of reference.path) if (typeof step === 'object') walk(step, found, definitions, items);
  const [first] = reference.path;
  if (reference.kind === 'param') found.params.add(reference.name);
  if (reference.kind === 'symbol') {
    found.symbols.add(reference.name);
    const ofItem = typeof first === 'number' || typeof first === 'object';
    if (!ofItem) found.whole.add(reference.name);
  }
  if (reference.kind === 'item') {
    const list = items.get(reference.name);
    if (list !== undefined)
      for (const value of project(list, reference.path, definitions)) walk(value, found, definitions, items);
  }
  if (reference.kind !== 'var') return;
  if (reference.name === 'names' && typeof first === 'string')
    return follow(found.names, first, definitions.name(first), found, definitions);
  if (reference.name === 'ids' && typeof first === 'string')
    return follow(found.ids, first, definitions.id(first), found, definitions);
  if (reference.name === roleIds && typeof first === 'string') found.roles.add(first);
  follow(found.variables, reference.name, definitions.variable(reference.name), found, definitions);
}

function follow(
  into: Set<string>,
  key: string,
  value: Value | undefined,
  found: Found,
  definitions: Definitions,
): void {
  if (into.has(key)) return;
  into.add(key);
  walk(value, found, definitions, new Map());
}

/** The value at a path in each element of a list, without conditions of spread parts. */
function project(list: Value, path: readonly Step[], definitions: Definitions): readonly Value[] {
  return elements(list, definitions).flatMap((element) => {
    const [head, ...rest] = path;
    const inner = bare(element);
    if (head === undefined || !isObject(inner)) return [element];
    const next = typeof head === 'string' ? ownValue(inner, head) : undefined;
    return next === undefined ? [] : rest.length > 0 ? project([next], rest, definitions) : [next];
  });
}

function elements(list: Value, definitions: Definitions): readonly Value[] {
  const inner = bare(list);
  if (isArray(inner)) return inner.flatMap((one) => elementsOf(one, definitions));
  if (isExpression(inner) && inner.$ === 'ref' && inner.kind === 'var')
    return elements(definitions.variable(inner.name) ?? [], definitions);
  if (isExpression(inner) && inner.$ === 'if')
    return [...elements(inner.then, definitions), ...elements(inner.else, definitions)];
  return [];
}

function elementsOf(one: Value, definitions: Definitions): readonly Value[] {
  const inner = bare(one);
  return isExpression(inner) && inner.$ === 'spread' ? elements(inner.value, definitions) : [one];
}

/** True if a list has an item whatever parameters are. */
export function hasItem(list: Value, definitions: Definitions): boolean {
  const inner = bare(list);
  if (isArray(inner)) return inner.some((one) => isItem(one, definitions));
  if (!isExpression(inner)) return false;
  if (inner.$ === 'if') return hasItem(inner.then, definitions) && hasItem(inner.else, definitions);
  return inner.$ === 'ref' && inner.kind === 'var' && hasItem(definitions.variable(inner.name) ?? [], definitions);
}

function isItem(one: Value, definitions: Definitions): boolean {
  const inner = bare(one);
  return !isExpression(inner) || inner.$ !== 'spread' || hasItem(inner.value, definitions);
}
