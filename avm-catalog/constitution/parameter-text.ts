/** A parameter of a rule as a person types it: `westeurope, northeurope` for a list, `westeurope=weu` for codes. */
export function parameterText(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, one]) => `${key}=${String(one)}`)
    .join(', ');
}
