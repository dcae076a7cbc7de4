import { inputsToken } from '../../kernel/inputs.ts';

type ParameterValue = string | number | boolean | readonly string[];

interface Assignment {
  readonly name: string;
  /** Resource ID of a policy definition or an initiative. */
  readonly definitionId: string;
  /** Values of its parameters, such as `effect`. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** What a noncompliant deployment is told; empty for the words of Azure. */
  readonly message: string;
}

interface PolicyAssignmentsInputs {
  readonly enabled: boolean;
  readonly assignments: readonly Assignment[];
  /** Whether effects such as Deny apply; without it, Azure only evaluates. */
  readonly enforce: boolean;
}

export const policyAssignmentsInputs = inputsToken<PolicyAssignmentsInputs>('policyAssignments');
