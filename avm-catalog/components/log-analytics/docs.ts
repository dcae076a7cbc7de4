import operations from './readme.md.hbs';
import { md } from '../../../src/text/markdown.ts';
import type { ComponentDocs, Limitation } from '../../kernel/docs.ts';
import { factOf, limited } from '../../kernel/documents.ts';
import type { DocumentedWorkspace } from '../../kernel/workspace.ts';
import { isCapped, logAnalyticsInputs } from './inputs.ts';

export const logAnalyticsDocs: ComponentDocs = {
  operations,
  facts: ({ sides, on }, workspace) => ({
    caps: sides.filter(isCapped).map((side) => ({
      environment: side.environment,
      gigabytes: logAnalyticsInputs.of(side).dailyQuotaGb,
    })),
    storage: workspace.on('OPS-002') && on['storage-account'] === true,
    vault: workspace.on('OPS-002') && on['virtual-machine'] === true,
  }),
  checks: (side) => ({ logs: [side.names['logAnalytics'] ?? ''] }),
  limitations,
  example: { order: 20, setting: () => 'logAnalytics.dailyQuotaGb=5' },
};

function limitations(workspace: DocumentedWorkspace): readonly Limitation[] {
  return limited(
    145,
    factOf(workspace, 'log-analytics', isCapped),
    (where) => md`In ${where}, Log Analytics collects no billable logs once its daily cap is reached.`,
  );
}
