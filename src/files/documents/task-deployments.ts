import { afterFirst, type Step } from '../readme/first-deployment.ts';
import type { Workspace } from '../readme/sides.ts';
import type { Environment } from '../../../avm-catalog/kernel/workspace.ts';
import type { Task } from './task.ts';

/** The keys of the tasks after which an environment is complete. */
export function deployedKeys(workspace: Workspace, side: Environment | undefined): readonly string[] {
  if (!side) return [];
  const { overrides, steps } = afterFirst(workspace, side);
  if (overrides.length > 0) return [`complete-${side.environment}`];
  return [`deploy-${side.environment}`, ...steps.map((one) => stepKey(one, side))];
}

const stepKey = ({ key }: Step, { environment }: Environment): string => `${key}-${environment}`;

const inBetween: Readonly<
  Record<Step['key'], { readonly what: string; readonly ids: readonly string[]; readonly accept: string }>
> = {
  hub: {
    what: 'Have the peering created on the hub’s side',
    ids: ['hub'],
    accept: 'both peerings are Connected',
  },
  zones: {
    what: 'Have the private DNS zones linked to the network',
    ids: ['SEC-008'],
    accept: 'names resolve to private addresses',
  },
  package: {
    what: 'Make the package readable',
    ids: ['installation'],
    accept: 'the identity of the VM can read it',
  },
};

/** One deployment and what a person does after it; a second deployment, where the first one leaves something out. */
export function environmentTasks(
  workspace: Workspace,
  side: Environment,
  after: readonly string[],
  at: { readonly file: string; readonly anchor: string },
): readonly Task[] {
  const { environment, group } = side;
  const { overrides, steps } = afterFirst(workspace, side);
  const key = `deploy-${environment}`;
  const deploy = { names: [group], ids: ['environments'], accept: 'the deployment’s state is Succeeded' };
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
  const between = steps.map((one): Task => {
    const { what, ids, accept } = inBetween[one.key];
    return {
      key: stepKey(one, side),
      what: `${what} in ${environment}`,
      file: 'README.md',
      anchor: one.anchor,
      ids,
      after: [key],
      accept,
    };
  });
  if (overrides.length === 0) return [first, ...between];
  const complete = { key: `complete-${environment}`, what: `Deploy ${environment} again, complete` };
  return [first, ...between, { ...deploy, ...at, ...complete, after: between.map((one) => one.key) }];
}
