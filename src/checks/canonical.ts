import { ownValue } from '../bicep/own.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** The value with the keys of every object in code unit order; arrays keep theirs. */
export function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).toSorted();
  return Object.fromEntries(keys.map((key) => [key, sortKeys(ownValue(value, key) ?? null)]));
}

/** One text for one meaning: sorted keys, two spaces, LF, one line end at the end. */
export function canonical(value: Json): string {
  return `${JSON.stringify(sortKeys(value), null, 2)}\n`;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
