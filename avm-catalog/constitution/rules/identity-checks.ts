import { roleName, type RoleName } from '../../azure/roles.ts';
import { read, readText, where, type Estate, type Predicted, type Violation } from '../estate.ts';

/** Roles that can change everything, or assign themselves a role that can. */
const broad: ReadonlySet<RoleName | undefined> = new Set<RoleName>([
  'Owner',
  'Contributor',
  'User Access Administrator',
  'Role Based Access Control Administrator',
]);

export function leastPrivilege(estate: Estate): readonly Violation[] {
  const assignments = estate.ofType('Microsoft.Authorization/roleAssignments');
  return [
    ...where(
      assignments,
      (one) => broad.has(roleOf(one)),
      'it assigns a role with full or access-management permissions',
      'assign a role with only the required permissions',
    ),
    ...assignments.filter((one) => roleOf(one) === undefined).map(unknownRole),
    ...where(
      assignments,
      (one) => !onResource(one) && !ofPolicy(one),
      'it assigns a role on a resource group or a larger scope',
      'assign it on the single resource',
    ),
  ];
}

/** A custom role, or one that isn’t in the catalog, can have any permission. */
function unknownRole(assignment: Predicted): Violation {
  const id = readText(assignment, 'properties.roleDefinitionId').split('/').at(-1) ?? '';
  const what = `the catalog doesn’t know the permissions of the role ${id}`;
  return {
    resource: assignment.id,
    what,
    instead: 'assign a built-in role with only the required permissions',
    untold: true,
  };
}

function roleOf(assignment: Predicted): RoleName | undefined {
  return roleName(readText(assignment, 'properties.roleDefinitionId').split('/').at(-1) ?? '');
}

/** The ID of an assignment on a resource has the provider of that resource before its own. */
function onResource({ id }: Predicted): boolean {
  return id.toLowerCase().split('/providers/').length > 2;
}

/** Azure Policy changes whichever resource of the resource group isn’t compliant, with the identity of the assignment. */
const ofPolicy = (one: Predicted): boolean =>
  /\/Microsoft\.Authorization\/policyAssignments\//i.test(readText(one, 'properties.principalId'));

export function vmIdentities(estate: Estate): readonly Violation[] {
  return where(
    estate.ofType('Microsoft.Compute/virtualMachines'),
    (one) => !/assigned/i.test(readText(one, 'identity.type')),
    'the VM has no managed identity',
    'assign a managed identity',
  );
}

export function noLocalLogKeys(estate: Estate): readonly Violation[] {
  return where(
    estate.ofType('Microsoft.OperationalInsights/workspaces'),
    (one) => read(one, 'properties.features.disableLocalAuth') !== true,
    'logs can be sent to the workspace with a workspace key',
    'set disableLocalAuth to true',
  );
}
