import operations from './readme.md.hbs';
import type { ComponentDocs } from '../../kernel/docs.ts';
import { logAnalyticsInputs } from './inputs.ts';

export const logAnalyticsDocs: ComponentDocs = {
  operations,
  facts: ({ sides, on }, workspace) => ({
    quota: sides.some((side) => logAnalyticsInputs.of(side).dailyQuotaGb >= 0),
    storage: workspace.on('OPS-002') && on['storage-account'] === true,
    vault: workspace.on('OPS-002') && on['virtual-machine'] === true,
  }),
  example: { order: 20, setting: () => 'logAnalytics.dailyQuotaGb=5' },
};
