import { inputsToken } from '../../kernel/inputs.ts';

export interface GithubActionsInputs {
  readonly enabled: boolean;
  /** The branch whose commits are deployed. */
  readonly branch: string;
  /** Whether the repository takes results as code scanning alerts: private ones need GitHub Code Security for that. */
  readonly codeScanning: boolean;
  /** When the environments are compared with the template, as cron in UTC. */
  readonly driftSchedule: string;
}

export const githubActionsInputs = inputsToken<GithubActionsInputs>('githubActions');
