import { enumerate } from '../../resolve/enumerate.ts';
import type { Inputs, View } from '../../../avm-catalog/kernel/view.ts';
import { componentNamed } from '../../../avm-catalog/components/index.ts';
import type { Core } from '../../../avm-catalog/kernel/core.ts';
import type { Reason } from '../../bicep/value.ts';
import { resourceGroupName } from '../../plan/names.ts';
import type { Plan } from '../../plan/plan.ts';
import { reasonIds } from '../../resolve/requirements.ts';
import { isEnvironmentTag } from '../../resolve/resolve.ts';
import type { Spec } from '../../resolve/spec.ts';
import { ownValue } from '../../bicep/own.ts';
import type { Tag } from './resource-group.ts';

/** One environment, as the README tells of it. */
export interface Side {
  readonly environment: string;
  /** Name proposed for its resource group. */
  readonly group: string;
  readonly region: string;
  readonly parametersFile: string;
  readonly core: Core;
  readonly inputs: Inputs;
  /** Names by key of the plan; the part that Azure computes is written as `x`. */
  readonly names: Readonly<Record<string, string>>;
  /** Of the resource group, sorted by name. */
  readonly tags: readonly Tag[];
  readonly view: View;
}

/** Plan and spec, as everything in the README reads them. */
export class Workspace {
  readonly plan: Plan;
  readonly spec: Spec;
  readonly sides: readonly Side[];
  readonly default: Side;

  constructor(plan: Plan, spec: Spec) {
    this.plan = plan;
    this.spec = spec;
    this.sides = spec.views.map((view) => ({
      environment: view.environment,
      group: resourceGroupName(spec, view),
      region: view.core.location.region,
      parametersFile: `main.${view.environment}.bicepparam`,
      core: view.core,
      inputs: view.inputs,
      names: Object.fromEntries(plan.names.map(({ key, values }) => [key, ownValue(values, view.environment) ?? ''])),
      tags: spec.tagNames.map((name) => ({
        name,
        value:
          isEnvironmentTag(name) && spec.settings.on('TAG-001') ? view.environment : (ownValue(view.tags, name) ?? ''),
      })),
      view,
    }));
    const side = this.sides.find((one) => one.environment === plan.defaultEnvironment) ?? this.sides[0];
    if (!side) throw new Error('a workspace has an environment');
    this.default = side;
  }

  /** The environments that a component is on in. */
  with(component: string): readonly Side[] {
    const known = this.plan.components.find((one) => one.name === component);
    return this.sides.filter((side) => known?.environments.includes(side.environment));
  }

  has(component: string): boolean {
    return this.with(component).length > 0;
  }

  on(rule: string): boolean {
    return this.spec.settings.on(rule);
  }

  /** Of these ids those that are on; what is left without one is there because every environment has it. */
  reason(ids: readonly string[], component?: string): Reason {
    return { ids: reasonIds(ids, this.spec), ...(component === undefined ? {} : { component }) };
  }

  /** Ids and name of a component, as the reason of what is said of it. */
  because(component: string): Reason {
    const ids =
      this.plan.components.find((one) => one.name === component)?.ids ?? componentNamed(component)?.serves ?? [];
    return this.reason(ids, component);
  }

  /** `every environment`, or their names. */
  where(sides: readonly Side[]): string {
    return sides.length === this.sides.length ? 'every environment' : enumerate(sides.map((one) => one.environment));
  }

  /** A fact of some environments, or null where there is none. */
  among(
    sides: readonly Side[],
    reason: Reason,
  ): { readonly reason: Reason; readonly where: string; readonly sides: readonly Side[] } | null {
    return sides.length === 0 ? null : { reason, where: this.where(sides), sides };
  }
}
