import { isArray, isExpression, isObject, unmarked, type Value } from './value.ts';

/** Arguments before a last one that is, or as a lambda returns, an object or a list: it begins on the line of the call. */
export function beforeLast(args: readonly Value[], flat: (one: Value) => string | undefined): string | undefined {
  const given = unmarked(args.at(-1) ?? null);
  const last = isExpression(given) && given.$ === 'lambda' ? unmarked(given.body) : given;
  const others = args.slice(0, -1).map(flat);
  if ((!isObject(last) && !isArray(last)) || others.includes(undefined)) return undefined;
  return others.map((one) => `${one}, `).join('');
}
