import type { NameChange } from '../../../generators/session.ts';
import type { Generated } from '../../files/generate.ts';
import { ownValue } from '../../bicep/own.ts';
import { computedText } from '../../plan/computed-text.ts';
import { resourceGroupName } from '../../plan/names.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Spec } from '../../resolve/spec.ts';

interface Side {
  readonly spec: Spec;
  readonly plan: Plan;
}

/** Both sides of a change, where either can be planned. */
export function sidesOf(before: Generated, after: Generated): readonly [Side, Side] | undefined {
  return before.plan && after.plan
    ? [
        { spec: before.spec, plan: before.plan },
        { spec: after.spec, plan: after.plan },
      ]
    : undefined;
}

/** Names in Azure that the environments have which stay, before and after, where these differ. */
export function nameChanges(
  [before, after]: readonly [Side, Side],
  renamed: { readonly from: string; readonly to: string } | undefined,
): readonly NameChange[] {
  return before.plan.environments.flatMap((old) => {
    const environment = old === renamed?.from ? renamed.to : old;
    const [was, is] = [namesIn(before, old), namesIn(after, environment)];
    const isElsewhere = was.get(group) !== is.get(group);
    return [...was].flatMap(([key, name]): readonly NameChange[] => {
      const now = is.get(key);
      if (now === undefined || (now === name && !(isElsewhere && isComputed(name, before.plan)))) return [];
      return [{ environment, before: name, after: now === name ? `${now} (computed again)` : now }];
    });
  });
}

const group = 'resource group';

/** The computed part of a name follows the resource group. */
function isComputed(name: string, plan: Plan): boolean {
  const hidden = computedText(plan);
  return hidden !== '' && name.includes(hidden);
}

function namesIn({ spec, plan }: Side, environment: string): ReadonlyMap<string, string> {
  const view = spec.views.find((one) => one.environment === environment);
  if (!view) return new Map();
  const names = plan.names.map(({ key, values }) => [key, ownValue(values, environment) ?? ''] as const);
  return new Map([[group, resourceGroupName(spec, view)], ...names]);
}
