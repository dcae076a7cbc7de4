import type { Blueprint } from '../../avm-catalog/kernel/blueprint.ts';
import { components } from '../../avm-catalog/components/index.ts';

/** Keys of `spec` that a blueprint does not read: the inputs of components it cannot have. */
export function otherKeys({ components: names }: Pick<Blueprint, 'components'>): ReadonlySet<string> {
  return new Set(components.flatMap(({ name, inputs }) => (inputs && !names.includes(name) ? [inputs.key] : [])));
}
