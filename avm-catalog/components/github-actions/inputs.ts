import { inputsToken } from '../../kernel/inputs.ts';
import type { View } from '../../kernel/view.ts';
import { deploymentScriptsInputs } from '../deployment-scripts/inputs.ts';

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

/** The workflows run the scripts of an environment: without scripts, it has none. */
export function hasWorkflows(view: Pick<View, 'inputs'>): boolean {
  return githubActionsInputs.of(view).enabled && deploymentScriptsInputs.of(view).enabled;
}
