import { enumerate } from '../../text/enumerate.ts';

/** `a, b, or c`; a long list is cut. */
export function oneOf(items: readonly string[]): string {
  return items.length > 12 ? `${items.slice(0, 12).join(', ')} …` : enumerate(items, 'or');
}

export const meant = (near: string | undefined, otherwise: string): string =>
  near ? `Did you mean ${near}?` : otherwise;
