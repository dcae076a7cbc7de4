import { separated } from '../../../src/text/commas.ts';
import { registryToTrust, stagesOf } from '../../kernel/pipelines.ts';
import type { DocumentedWorkspace } from '../../kernel/workspace.ts';
import { actions } from './actions.ts';
import { githubActionsInputs, hasWorkflows } from './inputs.ts';

/** What the workflows and the README use. */
export function model(workspace: DocumentedWorkspace): object {
  const { branch, codeScanning, driftSchedule } = githubActionsInputs.of(workspace.default);
  const stages = stagesOf(workspace, workspace.sides.filter(hasWorkflows));
  return {
    actions,
    branch,
    codeScanning,
    driftSchedule,
    default: { plan: `${workspace.default.environment}-plan` },
    names: stages.map(({ name }) => name),
    first: stages.some(({ first }) => first),
    environments: stages.map(({ before, ...stage }) => ({
      ...stage,
      job: jobOf(stage.name),
      before: before.length === 0 ? null : separated(before.map((name) => ({ job: jobOf(name) }))),
    })),
    signsIn: workspace.mirror !== undefined,
    registry: registryToTrust(workspace),
  };
}

/** The ID of a job begins with a letter. */
const jobOf = (environment: string): string => `env-${environment}`;
