import { roleName, type RoleName } from '../../azure/roles.ts';
import { read, readText, where, type Estate, type Predicted, type Violation } from '../estate.ts';

/** Roles that can change everything, or give themselves the right to. */
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
      'it assigns a role that can change everything',
      'assign a role for what is needed alone',
    ),
    ...assignments.filter((one) => roleOf(one) === undefined).map(unknownRole),
    ...where(
      assignments,
      (one) => !onResource(one),
      'it assigns a role on a whole resource group, or on more',
      'assign it on the one resource',
    ),
  ];
}

/** A custom role, or one that the catalog lacks, may permit anything. */
function unknownRole(assignment: Predicted): Violation {
  const id = readText(assignment, 'properties.roleDefinitionId').split('/').at(-1) ?? '';
  const what = `the catalog does not know what the role ${id} permits`;
  return { resource: assignment.id, what, instead: 'assign a built-in role for what is needed alone', untold: true };
}

function roleOf(assignment: Predicted): RoleName | undefined {
  return roleName(readText(assignment, 'properties.roleDefinitionId').split('/').at(-1) ?? '');
}

/** An assignment on a resource has the provider of that resource before its own. */
function onResource({ id }: Predicted): boolean {
  return id.toLowerCase().split('/providers/').length > 2;
}

export function machineIdentities(estate: Estate): readonly Violation[] {
  return where(
    estate.ofType('Microsoft.Compute/virtualMachines'),
    (one) => !/assigned/i.test(readText(one, 'identity.type')),
    'the machine has no identity of its own',
    'give it a managed identity',
  );
}

export function noLocalLogKeys(estate: Estate): readonly Violation[] {
  return where(
    estate.ofType('Microsoft.OperationalInsights/workspaces'),
    (one) => read(one, 'properties.features.disableLocalAuth') !== true,
    'logs can be sent to the workspace with a shared key',
    'set disableLocalAuth',
  );
}
