import { lastPart } from '../../azure/resource-ids.ts';
import { md } from '../../../src/text/markdown.ts';
import type { ComponentDocs, Permission } from '../../kernel/docs.ts';
import { factOf, limited, permittedIn, whereIn } from '../../kernel/documents.ts';
import type { DocumentedWorkspace } from '../../kernel/workspace.ts';
import { policyAssignmentsInputs } from './inputs.ts';
import operations from './readme.md.hbs';

export const policyAssignmentsDocs: ComponentDocs = {
  operations,
  facts: ({ one, sides }, workspace) => ({
    assignments: policyAssignmentsInputs.of(one).assignments.map(({ name, definitionId, message }) => ({
      name,
      definition: lastPart(definitionId),
      message,
    })),
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

function permissions(workspace: DocumentedWorkspace): readonly Permission[] {
  return permittedIn(workspace, workspace.with('policy-assignments'), {
    for: 'deployment',
    order: 35,
    anyOf: ['Resource Policy Contributor', 'User Access Administrator', 'Owner'],
    scope: 'The resource group',
    within: 'own',
    why: 'The deployment assigns policies.',
    actions: ['Microsoft.Authorization/policyAssignments/write'],
    reason: workspace.because('policy-assignments'),
  });
}
