import { components } from '../../avm-catalog/components/index.ts';
import type { ComponentDefinition } from '../../avm-catalog/kernel/component.ts';
import type { SizingColumn } from '../../avm-catalog/kernel/facts.ts';
import type { Spec } from './spec.ts';

/** Those that the blueprint may have, whether they are on or not. */
export function componentsOf({ blueprint }: Pick<Spec, 'blueprint'>): readonly ComponentDefinition[] {
  return components.filter((one) => blueprint.components.includes(one.name));
}

export interface PlacedColumn extends SizingColumn {
  readonly component: ComponentDefinition;
}

/** Columns that those that are on anywhere add to the table of regions and sizes, in its order. */
export function sizingColumns(spec: Spec): readonly PlacedColumn[] {
  return componentsOf(spec)
    .filter((one) => spec.views.some((view) => one.enabled(view)))
    .flatMap((one) => (one.sizing?.columns ?? []).map((column) => ({ ...column, component: one })));
}
