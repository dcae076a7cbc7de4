/**
 * What a record itself has under a key; never what every object inherits, such as `constructor` or `toString`.
 * Whatever key is only known when it runs is looked up here: test/house/own-keys.test.ts.
 */
export function ownValue<T>(record: Readonly<Record<string, T>> | undefined, key: string | undefined): T | undefined;
export function ownValue(value: unknown, key: string | undefined): unknown;
export function ownValue(value: unknown, key: string | undefined): unknown {
  if (typeof value !== 'object' || value === null || key === undefined || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
