import { componentTypes } from '../../avm-catalog/components/index.ts';
import type { ComponentDefinition } from '../../avm-catalog/kernel/component.ts';
import type { SizingColumn } from '../../avm-catalog/kernel/facts.ts';
import type { Blueprint } from '../../avm-catalog/kernel/blueprint.ts';
import { namedComponent } from '../../avm-catalog/kernel/named.ts';
import type { NamedAnswers } from '../answers/answers.ts';
import type { Spec } from './spec.ts';

/** The components of a blueprint, and behind each type those that a person named, by name. */
export function componentsFor(blueprint: Blueprint, named: NamedAnswers): readonly ComponentDefinition[] {
  const byName = Object.entries(named).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return componentTypes.flatMap((type) => [
    ...(blueprint.components.includes(type.name) ? [type] : []),
    ...byName.flatMap(([id, own]) => (own.type === type.name ? [namedComponent(type, id, own)] : [])),
  ]);
}

export function componentIn(name: string, spec: Pick<Spec, 'components'>): ComponentDefinition | undefined {
  return spec.components.find((one) => one.name === name);
}

export interface PlacedColumn extends SizingColumn {
  readonly component: ComponentDefinition;
}

/** Columns that those that are on anywhere add to the table of regions and sizes, in its order. */
export function sizingColumns(spec: Spec): readonly PlacedColumn[] {
  return spec.components
    .filter((one) => spec.views.some((view) => one.enabled(view)))
    .flatMap((one) => (one.sizing?.columns ?? []).map((column) => ({ ...column, component: one })));
}
