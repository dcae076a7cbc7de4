import { inputsToken } from '../../kernel/inputs.ts';
import type { View } from '../../kernel/view.ts';

type ParameterValue = string | number | boolean | readonly string[];

interface Assignment {
  readonly name: string;
  /** Resource ID of a policy definition or an initiative. */
  readonly definitionId: string;
  /** Values of its parameters, such as `effect`. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** What a noncompliant deployment is told; empty for the words of Azure. */
  readonly message: string;
  /** Resource IDs of the roles that its identity gets; without one, it has no identity. */
  readonly roles: readonly string[];
}

interface PolicyAssignmentsInputs {
  readonly enabled: boolean;
  readonly assignments: readonly Assignment[];
  /** Whether effects such as Deny apply; without it, Azure only evaluates. */
  readonly enforce: boolean;
}

export const policyAssignmentsInputs = inputsToken<PolicyAssignmentsInputs>('policyAssignments');

/** Roles that identities of assignments get, each once. */
export function rolesOf(view: Pick<View, 'inputs'>): readonly string[] {
  const ids = policyAssignmentsInputs.of(view).assignments.flatMap(({ roles }) => roles);
  return [...new Map(ids.map((id) => [id.toLowerCase(), id])).values()];
}
