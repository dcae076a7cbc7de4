import type { Value } from '../../bicep/value.ts';
import { membersOf, type PlanResource } from '../../plan/plan.ts';
import { references } from '../../plan/references.ts';
import type { Workspace } from '../readme/sides.ts';

/** The dependencies of each resource: explicit ones, and those that its values reference. */
export function deploymentLines(workspace: Workspace) {
  const made = workspace.plan.resources.filter((one) => one.kind !== 'existing');
  const symbols = new Set(made.map((one) => one.symbol));
  return made.map((one) => {
    const named = references(membersOf([one]).map(bodyOf), nothing).symbols;
    const from = [...symbols].filter((other) => one.dependsOn.includes(other) || named.has(other));
    return {
      symbol: one.symbol,
      waits: from.length > 0,
      from: from.join(' & '),
      reason: workspace.reason(one.reason.ids, one.reason.component),
    };
  });
}

const nothing = { variable: () => undefined, name: () => undefined, id: () => undefined };

function bodyOf(one: PlanResource): Value {
  if (one.kind === 'module' || one.kind === 'file') return one.params;
  return one.kind === 'native' ? one.body : {};
}
