import { armTypeOf } from '../../azure/module-types.ts';
import { namingRule } from '../../azure/naming.ts';
import type { NameSpec } from '../../kernel/component.ts';

/** Of a type that the catalog has no naming rule for, a name that any type takes: short, lower case, and unique. */
export function nameSpec(module: string): NameSpec {
  const type = armTypeOf(module) ?? module;
  const rule = namingRule(type);
  if (rule?.abbreviation !== undefined) return { type };
  const word = (module.split('/').at(-1) ?? '').replaceAll('-', '').slice(0, 6);
  return {
    type,
    abbreviation: word,
    rule: { type, abbreviation: word, min: 3, max: 24, scope: 'global', shape: 'lower', assumed: true, ...rule },
  };
}
