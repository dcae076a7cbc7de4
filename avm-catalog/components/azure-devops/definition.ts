import type { InputDefinition } from '../../kernel/component.ts';
import { branchName, cron } from '../../kernel/pipelines.ts';
import { azureDevOpsInputs, type AzureDevOpsInputs } from './inputs.ts';

export const definition: InputDefinition<AzureDevOpsInputs> = {
  token: azureDevOpsInputs,
  fixed: ['enabled', 'branch', 'driftSchedule'],
  schema: (z) =>
    z.strictObject({
      enabled: z.boolean().describe('Generate the pipelines in .azuredevops/'),
      branch: branchName(z).describe('Branch whose commits are deployed'),
      driftSchedule: cron(z).describe('When to compare the environments with the template, as cron in UTC'),
    }),
  defaults: () => ({ enabled: false, branch: 'main', driftSchedule: '17 5 * * 1-5' }),
  questions: [{ path: 'enabled', ask: 'Generate Azure DevOps pipelines?', kind: 'confirm' }],
  switchOn: { enabled: true },
};
