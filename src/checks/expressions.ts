import { isObject, type Json } from './canonical.ts';
import type { Contributor, NestedTemplate } from './templates.ts';

/** The longest expressions (`[…]`) of the templates, most first; sizes are characters. */
export function longestExpressions(templates: readonly NestedTemplate[], count: number): Contributor[] {
  const lengths = templates.map(({ path, template }) => ({
    name: path.join('/'),
    size: longestIn(template, template),
  }));
  return lengths.toSorted((a, b) => b.size - a.size).slice(0, count);
}

// A nested template counts where it is itself in the list.
function longestIn(value: Json, template: Json): number {
  if (typeof value === 'string') return isExpression(value) ? value.length : 0;
  if (value !== template && isTemplate(value)) return 0;
  const parts = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  return parts.reduce<number>((most, part) => Math.max(most, longestIn(part, template)), 0);
}

function isExpression(text: string): boolean {
  return text.startsWith('[') && text.endsWith(']') && !text.startsWith('[[');
}

function isTemplate(value: Json): boolean {
  return isObject(value) && typeof value['$schema'] === 'string' && 'resources' in value;
}
