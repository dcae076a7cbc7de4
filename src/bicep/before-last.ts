import { isArray, isObject, unmarked, type Value } from './value.ts';

/** Arguments before a last one that is an object or a list, which then begins on the line of the call. */
export function beforeLast(args: readonly Value[], flat: (one: Value) => string | undefined): string | undefined {
  const last = unmarked(args.at(-1) ?? null);
  const others = args.slice(0, -1).map(flat);
  if ((!isObject(last) && !isArray(last)) || others.includes(undefined)) return undefined;
  return others.map((one) => `${one}, `).join('');
}
