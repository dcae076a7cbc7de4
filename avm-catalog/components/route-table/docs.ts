import { addressSpacesText } from '../../kernel/address-spaces.ts';
import { code, md } from '../../../src/text/markdown.ts';
import type { ComponentDocs, Permission, Prerequisite } from '../../kernel/docs.ts';
import { factOf, permittedIn } from '../../kernel/documents.ts';
import { usedResources } from '../../kernel/used-resources.ts';
import type { DocumentedWorkspace } from '../../kernel/workspace.ts';
import firewallSection from './firewall.md.hbs';
import { existingTableIn, firewallIn, routeTableInputs } from './inputs.ts';
import operations from './readme.md.hbs';

const anchor = 'the-firewall-of-the-hub';

export const routeTableDocs: ComponentDocs = {
  operations,
  facts: ({ sides }) => ({
    made: sides.some((side) => existingTableIn(side) === ''),
    existing: sides.some((side) => existingTableIn(side) !== ''),
    learned: sides.some((side) => !routeTableInputs.of(side).disableBgpRoutePropagation),
  }),
  prerequisites: (workspace) => [...firewall(workspace), ...existingTables(workspace)],
  permissions,
};

function firewall(workspace: DocumentedWorkspace): readonly Prerequisite[] {
  const fact = factOf(workspace, 'route-table', (side) => firewallIn(side) !== '');
  if (!fact) return [];
  const each = fact.sides.map((side) => ({
    environment: side.environment,
    address: firewallIn(side),
    range: addressSpacesText(side.core.network),
    gateway: side.core.network.hub.useRemoteGateways,
  }));
  const lines = each.map(
    ({ environment, address }) => md`Outbound traffic through the firewall at ${code(address)} (${environment}).`,
  );
  return [
    {
      order: 41,
      key: 'hub-firewall',
      fact,
      in: 'section',
      template: firewallSection,
      model: { each, gateway: each.some((one) => one.gateway), machine: workspace.has('virtual-machine') },
      tasks: [
        {
          key: 'hub-firewall',
          what: 'Agree on the rules of the hub’s firewall with its owners',
          anchor,
          ids: ['hub', 'SEC-027'],
          after: [],
          accept: 'the firewall allows the outbound traffic of the workload',
        },
      ],
      dependency: md`A firewall in the hub that allows the outbound traffic of the workload (${fact.where}).`,
      integrations: { order: 21, lines },
    },
  ];
}

function existingTables(workspace: DocumentedWorkspace): readonly Prerequisite[] {
  return usedResources(workspace, {
    order: 42,
    title: 'Existing route table',
    fact: factOf(workspace, 'route-table', (side) => existingTableIn(side) !== ''),
    idsOf: (side) => [existingTableIn(side)],
  });
}

function permissions(workspace: DocumentedWorkspace): readonly Permission[] {
  const sides = workspace.with('route-table').filter((side) => existingTableIn(side) !== '');
  return permittedIn(workspace, sides, {
    for: 'deployment',
    order: 42,
    anyOf: ['Network Contributor'],
    scope: 'The existing route table',
    within: (environment) => sides.filter((side) => side.environment === environment).map(existingTableIn),
    why: 'The deployment associates it with subnets.',
    actions: ['Microsoft.Network/routeTables/join/action'],
    reason: workspace.because('route-table'),
  });
}
