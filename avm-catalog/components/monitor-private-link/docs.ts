import { md } from '../../../src/text/markdown.ts';
import type { ComponentDocs, Limitation } from '../../kernel/docs.ts';
import { factOf, limited, whereIn } from '../../kernel/documents.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { monitorPrivateLinkInputs, sharesZones } from './inputs.ts';
import operations from './readme.md.hbs';
import removal from './removal.md.hbs';

export const monitorPrivateLinkDocs: ComponentDocs = {
  operations,
  facts: ({ sides, one }, workspace) => ({
    onlyPrivate: whereIn(workspace, sides, isOnlyPrivate),
    closedQueries: whereIn(workspace, sides, hasClosedQueries),
    endpoint: workspace.isIn('monitoring-agent', one),
    scope: one.names['monitorPrivateLink'],
  }),
  proof: { order: 45, what: 'Azure Monitor resolves to private addresses' },
  limitations,
  removal: { before: { template: removal, what: 'resources from the private link scope' } },
  phrases: (workspace) =>
    workspace.has('monitor-private-link')
      ? { unmeasured: { order: 25, words: 'the private link scope of Azure Monitor', singular: true } }
      : {},
};

const isOnlyPrivate = (side: Environment): boolean => {
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
      178,
      fact(hasClosedQueries),
      (where) =>
        md`In ${where}, you can query logs only from the network. Queries through Azure Resource Manager, such as those of VM insights, fail.`,
    ),
  ];
}
