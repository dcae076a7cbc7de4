import { providerOf } from '../../avm-catalog/azure/module-types.ts';
import type { Blueprint } from '../../avm-catalog/kernel/blueprint.ts';
import type { ComponentDefinition } from '../../avm-catalog/kernel/component.ts';
import { endpointOutput } from '../../avm-catalog/kernel/uses.ts';
import type { View } from '../../avm-catalog/kernel/view.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import type { Spec } from '../resolve/spec.ts';
import type { Plan, PlanResource } from './plan.ts';

/** What a plan creates outside the boundary of its blueprint, and outputs that the blueprint does not declare. */
export function checkBlueprint(
  plan: Plan,
  { blueprint, components, views }: Pick<Spec, 'blueprint' | 'components' | 'views'>,
): readonly Finding[] {
  // What a person added by name is no promise of the blueprint.
  const named = new Set(components.flatMap(({ name, type }) => (type === undefined ? [] : [name])));
  const isNamed = (component: string | undefined): boolean => component !== undefined && named.has(component);
  const ofUses = new Set(components.flatMap((one) => outputsOfUses(one, views)));
  const outputs = plan.outputs.filter(({ name, reason }) => !isNamed(reason.component) && !ofUses.has(name));
  return [
    ...plan.resources.flatMap((one) => (one.components.every(isNamed) ? [] : crossing(one, blueprint))),
    ...undeclared(outputs, blueprint),
  ];
}

/** Endpoints of what a component of the blueprint uses, which a person said too. */
function outputsOfUses({ resource = '', uses }: ComponentDefinition, views: readonly View[]): readonly string[] {
  return views.flatMap((view) => uses?.(view) ?? []).map(({ name }) => endpointOutput(resource, name));
}

function crossing(one: PlanResource, { name, boundary }: Blueprint): readonly Finding[] {
  // A file is what a person added by name.
  if (one.kind === 'existing' || one.kind === 'file') return [];
  const provider = one.kind === 'module' ? providerOf(one.module) : one.type.split('/')[0];
  const said = { blueprint: name, component: one.components.join(', ') };
  const where = { file: 'main.bicep', resource: one.symbol };
  if (provider === undefined || !boundary.providers.includes(provider))
    return [makeFinding('boundary-provider', 'error', { ...said, provider: provider ?? one.symbol }, where)];
  const isElsewhere = one.kind === 'module' && one.scope !== undefined;
  return isElsewhere && !one.components.every((component) => boundary.reachesOut.includes(component))
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
