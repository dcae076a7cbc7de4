import type * as zod from 'zod';
import { ownValue } from '../bicep/own.ts';

/** What is read of a schema's definition; zod itself is not needed for it. */
interface Definition {
  readonly type: string;
  readonly innerType?: zod.ZodType;
  readonly shape?: Readonly<Record<string, zod.ZodType>>;
  readonly valueType?: zod.ZodType;
  readonly element?: zod.ZodType;
  readonly options?: readonly zod.ZodType[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly values?: readonly unknown[];
}

function definition(schema: zod.ZodType): Definition {
  const found = schema.def as unknown as Definition;
  return found.innerType ? definition(found.innerType) : found;
}

type Kind = 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object';

/** What a schema takes, seen from outside. */
export function kindsOf(schema: zod.ZodType): ReadonlySet<Kind> {
  const { type, options, entries, values } = definition(schema);
  if (options) return new Set(options.flatMap((one) => [...kindsOf(one)]));
  if (entries || values) return new Set(Object.values(entries ?? values ?? {}).map(kindOf));
  return new Set([type === 'record' || type === 'object' ? 'object' : (type as Kind)]);
}

export function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return 'null';
  return Array.isArray(value) ? 'array' : (typeof value as Kind);
}

/** Keys that are known at a schema; nothing where they are free or there are none. */
export function keysOf(schema: zod.ZodType): readonly string[] | undefined {
  const { shape, options } = definition(schema);
  if (shape) return Object.keys(shape);
  return options?.map(keysOf).find((keys) => keys !== undefined);
}

/** The schema below a key, or of an item of a list. */
export function schemaBelow(schema: zod.ZodType, key: PropertyKey): zod.ZodType | undefined {
  const { type, shape, valueType, element, options } = definition(schema);
  if (type === 'unknown') return schema;
  if (shape) return ownValue(shape, String(key));
  if (options) return anyOf(options.flatMap((one) => schemaBelow(one, key) ?? []));
  return element ? (/^(\d+|\+)$/.test(String(key)) ? element : undefined) : valueType;
}

/** What one of several takes: components of different types have settings of one name and different kinds. */
function anyOf(options: readonly zod.ZodType[]): zod.ZodType | undefined {
  const [first] = options;
  const isOne = new Set(options.map((one) => [...kindsOf(one)].toSorted().join())).size < 2;
  return isOne ? first : ({ def: { type: 'union', options } } as unknown as zod.ZodType);
}

export function schemaAt(schema: zod.ZodType, path: readonly PropertyKey[]): zod.ZodType | undefined {
  return path.reduce<zod.ZodType | undefined>((at, key) => at && schemaBelow(at, key), schema);
}
