import defenderPlan from './defender-plan.md.hbs';
import operations from './readme.md.hbs';
import { md } from '../../../src/text/markdown.ts';
import type { ComponentDocs, Prerequisite } from '../../kernel/docs.ts';
import { factOf, limited, permittedIn } from '../../kernel/documents.ts';
import type { DocumentedWorkspace } from '../../kernel/workspace.ts';
import { hoursOfAccess } from './hours.ts';

export const justInTimeDocs: ComponentDocs = {
  operations,
  facts: (_, { rules }) => ({ hours: hoursOfAccess(rules) }),
  proof: { order: 10, what: 'RDP opens on request' },
  prerequisites,
  permissions: (workspace) =>
    permittedIn(workspace, workspace.with('just-in-time'), {
      order: 10,
      for: 'preparation',
      role: 'Security Admin or Owner',
      scope: 'The subscription',
      why: 'You enable the Defender for Servers plan.',
      actions: ['Microsoft.Security/pricings/write'],
      reason: workspace.because('just-in-time'),
    }),
  limitations: (workspace) =>
    limited(
      70,
      factOf(workspace, 'just-in-time'),
      (where) =>
        md`Just-in-time access (${where}) opens the port with a rule in the network security group. A deployment removes that rule. Request access again after you deploy.`,
    ),
};

function prerequisites(workspace: DocumentedWorkspace): readonly Prerequisite[] {
  const fact = factOf(workspace, 'just-in-time');
  if (!fact) return [];
  return [
    {
      order: 30,
      key: 'defender',
      fact,
      in: 'subscription',
      template: defenderPlan,
      tasks: [
        {
          key: 'defender',
          what: 'Enable Defender for Servers Plan 2',
          anchor: 'subscription',
          ids: ['SEC-005', 'machine'],
          after: ['tools'],
          accept: 'its tier is Standard',
        },
      ],
      dependency: md`Defender for Servers Plan 2 in the subscription (${fact.where}).`,
      integrations: {
        order: 50,
        lines: [md`Microsoft Defender for Servers, which enforces the just-in-time access policy (${fact.where}).`],
      },
    },
  ];
}
