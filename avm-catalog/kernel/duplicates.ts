/** A value that stands a second time, and where; `first` is where it stands first. */
interface Duplicate {
  readonly value: string;
  readonly index: number;
  readonly first: number;
}

/** What Azure takes for the same: case does not count. */
export function duplicates(values: readonly (string | number)[]): readonly Duplicate[] {
  const seen = new Map<string, number>();
  return values.flatMap((one, index) => {
    const value = String(one);
    const first = seen.get(value.toLowerCase());
    if (first === undefined) seen.set(value.toLowerCase(), index);
    return first === undefined ? [] : [{ value, index, first }];
  });
}
