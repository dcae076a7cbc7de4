import operations from './readme.md.hbs';
import type { ComponentDocs } from '../../kernel/docs.ts';
import { monitoringAgentInputs } from './inputs.ts';

export const monitoringAgentDocs: ComponentDocs = {
  operations,
  facts: ({ sides }) => ({
    security: [...new Set(sides.map((side) => monitoringAgentInputs.of(side).securityEvents))].toSorted().join(', '),
  }),
  proof: { order: 40, what: 'The agent reports' },
};
