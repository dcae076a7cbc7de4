import { roleName, roleOfKey } from '../../../avm-catalog/azure/roles.ts';
import type { DeploymentPermission, Permission } from '../../../avm-catalog/kernel/docs.ts';
import { roleIds } from '../../../avm-catalog/kernel/role-ids.ts';
import { permittedIn } from '../../../avm-catalog/kernel/documents.ts';
import { ownValue } from '../../bicep/own.ts';
import { isExpression, type Value } from '../../bicep/value.ts';
import { membersOf, type PlanFile, type PlanResource } from '../../plan/plan.ts';
import { codes } from '../../text/markdown.ts';
import { enumerate } from '../../text/enumerate.ts';
import { lastPart } from '../../../avm-catalog/azure/resource-ids.ts';
import { inOrder, prerequisitesOf } from './documented.ts';
import type { Workspace } from './sides.ts';

const group = 'The resource group';

/** The roles of the deployment identity, and those of the person who prepares the subscription once. */
export function permissions(workspace: Workspace) {
  const all = requiredRoles(workspace);
  const rowsFor = (use: Permission['for']) => all.filter((one) => one.for === use).map(rowOf);
  return { deployment: rowsFor('deployment'), preparation: rowsFor('preparation') };
}

/** What the deployment identity must be granted for an environment. */
export function permissionsIn(workspace: Workspace, environment: string): readonly DeploymentPermission[] {
  return requiredRoles(workspace).flatMap((one) => {
    if (one.for !== 'deployment') return [];
    return one.environments === undefined || one.environments.includes(environment) ? [one] : [];
  });
}

function requiredRoles(workspace: Workspace): readonly Permission[] {
  return inOrder([
    ...basics(workspace),
    ...assignments(workspace),
    ...assignmentsInFiles(workspace),
    ...workspace.spec.components.flatMap(({ docs }) => docs.permissions?.(workspace) ?? []),
  ]);
}

function rowOf(one: Permission) {
  const { scope, why, reason, actions } = one;
  return {
    role: one.for === 'deployment' ? enumerate(one.anyOf, 'or') : one.role,
    scope,
    why,
    reason,
    actions: actions && codes(actions),
  };
}

function basics(workspace: Workspace): readonly Permission[] {
  const prepared = prerequisitesOf(workspace).flatMap((one) => one.preparation ?? []);
  const locked = workspace.sides.filter(({ core }) => core.lock !== 'none');
  return [
    {
      order: 0,
      for: 'deployment',
      anyOf: ['Contributor'],
      within: 'own',
      scope: group,
      why: 'The deployment creates and changes the resources in it.',
      reason: workspace.reason(['modules']),
    },
    ...permittedIn(workspace, locked, {
      order: 20,
      for: 'deployment',
      anyOf: ['Locks Contributor', 'User Access Administrator', 'Owner'],
      within: 'own',
      scope: group,
      why: 'The deployment creates locks, which Contributor can’t.',
      reason: workspace.reason(['locks']),
    }),
    {
      order: 0,
      for: 'preparation',
      role: 'Contributor',
      scope: 'The subscription',
      why: `${listed(['Resource providers are registered', ...prepared, 'resource groups are created'])}.`,
      reason: workspace.reason(['modules']),
    },
  ];
}

/** Clauses, with a comma before the last one too. */
function listed(clauses: readonly string[]): string {
  return `${clauses.slice(0, -1).join(', ')}, and ${clauses.at(-1) ?? ''}`;
}

/** By the roles that the plan assigns. */
function assignments(workspace: Workspace): readonly Permission[] {
  const assigning = membersOf(workspace.plan.resources)
    .map((one) => ({ one, roles: rolesIn(one) }))
    .filter(({ roles }) => roles.length > 0);
  const assigned = assigning.flatMap(({ roles }) => roles);
  const sides = workspace.sides.filter((side) =>
    assigning.some(({ one: { components } }) => components.some((name) => workspace.isIn(name, side))),
  );
  return permittedIn(workspace, sides, {
    order: 10,
    for: 'deployment',
    anyOf: ['Role Based Access Control Administrator'],
    within: 'own',
    scope: group,
    why: `The deployment assigns ${assignedTo(assigned)}. A condition can limit the role to these and to ${enumerate(kindsOf(assigned))}.`,
    reason: workspace.reason(['identity'], workspace.serving('identity')),
  });
}

/** By the role assignments that files of the workspace declare: their text alone says which roles. */
function assignmentsInFiles(workspace: Workspace): readonly Permission[] {
  const assigning = workspace.plan.resources.flatMap((one) =>
    one.kind === 'file'
      ? assignedIn(one).flatMap((file) => one.components.map((component) => ({ file, component })))
      : [],
  );
  const files = [...new Set(assigning.map(({ file }) => file))].toSorted();
  const sides = workspace.sides.filter((side) => assigning.some((one) => workspace.isIn(one.component, side)));
  return permittedIn(workspace, sides, {
    order: 11,
    for: 'deployment',
    anyOf: ['Role Based Access Control Administrator'],
    within: 'own',
    scope: group,
    why: `The deployment creates the role assignments in ${enumerate(files)}.`,
    reason: workspace.reason(['identity'], assigning[0]?.component),
  });
}

function assignedIn({ file }: PlanFile): readonly string[] {
  return file.resources
    .filter(({ type }) => type.toLowerCase() === 'microsoft.authorization/roleassignments')
    .map((one) => one.file);
}

/** `A and B to managed identities, and C to groups`. */
function assignedTo(assigned: readonly Assigned[]): string {
  const rolesOf = (toGroup: boolean) =>
    [...new Set(assigned.filter((one) => one.toGroup === toGroup).map(({ role }) => role))].toSorted();
  const [identities, groups] = [rolesOf(false), rolesOf(true)];
  return [
    identities.length === 0 ? [] : `${enumerate(identities)} to managed identities`,
    groups.length === 0 ? [] : `${enumerate(groups)} to groups`,
  ]
    .flat()
    .join(', and ');
}

const kindsOf = (assigned: readonly Assigned[]): readonly string[] => [
  ...(assigned.some(({ toGroup }) => !toGroup) ? ['service principals'] : []),
  ...(assigned.some(({ toGroup }) => toGroup) ? ['groups'] : []),
];

interface Assigned {
  readonly role: string;
  readonly toGroup: boolean;
}

/** The name of a role, of the catalog or as a person wrote it. */
function assignedRole(value: Value | undefined): string | undefined {
  if (typeof value === 'string') return roleName(lastPart(value)) ?? value;
  return isExpression(value) && value.$ === 'ref' && value.name === roleIds ? roleOfKey(value.path[0]) : undefined;
}

/** The built-in roles that a resource assigns. */
function rolesIn(one: PlanResource): readonly Assigned[] {
  return one.kind === 'module' ? rolesAt(one.params, false) : [];
}

function rolesAt(value: Value | undefined, toGroup: boolean, key = ''): readonly Assigned[] {
  if (['roleDefinitionIdOrName', 'roleDefinitionId'].includes(key)) {
    const role = assignedRole(value);
    return role === undefined ? [] : [{ role, toGroup }];
  }
  if (typeof value !== 'object' || value === null) return [];
  const isGroup = ownValue(value, 'principalType') === 'Group';
  return Object.entries(value).flatMap(([name, inner]) => rolesAt(inner as Value, isGroup, name));
}
