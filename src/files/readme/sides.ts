import type { Capability } from '../../../avm-catalog/kernel/capability.ts';
import type { RuleSettings } from '../../../avm-catalog/kernel/context.ts';
import type { DocumentedWorkspace, Environment, Fact } from '../../../avm-catalog/kernel/workspace.ts';
import { enumerate } from '../../text/enumerate.ts';
import { componentIn } from '../../resolve/components.ts';
import type { Reason } from '../../bicep/value.ts';
import { resourceGroupName } from '../../plan/names.ts';
import { membersOf, type Plan, type PlanResource } from '../../plan/plan.ts';
import { reasonIds } from '../../resolve/requirements.ts';
import { afterFirst } from './after-first.ts';
import { mirrorFacts } from '../mirror.ts';
import { isEnvironmentTag } from '../../resolve/resolve.ts';
import type { Spec } from '../../resolve/spec.ts';
import { ownValue } from '../../bicep/own.ts';
import type { RuleTranslations } from '../../../avm-catalog/kernel/translations.ts';
import { translations } from '../translations.ts';
import { namesOf } from '../../../avm-catalog/kernel/documents.ts';

/** Plan and spec, as everything in the README reads them. */
export class Workspace implements DocumentedWorkspace {
  readonly plan: Plan;
  readonly spec: Spec;
  readonly sides: readonly Environment[];
  readonly default: Environment;
  readonly rules: RuleSettings;
  readonly mirror: DocumentedWorkspace['mirror'];
  /** By component: where it is on. */
  readonly #sides: ReadonlyMap<string, readonly Environment[]>;
  readonly #planned: ReadonlyMap<string, Plan['components'][number]>;
  readonly #made: ReadonlyMap<string, Plan['resources']>;
  #translations: RuleTranslations | undefined;
  readonly #values: ReadonlyMap<string, Readonly<Record<string, unknown>>>;

  constructor(plan: Plan, spec: Spec) {
    this.plan = plan;
    this.spec = spec;
    this.rules = spec.settings;
    this.mirror = spec.mirror && mirrorFacts(spec.mirror);
    this.sides = spec.views.map((view) => ({
      ...view,
      group: resourceGroupName(spec, view),
      region: view.core.location.region,
      parametersFile: `main.${view.environment}.bicepparam`,
      names: Object.fromEntries(plan.names.map(({ key, values }) => [key, ownValue(values, view.environment) ?? ''])),
      groupTags: spec.tagNames.map((name) => ({
        name,
        value:
          isEnvironmentTag(name) && spec.settings.on('TAG-001') ? view.environment : (ownValue(view.tags, name) ?? ''),
      })),
    }));
    this.#planned = new Map(plan.components.map((one) => [one.name, one]));
    this.#sides = new Map(
      plan.components.map(({ name, environments }) => [
        name,
        this.sides.filter(({ environment }) => environments.includes(environment)),
      ]),
    );
    this.#values = new Map(plan.parameters.map(({ name, values }) => [name, values]));
    const made = new Map<string, PlanResource[]>();
    for (const one of membersOf(plan.resources))
      for (const name of one.components) made.set(name, [...(made.get(name) ?? []), one]);
    this.#made = made;
    const side = this.sides.find((one) => one.environment === plan.defaultEnvironment) ?? this.sides[0];
    if (!side) throw new Error('a workspace has an environment');
    this.default = side;
  }

  /** The environments that a component is on in. */
  with(component: string): readonly Environment[] {
    return this.#sides.get(component) ?? [];
  }

  has(component: string): boolean {
    return this.with(component).length > 0;
  }

  isIn(component: string, side: Environment): boolean {
    return this.with(component).some(({ environment }) => environment === side.environment);
  }

  valuesOf(parameter: string): Readonly<Record<string, unknown>> | undefined {
    return this.#values.get(parameter);
  }

  on(rule: string): boolean {
    return this.spec.settings.on(rule);
  }

  translations(): RuleTranslations {
    return (this.#translations ??= translations(this.spec));
  }

  /** What a person does after the first deployment of an environment, and what that deployment leaves out until it's done. */
  afterFirst(side: Environment) {
    return afterFirst(this, this.spec, side);
  }

  omittedFirst(side: Environment): readonly string[] {
    return this.afterFirst(side).overrides;
  }

  resourcesOf(component: string): Plan['resources'] {
    return this.#made.get(component) ?? [];
  }

  /** Of these ids those that are on; what is left without one is there because every environment has it. */
  reason(ids: readonly string[], component?: string): Reason {
    return { ids: reasonIds(ids, this.spec), ...(component === undefined ? {} : { component }) };
  }

  /** Ids and name of a component, as the reason of what is said of it. */
  because(component: string): Reason {
    const ids = this.#planned.get(component)?.ids ?? componentIn(component, this.spec)?.serves ?? [];
    return this.reason(ids, component);
  }

  /** The component that implements a capability. */
  serving(capability: Capability): string | undefined {
    return this.plan.components.find(({ name }) => componentIn(name, this.spec)?.serves.includes(capability))?.name;
  }

  /** `every environment`, or their names. */
  where(sides: readonly Environment[]): string {
    return sides.length === this.sides.length ? 'every environment' : enumerate(namesOf(sides));
  }

  /** A fact of some environments, or null where there is none. */
  among(sides: readonly Environment[], reason: Reason): Fact | null {
    return sides.length === 0 ? null : { reason, where: this.where(sides), sides };
  }
}
