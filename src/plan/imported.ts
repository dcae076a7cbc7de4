import type { ImportSpec } from '../../avm-catalog/kernel/imported.ts';
import { string, typeAt, type BicepType } from '../bicep/type.ts';
import {
  imported,
  isArray,
  isExpression,
  isObject,
  item,
  type Expression,
  type Reason,
  type Value,
} from '../bicep/value.ts';
import { capital } from '../text/pascal.ts';
import type { Draft } from './draft.ts';

/** A body can't refer to what main.bicep declares, so all of it becomes parameters. */
export function importedValue(draft: Draft, spec: ImportSpec, reason: Reason): Value {
  const given = Object.entries(spec.given ?? {});
  const body = spec.body(Object.fromEntries(given.map(([name]) => [name, item(name)])));
  const free = new Map<string, Expression>();
  const value = replaced(body, (one) => {
    const name = nameOf(one);
    if (name === undefined) return undefined;
    free.set(name, one);
    return item(name);
  });
  const closed = [...free].map(([name, one]) => ({ name, type: typeOf(draft, one), value: one as Value }));
  const all = [...given.map(([name, [type, one]]) => ({ name, type, value: one })), ...closed];
  draft.import(spec.file, {
    name: spec.name,
    description: spec.description,
    parameters: all.map((one) => ({ name: one.name, type: one.type, values: [one.value] })),
    returns: spec.returns,
    value,
    reason,
  });
  const here = spec.value ?? spec.body(Object.fromEntries(given.map(([name, [, one]]) => [name, one])));
  return imported(
    spec.name,
    all.map((one) => one.value),
    here,
  );
}

/** What can't be in a body: a reference out of it, and what depends on the deployment. Source: Azure/bicep#20025. */
function nameOf(one: Expression): string | undefined {
  if (one.$ === 'call' && one.property !== undefined) return one.fn + capital(one.property);
  if (one.$ !== 'ref' || one.kind === 'item') return undefined;
  const steps = one.path.map((step) => (typeof step === 'object' ? '' : String(step)));
  if (one.kind === 'var' && one.name === 'names') return `${steps.join('')}Name`;
  if (one.kind === 'var' && one.name === 'ids') return `${steps.join('')}Id`;
  return [one.name, ...steps.map(capital)].join('');
}

/** Names, IDs, and what they are made of are strings; a parameter that the core declares is too. */
function typeOf(draft: Draft, one: Expression): BicepType {
  if (one.$ !== 'ref' || one.kind !== 'param') return string;
  return typeAt(draft.parameters.get(one.name)?.type, one.path) ?? string;
}

/** The value as it is printed, with some expressions in it replaced. */
export function replaced(value: Value, by: (one: Expression) => Value | undefined): Value {
  const inside = (one: Value): Value => replaced(one, by);
  const all = (many: readonly Value[]): Value[] => many.map(inside);
  if (isArray(value)) return all(value);
  if (isObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, one === undefined ? undefined : inside(one)]),
    );
  if (!isExpression(value)) return value;
  const other = by(value);
  if (other !== undefined) return other;
  switch (value.$) {
    case 'ref':
      return value;
    case 'call':
      return { ...value, args: all(value.args) };
    case 'imported':
      return { ...value, args: all(value.args), value: inside(value.value) };
    case 'text':
      return { ...value, parts: all(value.parts) as typeof value.parts };
    case 'if':
      return { ...value, test: inside(value.test), then: inside(value.then), else: inside(value.else) };
    case 'op':
      return { ...value, of: all(value.of) };
    case 'for':
      return { ...value, in: inside(value.in), body: inside(value.body) };
    case 'lambda':
      return { ...value, body: inside(value.body) };
    case 'spread':
    case 'because':
      return { ...value, value: inside(value.value) };
  }
}
