import { inputsToken } from '../../kernel/inputs.ts';

export interface AzureDevOpsInputs {
  readonly enabled: boolean;
  /** The branch whose commits are deployed. */
  readonly branch: string;
  /** When the environments are compared with the template, as cron in UTC. */
  readonly driftSchedule: string;
}

export const azureDevOpsInputs = inputsToken<AzureDevOpsInputs>('azureDevOps');
