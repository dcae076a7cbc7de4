import type { InputDefinition } from '../../kernel/component.ts';
import { branchName, cron } from '../../kernel/pipelines.ts';
import { githubActionsInputs, type GithubActionsInputs } from './inputs.ts';

export const definition: InputDefinition<GithubActionsInputs> = {
  token: githubActionsInputs,
  fixed: ['enabled', 'branch', 'codeScanning', 'driftSchedule'],
  schema: (z) =>
    z.strictObject({
      enabled: z
        .boolean()
        .describe('Generate the workflows in .github/ for the environments that have deployment scripts'),
      branch: branchName(z).describe('Branch whose commits are deployed'),
      codeScanning: z
        .boolean()
        .describe('Show findings as code scanning alerts. In a private repository, this needs GitHub Code Security'),
      driftSchedule: cron(z).describe('When to compare the environments with the template, as cron in UTC'),
    }),
  defaults: () => ({ enabled: true, branch: 'main', codeScanning: false, driftSchedule: '17 5 * * 1-5' }),
  questions: [{ path: 'enabled', ask: 'Generate GitHub Actions workflows?', kind: 'confirm' }],
  switchOn: { enabled: true },
};
