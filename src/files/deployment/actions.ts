import { allows, type DeploymentRole } from '../../../avm-catalog/azure/role-actions.ts';
import type { PlannedResource, ScopedActions } from '../../../avm-catalog/kernel/deployment.ts';
import type { DeploymentPermission } from '../../../avm-catalog/kernel/docs.ts';
import { permissionsIn } from '../readme/permissions.ts';
import type { Workspace } from '../readme/sides.ts';

/** Actions of roles that Contributor doesn’t have. */
const privileged = ['Microsoft.Authorization/locks/write', 'Microsoft.Authorization/roleAssignments/write'];

/**
 * What a deployment needs, by scope: of each permission the smallest role, and its actions, or those that tell it from
 * other roles.
 */
export function actionsIn(
  workspace: Workspace,
  environment: string,
  resources: readonly PlannedResource[],
): readonly ScopedActions[] {
  const writes = [...new Set(resources.map(({ type }) => `${type}/write`))].toSorted();
  const byScope = new Map([
    ['own', { roles: [] as string[], actions: ['Microsoft.Resources/deployments/write', ...writes] }],
  ]);
  for (const one of permissionsIn(workspace, environment)) {
    for (const scope of one.within === 'own' ? ['own'] : one.within(environment)) {
      const { roles = [], actions = [] } = byScope.get(scope) ?? {};
      byScope.set(scope, { roles: [...roles, ...one.anyOf.slice(0, 1)], actions: [...actions, ...actionsOf(one)] });
    }
  }
  return [...byScope].map(([scope, { roles, actions }]) => ({
    scope,
    roles: [...new Set(roles)],
    actions: [...new Set(actions)],
  }));
}

/** Actions that each of the roles allows. With a wildcard, one that it covers. */
function actionsOf({ anyOf, actions }: DeploymentPermission): readonly string[] {
  const common = (action: string): boolean => anyOf.every((role: DeploymentRole) => allows(role, action));
  return (actions ?? privileged.filter((one) => !allows('Contributor', one) && common(one))).map((one) =>
    one.replace(/\*$/, 'write'),
  );
}
