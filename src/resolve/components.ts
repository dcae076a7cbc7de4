import { components } from '../../avm-catalog/components/index.ts';
import type { ComponentDefinition } from '../../avm-catalog/kernel/component.ts';
import type { Spec } from './spec.ts';

/** Those that the blueprint may have, whether they are on or not. */
export function componentsOf({ blueprint }: Pick<Spec, 'blueprint'>): readonly ComponentDefinition[] {
  return components.filter((one) => blueprint.components.includes(one.name));
}
