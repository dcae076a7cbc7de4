import type { FollowUp } from '../../../avm-catalog/kernel/docs.ts';
import type { DocumentedWorkspace, Environment } from '../../../avm-catalog/kernel/workspace.ts';
import type { Spec } from '../../resolve/spec.ts';

/** What a person does after the first deployment of an environment, and what that deployment leaves out until it is done. */
export function afterFirst(
  workspace: DocumentedWorkspace,
  { components }: Pick<Spec, 'components'>,
  side: Environment,
) {
  // A type and its named components have one text.
  const sources = new Set(components.map(({ docs }) => docs.followUps));
  const steps: readonly FollowUp[] = [...sources].flatMap((one) => one?.(workspace, side) ?? []);
  const overrides = steps.flatMap((one) => (one.parameter === undefined ? [] : [`${one.parameter}=false`]));
  return { overrides, steps, again: overrides.length > 0 };
}
