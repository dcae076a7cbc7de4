import type { NamingRule } from '../azure/naming.ts';
import type { TypeNode } from '../modules/interface.ts';
import type { NameSpec } from './component.ts';

/** What any type takes, where neither the catalog nor the module says more. */
const usual = { min: 3, max: 24 };

/**
 * Of a type that the catalog has no naming rule for, a name that any type takes: short, lower case, and unique; shorter
 * where the module says so.
 */
export function nameOfUnknown(
  type: string,
  called: string,
  rule?: NamingRule,
  { minLength = 0, maxLength = usual.max }: TypeNode = {},
): NameSpec {
  const max = Math.min(usual.max, maxLength);
  const min = Math.max(usual.min, minLength);
  const word = called
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, max < usual.max ? 3 : 6);
  return {
    type,
    abbreviation: word,
    rule: { type, abbreviation: word, scope: 'global', shape: 'lower', assumed: true, min, max, ...rule },
  };
}
