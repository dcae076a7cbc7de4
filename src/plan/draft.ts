import type { ComponentDefinition, ExistingSpec, NameSpec, ParameterSpec } from '../../avm-catalog/kernel/component.ts';
import { worksAlone } from '../../avm-catalog/kernel/works-alone.ts';
import type { ImportedFile } from '../../avm-catalog/kernel/imported.ts';
import type { View } from '../../avm-catalog/kernel/view.ts';
import type { Contribution } from '../../avm-catalog/kernel/contribution.ts';
import type { BicepFile } from '../../avm-catalog/modules/bicep-file.ts';
import type { ModuleInterface } from '../../avm-catalog/modules/interface.ts';
import type { Finding } from '../findings/finding.ts';
import type { Slots } from '../../avm-catalog/kernel/slots.ts';
import type { Reason, ReferenceExpression, Value } from '../bicep/value.ts';
import { call, param, variable } from '../bicep/value.ts';
import { sharedPath, type Version } from '../answers/version.ts';
import { activeIds, reasonIds, satisfiedBy } from '../resolve/requirements.ts';
import type { Spec } from '../resolve/spec.ts';
import { byEnvironment } from './by-environment.ts';
import type { MadeName } from './name-parts.ts';
import { Namer } from './names.ts';
import type { PlanDeclaration, PlanOutput, PlanParameter, PlanResource, PlanVariable } from './plan.ts';
import type { Definitions } from './references.ts';

/** The part of the catalog a plan is made with. */
export interface Catalog {
  /** The interface of the pinned version of a module, overlays applied. */
  readonly interface: (module: string, version: string) => ModuleInterface;
  /** What is wrong with a module or a version that it does not hold. */
  readonly unknown: (module: string, version: string) => Finding | undefined;
  /** The newest version that it holds. */
  readonly latest: (module: string) => string | undefined;
  /** What was read of a Bicep file of the workspace; nothing where it was not. */
  readonly file: (path: string) => BicepFile | undefined;
}

/** A component with its place in the order of all. */
interface Placed {
  readonly component: ComponentDefinition;
  readonly order: number;
}

interface Named {
  readonly spec: NameSpec;
  readonly made: MadeName;
  readonly reason: Reason;
}

/** A plan while components work on it. */
export class Draft {
  readonly spec: Spec;
  readonly catalog: Catalog;
  readonly namer: Namer;
  readonly enabled: readonly ComponentDefinition[];
  /** Whether any of some settings is a matter of each environment. */
  readonly isByEnvironment: (answers: readonly string[]) => boolean;
  readonly parameters = new Map<string, PlanParameter & { readonly order: number }>();
  readonly variables = new Map<string, PlanVariable & { readonly order: number }>();
  readonly names = new Map<string, Named>();
  readonly ids = new Map<string, Value>();
  /** Symbol that makes an id or a name. */
  readonly makers = new Map<string, string>();
  readonly resources: PlanResource[] = [];
  readonly outputs: PlanOutput[] = [];
  /** By path. */
  readonly imports = new Map<
    string,
    { readonly file: ImportedFile; readonly declarations: Map<string, PlanDeclaration> }
  >();
  readonly #enabled: ReadonlyMap<string, Placed>;
  readonly #resources = new Map<string, PlanResource>();
  readonly #outputs = new Set<string>();
  readonly #arguments = new Map<string, Map<string, Value>>();
  readonly #slots = new Map<keyof Slots, Contribution<unknown>[]>();

  constructor(spec: Spec, catalog: Catalog, enabled: readonly ComponentDefinition[]) {
    this.spec = spec;
    this.catalog = catalog;
    this.enabled = enabled;
    this.isByEnvironment = byEnvironment(spec);
    this.#enabled = new Map(enabled.map((component, order) => [component.name, { component, order }]));
    this.namer = new Namer(spec.workload.name, spec.views, spec.settings);
  }

  /** A component that is on in any environment. */
  placed(name: string): Placed | undefined {
    return this.#enabled.get(name);
  }

  /** Ids of rules that are on, and of requirements that are in scope; sorted. */
  active(ids: readonly string[]): readonly string[] {
    return activeIds(ids, this.spec);
  }

  /** Rules and requirements that a component implements, including custom ones. */
  serves({ name, serves }: ComponentDefinition): readonly string[] {
    return this.active([...serves, ...satisfiedBy(name, this.spec)]);
  }

  /** The active ones; what no rule and no requirement asks for serves every environment alike. */
  because(ids: readonly string[]): readonly string[] {
    return reasonIds(ids, this.spec);
  }

  parameter(spec: ParameterSpec, reason: Reason, order: number): ReferenceExpression {
    const { name, type, description, value, answers } = spec;
    const earlier = this.parameters.get(name);
    const because = {
      ...reason,
      answers: [
        ...new Set([...(earlier?.reason.answers ?? []), ...answers.map((path) => fullPath(path, this.spec.version))]),
      ].toSorted(),
    };
    const values = Object.fromEntries(this.spec.views.map((view) => [view.environment, value(view)]));
    if (earlier) same('parameter', name, [earlier.type, earlier.values], [type, values]);
    this.parameters.set(name, {
      ...bounds(spec),
      name,
      type,
      description,
      values,
      reason: earlier ? { ...earlier.reason, answers: because.answers } : because,
      order: Math.min(order, earlier?.order ?? order),
    });
    return param(name);
  }

