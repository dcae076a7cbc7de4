import type { Prerequisite } from '../../../avm-catalog/kernel/docs.ts';
import type { Workspace } from './sides.ts';

/** From the lowest to the highest. */
export function inOrder<T extends { readonly order: number }>(all: readonly T[]): readonly T[] {
  return all.toSorted((a, b) => a.order - b.order);
}

const known = new WeakMap<Workspace, readonly Prerequisite[]>();

/** What must exist before the first deployment, beyond what every workspace needs. */
export function prerequisitesOf(workspace: Workspace): readonly Prerequisite[] {
  const before = known.get(workspace);
  if (before) return before;
  const all = workspace.spec.components.flatMap(({ docs }) => docs.prerequisites?.(workspace) ?? []);
  const sorted = inOrder(all);
  known.set(workspace, sorted);
  return sorted;
}

/** IDs of what must exist before a deployment to an environment; what is within them is meant too. */
export function declaredResources(workspace: Workspace, environment: string): readonly string[] {
  return prerequisitesOf(workspace).flatMap(({ resources }) => resources?.(environment) ?? []);
}

/** How the workspace is deployed, if a component says so, with the reason of that component and where it's on. */
export function deploymentCommands(workspace: Workspace) {
  const found = workspace.spec.components.find(({ name, docs }) => docs.deployment && workspace.has(name));
  if (!found?.docs.deployment) return undefined;
  return { ...found.docs.deployment, reason: workspace.because(found.name), sides: workspace.with(found.name) };
}
