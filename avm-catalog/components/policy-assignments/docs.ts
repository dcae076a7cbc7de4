import { lastPart } from '../../azure/resource-ids.ts';
import { roleName } from '../../azure/roles.ts';
import { md } from '../../../src/text/markdown.ts';
import type { ComponentDocs, Permission } from '../../kernel/docs.ts';
import { factOf, limited, permittedIn, whereIn } from '../../kernel/documents.ts';
import type { DocumentedWorkspace } from '../../kernel/workspace.ts';
import { policyAssignmentsInputs, rolesOf } from './inputs.ts';
import { enumerate } from '../../../src/text/enumerate.ts';
import operations from './readme.md.hbs';

export const policyAssignmentsDocs: ComponentDocs = {
  operations,
  facts: ({ one, sides }, workspace) => ({
    assignments: policyAssignmentsInputs.of(one).assignments.map(({ name, definitionId, message, roles }) => ({
      name,
      definition: lastPart(definitionId),
      message,
      roles: enumerate(roles.map(nameOf)),
    })),
    changing: policyAssignmentsInputs.of(one).assignments.find(({ roles }) => roles.length > 0)?.name,
    enforced: whereIn(workspace, sides, (side) => policyAssignmentsInputs.of(side).enforce),
  }),
  permissions,
  limitations: (workspace) =>
    limited(
      179,
      factOf(workspace, 'policy-assignments', (side) => !policyAssignmentsInputs.of(side).enforce),
      (where) => md`Policy assignments in ${where} only evaluate: effects such as Deny don’t apply.`,
    ),
};

/** The name of a role, or its ID if the catalog doesn’t know it. */
const nameOf = (id: string): string => roleName(lastPart(id)) ?? lastPart(id);

function permissions(workspace: DocumentedWorkspace): readonly Permission[] {
  const sides = workspace.with('policy-assignments');
  const assigned = [...new Set(sides.flatMap(rolesOf).map(nameOf))].toSorted();
  const assigning = permittedIn(workspace, assigned.length === 0 ? [] : sides, {
    for: 'deployment',
    order: 12,
    anyOf: ['Role Based Access Control Administrator'],
    scope: 'The resource group',
    within: 'own',
    why: `The deployment assigns ${enumerate(assigned)} to the identities of policy assignments, on the resource group.`,
    reason: workspace.because('policy-assignments'),
  });
  return [
    ...assigning,
    ...permittedIn(workspace, sides, {
      for: 'deployment',
      order: 35,
      anyOf: ['Resource Policy Contributor', 'User Access Administrator', 'Owner'],
      scope: 'The resource group',
      within: 'own',
      why: 'The deployment assigns policies.',
      actions: ['Microsoft.Authorization/policyAssignments/write'],
      reason: workspace.because('policy-assignments'),
    }),
  ];
}
