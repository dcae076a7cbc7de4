import { inputsToken } from '../../kernel/inputs.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import type { View } from '../../kernel/view.ts';

export const methods = ['deployment', 'stack'] as const;
/** Deny settings and actions on unmanaged resources of a stack (azure-docs: deployment-stacks.md). */
export const denySettings = ['none', 'denyDelete', 'denyWriteAndDelete'] as const;
export const unmanageActions = ['detachAll', 'deleteResources', 'deleteAll'] as const;

export interface DeploymentScriptsInputs {
  readonly enabled: boolean;
  /** A plain deployment, or a deployment stack. */
  readonly method: (typeof methods)[number];
  /** What a stack denies others to do with its resources. */
  readonly denySettings: (typeof denySettings)[number];
  /** What a stack does with resources that the template no longer has. */
  readonly actionOnUnmanage: (typeof unmanageActions)[number];
}

export const deploymentScriptsInputs = inputsToken<DeploymentScriptsInputs>('deploymentScripts');

/** The name of the component, for others that name its scripts. */
export const deploymentScriptsName = 'deployment-scripts';

/** What a pipeline reports that has no scripts to run. */
export function needsScripts(view: View, answer: string, what: string): readonly AnswerProblem[] {
  return deploymentScriptsInputs.of(view).enabled
    ? []
    : [problem('answer-needs', answer, { what, needs: 'deploymentScripts.enabled=true' })];
}
