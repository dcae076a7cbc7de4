import { registryToTrust, stagesOf } from '../../kernel/pipelines.ts';
import type { DocumentedWorkspace } from '../../kernel/workspace.ts';
import { azureDevOpsInputs } from './inputs.ts';

/** What the pipelines and the README use. */
export function model(workspace: DocumentedWorkspace): object {
  const { branch, driftSchedule } = azureDevOpsInputs.of(workspace.default);
  const stages = stagesOf(workspace, workspace.sides);
  return {
    branch,
    driftSchedule,
    connection: `${workspace.default.environment}-plan`,
    names: stages.map(({ name }) => name),
    first: stages.some(({ first }) => first),
    environments: stages.map(({ before, ...stage }) => {
      const previous = before.at(-1);
      return { ...stage, id: idOf(stage.name), previous: previous === undefined ? null : { id: idOf(previous) } };
    }),
    signsIn: workspace.mirror !== undefined,
    registry: registryToTrust(workspace),
  };
}

/** Stages have letters, digits, and underscores in their names. */
const idOf = (environment: string): string => environment.replaceAll('-', '_');
