import { object } from '../bicep/type.ts';
import { because } from '../bicep/value.ts';
import type { PlanOutput } from './plan.ts';

/** More than these no template may have. Source: azure-docs azure-resource-manager/templates/best-practices.md, "Template limits". */
export const mostOutputs = 64;

/** The one output of many components by name. */
export const joinedOutput = 'components';

/** Sorted by name. Where there are too many, those of components by name are properties of one. */
export function outputsOf(all: readonly PlanOutput[], isNamed: (one: PlanOutput) => boolean): readonly PlanOutput[] {
  const sorted = all.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const [first, ...others] = sorted.filter(isNamed);
  if (sorted.length <= mostOutputs || !first) return sorted;
  const named = [first, ...others];
  const joined: PlanOutput = {
    name: joinedOutput,
    type: object(Object.fromEntries(named.map(({ name, type }) => [name, type]))),
    description: 'Outputs of the named components, by component name',
    value: Object.fromEntries(named.map(({ name, value, reason }) => [name, because(reason, value)])),
    reason: { ...first.reason, ids: [...new Set(named.flatMap(({ reason }) => reason.ids))].toSorted() },
  };
  return [...sorted.filter((one) => !isNamed(one)), joined].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
