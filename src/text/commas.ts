/** Each with what stands between it and the next; templates have no way to tell the last one. */
export function separated<T extends object>(
  items: readonly T[],
  by = ', ',
): readonly (T & { readonly comma: string })[] {
  return items.map((one, index) => ({ ...one, comma: index < items.length - 1 ? by : '' }));
}

/** As a sentence lists them: `A and B`, `A, B, and C`. */
export function listed<T extends object>(items: readonly T[]): readonly (T & { readonly comma: string })[] {
  const [between, last] = items.length > 2 ? [', ', ', and '] : ['', ' and '];
  const comma = (index: number): string =>
    index === items.length - 1 ? '' : index === items.length - 2 ? last : between;
  return items.map((one, index) => ({ ...one, comma: comma(index) }));
}

/** The same of texts that are shown as code. */
export function commas(
  codes: readonly string[],
  by?: string,
): readonly { readonly code: string; readonly comma: string }[] {
  return separated(
    codes.map((code) => ({ code })),
    by,
  );
}
