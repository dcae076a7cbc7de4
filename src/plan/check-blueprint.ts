import { providerOf } from '../../avm-catalog/azure/module-types.ts';
import type { Blueprint } from '../../avm-catalog/kernel/blueprint.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import type { Spec } from '../resolve/spec.ts';
import type { Plan, PlanResource } from './plan.ts';

/** What a plan creates outside the boundary of its blueprint, and outputs that the blueprint does not declare. */
export function checkBlueprint(
  plan: Plan,
  { blueprint, components }: Pick<Spec, 'blueprint' | 'components'>,
): readonly Finding[] {
  // What a person added by name is no promise of the blueprint.
  const isNamed = (component: string | undefined): boolean =>
    components.some(({ name, type }) => name === component && type !== undefined);
  const outputs = plan.outputs.filter(({ reason }) => !isNamed(reason.component));
  return [
    ...plan.resources.flatMap((one) => (isNamed(one.component) ? [] : crossing(one, blueprint))),
    ...undeclared(outputs, blueprint),
  ];
}

function crossing(one: PlanResource, { name, boundary }: Blueprint): readonly Finding[] {
  if (one.kind === 'existing') return [];
  const provider = one.kind === 'module' ? providerOf(one.module) : one.type.split('/')[0];
  const said = { blueprint: name, component: one.component };
  const where = { file: 'main.bicep', resource: one.symbol };
  if (provider === undefined || !boundary.providers.includes(provider))
    return [makeFinding('boundary-provider', 'error', { ...said, provider: provider ?? one.symbol }, where)];
  const isElsewhere = one.kind === 'module' && one.scope !== undefined;
  return isElsewhere && !boundary.reachesOut.includes(one.component)
    ? [makeFinding('boundary-scope', 'error', said, where)]
    : [];
}

function undeclared(outputs: Plan['outputs'], { name, outputs: declared }: Blueprint): readonly Finding[] {
  return outputs
    .filter((one) => !declared.includes(one.name))
    .map((one) =>
      makeFinding(
        'output-undeclared',
        'error',
        { output: one.name, blueprint: name },
        { file: 'main.bicep', resource: one.name },
      ),
    );
}
