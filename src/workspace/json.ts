import { readDisk } from './disk.ts';

/** Thrown by the readers below; the caller makes an error for people of it. */
export class Unexpected extends Error {}

const limit = 16 * 1024 * 1024;

/** A JSON file of the tool's own; undefined where there is none. Throws Unexpected for what is no JSON, or more than 16 MB. */
export function readJson(full: string, where: string): unknown {
  const file = readDisk(full, where);
  if (file === undefined) return undefined;
  if (file.bytes.length > limit) throw new Unexpected('it is larger than 16 MB');
  const text = file.bytes.toString('utf8');
  if (/^<{7} /m.test(text)) throw new Unexpected('it holds the marks of a merge conflict');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Unexpected(`it is not JSON (${(error as Error).message})`);
  }
}

export function record(value: unknown, name: string): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Unexpected(`${name} is not an object`);
  return new Map(Object.entries(value));
}

/** The fields of an object, in the order of `keys`; a trailing `?` marks one that may be missing. Others are refused. */
export function fields(value: unknown, name: string, keys: readonly string[]): readonly unknown[] {
  const found = record(value, name);
  const names = keys.map((key) => key.replace('?', ''));
  for (const key of found.keys())
    if (!names.includes(key)) throw new Unexpected(`${name} has an unknown key ${JSON.stringify(key)}`);
  for (const key of keys) if (!key.endsWith('?') && !found.has(key)) throw new Unexpected(`${name} lacks ${key}`);
  return names.map((key) => found.get(key));
}

export function list(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Unexpected(`${name} is not a list`);
  return value as readonly unknown[];
}

export function string(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '') throw new Unexpected(`${name} is not a text`);
  return value;
}

export function wholeNumber(value: unknown, name: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new Unexpected(`${name} is not a whole number`);
  return value;
}

export function digest(value: unknown, name: string): string {
  if (typeof value !== 'string' || !/^[0-9a-f]{64}$/.test(value)) throw new Unexpected(`${name} is not a SHA-256`);
  return value;
}
