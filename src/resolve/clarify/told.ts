const isList = (value: unknown): value is readonly (string | number | boolean)[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one !== 'object');

/** A value as a person would be told it. */
export function told(value: unknown): string {
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isList(value)) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A value as it would be typed after `path=`. */
export function typed(value: unknown): string {
  if (isList(value)) return value.join(',');
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
