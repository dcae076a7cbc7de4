import { separated } from '../../../src/text/commas.ts';
import type { DeploymentFacts } from '../../kernel/deployment.ts';
import { stagesOf } from '../../kernel/pipelines.ts';
import type { DocumentedWorkspace } from '../../kernel/workspace.ts';
import { azureDevOpsInputs } from './inputs.ts';

/** What the pipelines and the README use. */
export function model(workspace: DocumentedWorkspace, deployments: () => readonly DeploymentFacts[]): object {
  const { branch, driftSchedule } = azureDevOpsInputs.of(workspace.default);
  const stages = stagesOf(workspace.sides, deployments());
  const { mirror } = workspace;
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
    listed: separated(stages),
    signsIn: mirror !== undefined,
    registry: mirror === undefined || mirror.trusted ? null : mirror.host,
  };
}

/** Stages have letters, digits, and underscores in their names. */
const idOf = (environment: string): string => environment.replaceAll('-', '_');
