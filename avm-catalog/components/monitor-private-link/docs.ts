import { code, md } from '../../../src/text/markdown.ts';
import { lastPart } from '../../azure/resource-ids.ts';
import type { ComponentDocs, FollowUp, Limitation, Prerequisite } from '../../kernel/docs.ts';
import { factOf, limited, whereIn } from '../../kernel/documents.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { existingScopeIn, makesScope, monitorPrivateLinkInputs, sharesZones } from './inputs.ts';
import operations from './readme.md.hbs';
import existing from './existing-scope.md.hbs';
import removal from './removal.md.hbs';

export const monitorPrivateLinkDocs: ComponentDocs = {
  operations,
  facts: ({ sides, one }, workspace) => ({
    onlyPrivate: whereIn(workspace, sides, isOnlyPrivate),
    closedQueries: whereIn(workspace, sides, hasClosedQueries),
    own: sides.some(makesScope),
    joined: whereIn(workspace, sides, (side) => !makesScope(side)),
    endpoint: workspace.isIn('monitoring-agent', one),
    scope: one.names['monitorPrivateLink'],
  }),
  proof: { order: 45, what: 'Azure Monitor resolves to private addresses' },
  limitations,
  prerequisites: existingScopes,
  followUps,
  removal: { before: { template: removal, what: 'resources from the private link scope' } },
  phrases: (workspace) =>
    workspace.with('monitor-private-link').some(makesScope)
      ? { unmeasured: { order: 25, words: 'the private link scope of Azure Monitor', singular: true } }
      : {},
};

const isOnlyPrivate = (side: Environment): boolean => {
  if (!makesScope(side)) return false;
  const { ingestionAccess, queryAccess } = monitorPrivateLinkInputs.of(side);
  return ingestionAccess === 'PrivateOnly' || queryAccess === 'PrivateOnly';
};
const hasClosedQueries = (side: Environment): boolean => !monitorPrivateLinkInputs.of(side).publicQueries;

function limitations(workspace: DocumentedWorkspace): readonly Limitation[] {
  const fact = (holds: (side: Environment) => boolean) => factOf(workspace, 'monitor-private-link', holds);
  return [
    ...limited(
      176,
      fact(isOnlyPrivate),
      (where) =>
        md`Networks that share the DNS zones of the Azure Monitor private link in ${where} reach no Azure Monitor resources outside its scope, in any subscription or tenant.`,
    ),
    ...limited(
      177,
      fact(sharesZones),
      (where) =>
        md`The existing private DNS zones in ${where} hold the records of one Azure Monitor private link. Another one that uses these zones replaces them.`,
    ),
    ...limited(
      175,
      fact((side) => existingScopeIn(side) !== '' && !monitorPrivateLinkInputs.of(side).publicIngestion),
      (where) =>
        md`In ${where}, nothing sends logs over the private link until the owners of the existing scope add the workspace to it. Public networks are refused there.`,
    ),
    ...limited(
      178,
      fact(hasClosedQueries),
      (where) =>
        md`In ${where}, you can query logs only from the network. Queries through Azure Resource Manager, such as those of VM insights, fail.`,
    ),
  ];
}

const anchor = 'existing-azure-monitor-private-link-scope';

/** The deployment doesn’t name it: only its owners add something to it. */
function existingScopes(workspace: DocumentedWorkspace): readonly Prerequisite[] {
  const fact = factOf(workspace, 'monitor-private-link', (side) => existingScopeIn(side) !== '');
  if (!fact) return [];
  const each = fact.sides.map((side) => {
    const id = existingScopeIn(side);
    const [, , subscription = '', , group = ''] = id.split('/');
    return { environment: side.environment, id, subscription, group, scope: lastPart(id) };
  });
  return [
    {
      order: 51,
      key: 'monitor-scope',
      fact,
      in: 'section',
      template: existing,
      model: { each, endpoint: workspace.has('monitoring-agent') },
      tasks: [],
      dependency: md`An Azure Monitor private link scope whose private endpoint the network reaches (${fact.where}).`,
      integrations: {
        order: 31,
        lines: each.map(({ id, environment }) => md`The existing private link scope ${code(id)} (${environment}).`),
      },
    },
  ];
}

function followUps(_: DocumentedWorkspace, side: Environment): readonly FollowUp[] {
  if (existingScopeIn(side) === '') return [];
  return [
    {
      key: 'monitor-scope',
      anchor,
      title: 'Existing Azure Monitor private link scope',
      what: 'Ask the owners of the private link scope to add the workspace',
      ids: ['logs'],
      accept: 'logs of agents arrive in the workspace',
    },
  ];
}
