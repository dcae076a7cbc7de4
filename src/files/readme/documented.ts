import { components } from '../../../avm-catalog/components/index.ts';
import type { ComponentDocs, FollowUp, Prerequisite } from '../../../avm-catalog/kernel/docs.ts';
import type { Environment } from '../../../avm-catalog/kernel/workspace.ts';
import type { Workspace } from './sides.ts';

/** A component of the blueprint, with what documents say of it. */
export interface Documented {
  readonly name: string;
  readonly title: string;
  readonly docs: ComponentDocs;
}

/** The components of the blueprint, whether they are on or not, in the order of the catalog. */
export function documentedComponents({ spec }: Workspace): readonly Documented[] {
  return components.filter(({ name }) => spec.blueprint.components.includes(name));
}

/** From the lowest to the highest. */
export function inOrder<T extends { readonly order: number }>(all: readonly T[]): readonly T[] {
  return all.toSorted((a, b) => a.order - b.order);
}

const known = new WeakMap<Workspace, readonly Prerequisite[]>();

/** What must exist before the first deployment, beyond what every workspace needs. */
export function prerequisitesOf(workspace: Workspace): readonly Prerequisite[] {
  const before = known.get(workspace);
  if (before) return before;
  const all = documentedComponents(workspace).flatMap(({ docs }) => docs.prerequisites?.(workspace) ?? []);
  const sorted = inOrder(all);
  known.set(workspace, sorted);
  return sorted;
}

/** What a person does after the first deployment of an environment, and what that deployment leaves out until it is done. */
export function afterFirst(workspace: Workspace, side: Environment) {
  const steps: readonly FollowUp[] = documentedComponents(workspace).flatMap(
    ({ docs }) => docs.followUps?.(workspace, side) ?? [],
  );
  const overrides = steps.flatMap((one) => (one.parameter === undefined ? [] : [`${one.parameter}=false`]));
  return { overrides, steps, again: overrides.length > 0 };
}
