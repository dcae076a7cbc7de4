/** `a, b, or c`; a long list is cut. */
export function oneOf(items: readonly string[]): string {
  if (items.length > 12) return `${items.slice(0, 12).join(', ')} …`;
  if (items.length < 3) return items.join(' or ');
  return `${items.slice(0, -1).join(', ')}, or ${items.at(-1)}`;
}

export const meant = (near: string | undefined, otherwise: string): string =>
  near ? `Did you mean ${near}?` : otherwise;
