import { ownValue } from '../../../src/bicep/own.ts';
import type { ComponentDocs, Permission } from '../../kernel/docs.ts';
import { permittedIn } from '../../kernel/documents.ts';
import { namedInputs } from '../../kernel/view.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { subnetInputs, subnetsIn, subnetType } from './inputs.ts';
import operations from './readme.md.hbs';

export const subnetDocs: ComponentDocs = {
  operations,
  facts: ({ one, key }) => {
    const { purpose, delegation, routeTable, allow } = subnetInputs.of(one);
    return { purpose, delegation, routeTable, allow, settings: `${key}.range` };
  },
  permissions,
};

/** IDs of the existing route tables that subnets by name use. */
function tablesIn(side: Environment): readonly string[] {
  const named = namedInputs(side);
  const ids = subnetsIn(side).map(({ routeTable }) => ownValue(named, routeTable)?.['id']);
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

function permissions(workspace: DocumentedWorkspace): readonly Permission[] {
  const sides = workspace.sides.filter((side) => tablesIn(side).length > 0);
  return permittedIn(workspace, sides, {
    for: 'deployment',
    order: 43,
    anyOf: ['Network Contributor'],
    scope: 'The existing route tables of subnets',
    within: (environment) => sides.filter((side) => side.environment === environment).flatMap(tablesIn),
    why: 'The deployment associates them with subnets.',
    actions: ['Microsoft.Network/routeTables/join/action'],
    reason: workspace.because(subnetType),
  });
}
