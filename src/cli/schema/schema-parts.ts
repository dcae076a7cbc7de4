export const text = { type: 'string' } as const;
export const texts = { type: 'array', items: text } as const;
export const orNull = (schema: object): object => ({ anyOf: [schema, { type: 'null' }] });
export const listOf = (items: object): object => ({ type: 'array', items });

/** An object with these keys and no others. */
export function objectOf(properties: Readonly<Record<string, object>>, optional: readonly string[] = []): object {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', properties, required, additionalProperties: false };
}
