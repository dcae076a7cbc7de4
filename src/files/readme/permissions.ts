import { roleName } from '../../../avm-catalog/azure/roles.ts';
import type { Permission } from '../../../avm-catalog/kernel/docs.ts';
import { permittedIn } from '../../../avm-catalog/kernel/documents.ts';
import type { Value } from '../../bicep/value.ts';
import type { PlanResource } from '../../plan/plan.ts';
import { enumerate } from '../../text/enumerate.ts';
import { lastPart } from '../../../avm-catalog/azure/resource-ids.ts';
import { inOrder, prerequisitesOf } from './documented.ts';
import type { Workspace } from './sides.ts';

const group = 'The resource group';

/** What the identity needs that deploys, and what a person needs who prepares the subscription, once. */
export function permissions(workspace: Workspace) {
  const all = inOrder([
    ...basics(workspace),
    ...assignments(workspace),
    ...workspace.spec.components.flatMap(({ docs }) => docs.permissions?.(workspace) ?? []),
  ]);
  const rowsFor = (use: Permission['for']) =>
    all.filter((one) => one.for === use).map((one) => ({ ...one, actions: one.actions ?? [] }));
  return { deployment: rowsFor('deployment'), preparation: rowsFor('preparation') };
}

function basics(workspace: Workspace): readonly Permission[] {
  const prepared = prerequisitesOf(workspace).flatMap((one) => one.preparation ?? []);
  const locked = workspace.sides.filter(({ core }) => core.lock !== 'none');
  return [
    {
      order: 0,
      for: 'deployment',
      role: 'Contributor',
      scope: group,
      why: 'The deployment creates and changes the resources in it.',
      reason: workspace.reason(['modules']),
    },
    ...permittedIn(workspace, locked, {
      order: 20,
      for: 'deployment',
      role: 'Locks Contributor, User Access Administrator, or Owner',
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
  const assigning = workspace.plan.resources.filter((one) => rolesIn(one).length > 0);
  const roles = [...new Set(assigning.flatMap(rolesIn))].toSorted();
  const sides = workspace.sides.filter((side) => assigning.some((one) => workspace.isIn(one.component, side)));
  return permittedIn(workspace, sides, {
    order: 10,
    for: 'deployment',
    role: 'Role Based Access Control Administrator',
    scope: group,
    why: `The deployment assigns ${enumerate(roles)} to managed identities. A condition can limit the role to these and to service principals.`,
    reason: workspace.reason(['identity'], workspace.serving('identity')),
  });
}

/** The built-in roles that a resource assigns. */
function rolesIn(one: PlanResource): readonly string[] {
  return one.kind === 'module' ? rolesAt(one.params) : [];
}

function rolesAt(value: Value | undefined, key = ''): readonly string[] {
  if (typeof value === 'string')
    return ['roleDefinitionIdOrName', 'roleDefinitionId'].includes(key) ? [roleName(lastPart(value)) ?? value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => rolesAt(inner as Value, name));
}