  /** `made` where the name is not made by the convention. */
  name(key: string, spec: NameSpec, reason: Reason, made = this.namer.name(spec)): ReferenceExpression {
    const earlier = this.names.get(key);
    if (earlier) same('name', key, earlier.spec, spec);
    this.names.set(key, { spec, made, reason });
    if (!this.ids.has(key) && spec.type.includes('/'))
      this.ids.set(key, call('resourceId', spec.type, variable('names', key)));
    return variable('names', key);
  }

  variable(made: PlanVariable & { readonly order: number }): ReferenceExpression {
    const earlier = this.variables.get(made.name);
    if (earlier) same('variable', made.name, earlier.value, made.value);
    this.variables.set(made.name, made);
    return variable(made.name);
  }

  import(file: ImportedFile, made: PlanDeclaration): void {
    const into = this.imports.get(file.path) ?? { file, declarations: new Map<string, PlanDeclaration>() };
    this.imports.set(file.path, into);
    const earlier = into.declarations.get(made.name);
    if (earlier) same('import', made.name, signatureOf(earlier), signatureOf(made));
    const parameters = made.parameters.map((one, index) => {
      const known = this.#given(`${file.path}\n${made.name}\n${index}`);
      for (const value of one.values) known.set(JSON.stringify(value), value);
      return { ...one, values: [...known.values()] };
    });
    into.declarations.set(made.name, { ...(earlier ?? made), parameters });
  }

  /** What a parameter of a function is in all calls so far, by its JSON. */
  #given(parameter: string): Map<string, Value> {
    const known = this.#arguments.get(parameter) ?? new Map<string, Value>();
    this.#arguments.set(parameter, known);
    return known;
  }

  /** Whether another component declared the same existing resource. */
  hasExisting({ symbol, type, name }: ExistingSpec): boolean {
    const earlier = this.#resources.get(symbol);
    if (earlier?.kind !== 'existing') return false;
    same('existing resource', symbol, [earlier.type, earlier.name], [type, name]);
    return true;
  }

  add(resource: PlanResource): void {
    const { symbol } = resource;
    if (this.#resources.has(symbol)) throw new NameClash(`resource ${symbol}`);
    this.#resources.set(symbol, resource);
    this.resources.push(resource);
  }

  output(output: PlanOutput): void {
    if (this.#outputs.has(output.name)) throw new NameClash(`output ${output.name}`);
    this.#outputs.add(output.name);
    this.outputs.push(output);
  }

  put<S extends keyof Slots>(slot: S, contribution: Contribution<Slots[S]>): void {
    const given = this.#slots.get(slot);
    if (given) given.push(contribution);
    else this.#slots.set(slot, [contribution]);
  }

  /** What is there so far. */
  collect<S extends keyof Slots>(slot: S): readonly Contribution<Slots[S]>[] {
    return [...((this.#slots.get(slot) ?? []) as Contribution<Slots[S]>[])];
  }

  /** Components with a contribution, with targets, or with files: one that supports others has none without them. */
  working(): readonly ComponentDefinition[] {
    const reasons = [
      ...this.parameters.values(),
      ...this.variables.values(),
      ...this.names.values(),
      ...this.resources,
    ];
    const names = new Set([
      ...reasons.map(({ reason }) => reason.component),
      ...[...this.#slots.values()].flatMap((given) => given.map(({ from }) => from)),
    ]);
    return this.enabled.filter((one) => names.has(one.name) || worksAlone(one));
  }

  viewsWith(component: ComponentDefinition): readonly View[] {
    return this.spec.views.filter((view) => component.enabled(view));
  }

  readonly definitions: Definitions = {
    variable: (name) => this.variables.get(name)?.value,
    name: (key) => this.names.get(key)?.made.value,
    id: (key) => this.ids.get(key),
  };
}

export function fullPath(path: string, version: Version): string {
  return path.startsWith('/') ? path.slice(1) : sharedPath(path, version);
}

const signatureOf = ({ parameters, value }: PlanDeclaration): readonly unknown[] => [
  parameters.map(({ name, type }) => [name, type]),
  value,
];

const boundKeys = ['allowed', 'minValue', 'maxValue', 'minLength', 'maxLength'] as const;

function bounds(spec: ParameterSpec): Pick<ParameterSpec, (typeof boundKeys)[number]> {
  return Object.fromEntries(boundKeys.flatMap((key) => (spec[key] === undefined ? [] : [[key, spec[key]]])));
}

/** Two things of one name, of which one at least is of a component that a person named. */
export class NameClash extends Error {
  readonly what: string;

  constructor(what: string) {
    super(`two components make different things of the ${what}`);
    this.what = what;
  }
}

/** Two components may ask for the same thing, but not for two things of one name. */
function same(kind: string, name: string, earlier: unknown, now: unknown): void {
  if (JSON.stringify(earlier) !== JSON.stringify(now)) throw new NameClash(`${kind} ${name}`);
}
