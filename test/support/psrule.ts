import { like } from '../../avm-catalog/constitution/custom/compare.ts';
import type { Predicted } from '../../avm-catalog/constitution/estate.ts';

/*
 * What PSRule 2.9 makes of its YAML conditions, for those that are generated. Source: microsoft/PSRule v2.9.0,
 * LanguageExpressions.cs, ExpressionHelpers.cs, and YamlConverters.cs, which reads every operand as text.
 */

type Map = Readonly<Record<string, unknown>>;

/** A document of kind Rule. */
export interface RuleDocument {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly type?: readonly string[]; readonly where?: Map; readonly condition: Map };
}

/** Nothing if the rule isn't for the object. */
export function evaluate({ spec }: RuleDocument, target: { readonly type: string }): boolean | undefined {
  const type = target.type.toLowerCase();
  if (spec.type && !spec.type.some((one) => one.toLowerCase() === type)) return undefined;
  if (spec.where && !holds(spec.where, target)) return undefined;
  return holds(spec.condition, target);
}

const operators = ['allOf', 'anyOf', 'not'] as const;
const quantifiers = ['greaterOrEqual', 'lessOrEqual'] as const;

function holds(condition: Map, target: unknown): boolean {
  const operator = operators.find((one) => one in condition);
  if (!operator) return compares(condition, target);
  const own = (on: unknown): boolean => operate(operator, condition[operator], on);
  if (!('field' in condition)) return own(target);
  const quantifier = quantifiers.find((one) => one in condition);
  // Documentation and code differ about a sub-selector without one.
  if (!quantifier) throw new Error('a sub-selector without a quantifier');
  const passed = itemsAt(target, String(condition['field'])).filter(own).length;
  const number = Number(condition[quantifier]);
  return quantifier === 'greaterOrEqual' ? passed >= number : passed <= number;
}

function operate(operator: (typeof operators)[number], inner: unknown, target: unknown): boolean {
  if (operator === 'not') return !holds(inner as Map, target);
  const all = inner as readonly Map[];
  return operator === 'allOf' ? all.every((one) => holds(one, target)) : all.some((one) => holds(one, target));
}

interface Found {
  readonly exists: boolean;
  readonly value: unknown;
}

/** Property names are compared without case. A null value exists; nothing is in it. */
function at(target: unknown, path: string): Found {
  if (path === '.') return { exists: true, value: target };
  const keys = path.replace(/\['([^']*)'\]/g, (_, key: string) => `.${key.replaceAll('.', '\u0000')}`).split('.');
  return keys.reduce<Found>(
    ({ exists, value }, step) => {
      const [, key = '', index] = /^([^[]*)(?:\[(\d+)\])?$/.exec(step) ?? [];
      const next = exists ? property(value, key.replaceAll('\u0000', '.')) : { exists, value };
      if (index === undefined || !next.exists) return next;
      const list = Array.isArray(next.value) ? (next.value as readonly unknown[]) : [];
      return { exists: Number(index) < list.length, value: list[Number(index)] };
    },
    { exists: true, value: target },
  );
}

function property(value: unknown, name: string): Found {
  if (typeof value !== 'object' || value === null) return { exists: false, value: undefined };
  const key = Object.keys(value).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? { exists: false, value: undefined } : { exists: true, value: (value as Map)[key] };
}

function itemsAt(target: unknown, path: string): readonly unknown[] {
  const { exists, value } = at(target, path);
  if (!exists) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

const known = [
  'exists',
  'hasValue',
  'equals',
  'in',
  'match',
  'like',
  'contains',
  'startsWith',
  'endsWith',
  'greater',
  'greaterOrEquals',
  'less',
  'lessOrEquals',
  'isString',
  'isArray',
  'isNumeric',
  'isBoolean',
] as const;

function compares(condition: Map, target: unknown): boolean {
  const { field, caseSensitive, ...rest } = condition;
  const [name, ...others] = known.filter((one) => one in rest);
  if (!name || others.length > 0 || Object.keys(rest).length !== 1)
    throw new Error(`one of ${JSON.stringify(condition)}`);
  const operand = rest[name];
  const { exists, value } = at(target, String(field));
  if (name === 'exists') return exists === operand;
  if (name === 'hasValue') return exists ? operand === !isEmpty(value) : operand === false;
  if (!exists) return false;
  const by = (text: unknown): string => (caseSensitive === true ? String(text) : String(text).toLowerCase());
  return compare(name, value, operand, by);
}

function compare(
  name: Exclude<(typeof known)[number], 'exists' | 'hasValue'>,
  value: unknown,
  operand: unknown,
  by: (text: unknown) => string,
): boolean {
  const texts = [operand].flat().map(by);
  const given =
    typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  switch (name) {
    case 'equals':
      return isEqual(operand, value, by);
    case 'in':
      return [value].flat().some((one) => typeof one === 'string' && texts.includes(one.toLowerCase()));
    case 'match':
      return typeof value === 'string' && new RegExp(String(operand), 'i').test(value);
    case 'like':
      return typeof value === 'string' && texts.some((one) => like(by(value), one));
    case 'contains':
      return given.some((one) => texts.some((text) => by(one).includes(text)));
    case 'startsWith':
      return given.some((one) => texts.some((text) => by(one).startsWith(text)));
    case 'endsWith':
      return given.some((one) => texts.some((text) => by(one).endsWith(text)));
    case 'isString':
      return typeof value === 'string';
    case 'isArray':
      return Array.isArray(value);
    case 'isNumeric':
      return typeof value === 'number';
    case 'isBoolean':
      return typeof value === 'boolean';
    default:
      return isOrdered(name, value, Number(operand));
  }
}

/** A number, or the length of a text or list; null counts as 0. */
function isOrdered(name: string, value: unknown, operand: number): boolean {
  const number =
    value === null
      ? 0
      : typeof value === 'number'
        ? value
        : typeof value === 'string' || Array.isArray(value)
          ? value.length
          : undefined;
  if (number === undefined) return false;
  if (name === 'greater') return number > operand;
  if (name === 'greaterOrEquals') return number >= operand;
  return name === 'less' ? number < operand : number <= operand;
}

function isEqual(operand: unknown, value: unknown, by: (text: unknown) => string): boolean {
  if (typeof value === 'string') return by(value) === by(operand);
  return (typeof value === 'number' || typeof value === 'boolean') && String(value) === String(operand).toLowerCase();
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/**
 * Resources as PSRule for Azure has them: children and extensions are in `resources` of every resource above them, and no
 * longer beside it. Source: Azure/PSRule.Rules.Azure, RuleDataExportVisitor.cs, MoveResource.
 */
export function nest(resources: readonly Predicted[]): readonly Predicted[] {
  const copies: readonly (Predicted & { resources?: object[] })[] = resources.map((one) => ({ ...one }));
  const byId = new Map(copies.map((one) => [one.id.toLowerCase(), one]));
  const isNested = copies.map((one) => {
    const parts = one.id.toLowerCase().split('/');
    const above = parts.flatMap((_, index) => byId.get(parts.slice(0, index).join('/')) ?? []);
    for (const parent of above) (parent.resources ??= []).push(one);
    return above.length > 0;
  });
  return copies.filter((_, index) => !isNested[index]);
}
