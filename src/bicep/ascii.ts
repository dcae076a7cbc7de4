/** Bicep files have plain apostrophes; everything else that the catalog says is ASCII already. */
export function ascii(text: string): string {
  return text.replaceAll('’', "'");
}
