import operations from './readme.md.hbs';
import type { ComponentDocs } from '../../kernel/docs.ts';

export const monitoringAgentDocs: ComponentDocs = {
  operations,
  facts: ({ sides }) => ({
    security: [...new Set(sides.map((side) => side.inputs.monitoringAgent.securityEvents))].toSorted().join(', '),
  }),
  proof: { order: 40, what: 'The agent reports' },
};
