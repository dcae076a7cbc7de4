import type { FollowUp } from '../../../avm-catalog/kernel/docs.ts';
import { deploymentCommands } from '../readme/documented.ts';
import type { Workspace } from '../readme/sides.ts';
import type { Environment } from '../../../avm-catalog/kernel/workspace.ts';
import type { Task } from './task.ts';

/** The keys of the tasks after which an environment is complete. */
export function deployedKeys(workspace: Workspace, side: Environment | undefined): readonly string[] {
  if (!side) return [];
  const { overrides, steps } = workspace.afterFirst(side);
  if (overrides.length > 0) return [`complete-${side.environment}`];
  return steps.length > 0 ? steps.map((one) => stepKey(one, side)) : [`deploy-${side.environment}`];
}

const stepKey = ({ key }: FollowUp, { environment }: Environment): string => `${key}-${environment}`;

/** One deployment and the steps after it; a second deployment if the first one omits something. */
export function environmentTasks(
  workspace: Workspace,
  side: Environment,
  after: readonly string[],
  at: { readonly file: string; readonly anchor: string },
): readonly Task[] {
  const { environment, group } = side;
  const { overrides, steps } = workspace.afterFirst(side);
  const key = `deploy-${environment}`;
  const commands = deploymentCommands(workspace);
  const accept = commands?.sides.includes(side) ? commands.accept : 'the state of the deployment is Succeeded';
  const deploy = { names: [group], ids: ['environments'], accept };
  const first: Task =
    overrides.length === 0
      ? { ...deploy, ...at, key, what: `Deploy ${environment}`, after }
      : {
          ...deploy,
          file: 'README.md',
          anchor: key,
          key,
          what: `Deploy ${environment} for the first time, with ${overrides.join(' and ')}`,
          after,
        };
  const between = steps.map((one): Task => ({
    key: stepKey(one, side),
    what: `${one.what} in ${environment}`,
    file: 'README.md',
    anchor: one.anchor,
    ids: one.ids,
    after: [key],
    accept: one.accept,
  }));
  if (overrides.length === 0) return [first, ...between];
  const complete = { key: `complete-${environment}`, what: `Deploy ${environment} again without omissions` };
  return [first, ...between, { ...deploy, ...at, ...complete, after: between.map((one) => one.key) }];
}
