import { enumerate } from '../../../src/text/enumerate.ts';
import { namesOf } from '../../kernel/documents.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { deploymentScriptsInputs, deploymentScriptsName } from './inputs.ts';

/** What deploy/README.md says of this workspace. */
export function guideModel(workspace: DocumentedWorkspace): object {
  const sides = workspace.with(deploymentScriptsName);
  const isStack = (side: Environment): boolean => deploymentScriptsInputs.of(side).method === 'stack';
  return {
    secrets: workspace.has('virtual-machine'),
    stacks: sides.filter(isStack).map((side) => {
      const { denySettings, actionOnUnmanage } = deploymentScriptsInputs.of(side);
      return { environment: side.environment, denySettings, actionOnUnmanage };
    }),
    deployments: enumerate(namesOf(sides.filter((side) => !isStack(side)))),
  };
}
