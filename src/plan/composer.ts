import type {
  ComponentDefinition,
  Composer,
  ExistingSpec,
  FileSpec,
  ModuleSpec,
  NameSpec,
  NativeSpec,
  ParameterSpec,
  ResourceSpec,
} from '../../avm-catalog/kernel/component.ts';
import type { ImportSpec } from '../../avm-catalog/kernel/imported.ts';
import type { RoleName } from '../../avm-catalog/azure/roles.ts';
import type { BicepFile } from '../../avm-catalog/modules/bicep-file.ts';
import { both, choice } from '../../avm-catalog/kernel/patterns.ts';
import type { Slots } from '../../avm-catalog/kernel/slots.ts';
import type { BicepType } from '../bicep/type.ts';
import { because, symbol, variable, type Reason, type ReferenceExpression, type Value } from '../bicep/value.ts';
import { satisfiedBy } from '../resolve/requirements.ts';
import type { Draft } from './draft.ts';
import { moduleCall, type ModuleCall } from './module-call.ts';
import type { PlanNative, PlanResource } from './plan.ts';
import { endpointOf, idOf, usersOf } from './access.ts';
import { settledValue } from './by-environment.ts';
import { conditionOf } from './condition.ts';
import { fileCall, type FileCall } from './file-call.ts';
import { importedValue } from './imported.ts';
import { givenName } from './given-name.ts';
import { sharedOf, type Shared } from './shared-parameters.ts';

/** What one component builds with; writes into the draft. */
export function composerFor(draft: Draft, component: ComponentDefinition): Composer {
  return new ComponentComposer(draft, component);
}

class ComponentComposer implements Composer {
  readonly #draft: Draft;
  readonly #component: ComponentDefinition;
  readonly #order: number;
  /** Custom requirements that name this component. */
  readonly #own: readonly string[];
  readonly condition: ReferenceExpression | undefined;

  constructor(draft: Draft, component: ComponentDefinition) {
    this.#draft = draft;
    this.#component = component;
    this.#order = draft.placed(component.name)?.order ?? 0;
    this.#own = satisfiedBy(component.name, draft.spec);
    const given = this.given(component.name);
    this.condition = typeof given === 'object' ? (given as ReferenceExpression) : undefined;
  }

  get views() {
    return this.#draft.spec.views;
  }

  get rules() {
    return this.#draft.spec.settings;
  }

  #reason(ids: readonly string[] = []): Reason {
    const details = this.#draft.active(ids);
    return details.length > 0 ? this.#detail(details) : this.#whole();
  }

  /** A detail has its own IDs, and those of the custom requirements that name the component. */
  #detail(ids: readonly string[]): Reason {
    return { ids: this.#draft.active([...ids, ...this.#own]), component: this.#component.name };
  }

  #whole(ids: readonly string[] = []): Reason {
    return {
      ids: this.#draft.because([...this.#draft.serves(this.#component), ...ids]),
      component: this.#component.name,
    };
  }

  given(name: string): Value {
    return conditionOf(this.#draft, name);
  }

  parameter(spec: ParameterSpec): ReferenceExpression {
    return this.#draft.parameter(spec, this.#reason(spec.ids), this.#order);
  }

  choose(spec: ParameterSpec): Value {
    const settled = settledValue(this.#draft.viewsWith(this.#component), spec, this.#draft.isByEnvironment);
    return settled ? settled.value : this.parameter(spec);
  }

  isByEnvironment(answers: readonly string[]): boolean {
    return this.#draft.isByEnvironment(answers);
  }

  variable(
    name: string,
    value: Value,
    options: { readonly description: string; readonly ids?: readonly string[] },
  ): ReferenceExpression {
    const { description, ids } = options;
    return this.#draft.variable({ name, value, description, reason: this.#reason(ids), order: this.#order });
  }

  imported(spec: ImportSpec): Value {
    return importedValue(this.#draft, spec, this.#reason(spec.ids));
  }

  name(key: string, spec: NameSpec): ReferenceExpression {
    return this.#draft.name(key, spec, this.#whole(), givenName(this, this.#draft.namer, spec));
  }

  nameValue(spec: NameSpec): Value {
    return this.#draft.namer.name(spec).value;
  }

  reference(key: string): ReferenceExpression {
    return variable('names', key);
  }

  identify(key: string, value: Value): void {
    this.#draft.ids.set(key, value);
  }

  id(key: string): ReferenceExpression {
    return variable('ids', key);
  }

  tags(): Value {
    return this.#draft.spec.tagNames.length === 0 ? {} : this.because(['TAG-001'], variable('tags'));
  }

  existing(spec: ExistingSpec): ReferenceExpression {
    const { symbol: name, ids, ...rest } = spec;
    if (!this.#draft.hasExisting(spec))
      this.#add({
        kind: 'existing',
        symbol: name,
        ...rest,
        components: [this.#component.name],
        reason: this.#reason(ids),
        dependsOn: [],
      });
    return symbol(name);
  }

  module(spec: ModuleSpec): void {
    this.#make(spec, moduleCall(spec, this.#shared(), this.#draft));
  }

  bicepFile(spec: FileSpec): void {
    this.#make(spec, fileCall(spec, this.readFile(spec.file), this.#shared(), this.#draft));
  }

  readFile(path: string): BicepFile {
    const read = this.#draft.catalog.file(path);
    if (!read) throw new Error(`${path} has not been read`);
    return read;
  }

  #shared(): Shared {
    return sharedOf(this.#draft, (ids, value) => this.because(ids, value));
  }

  interface(module: string, version: string) {
    return this.#draft.catalog.interface(module, version);
  }

  idOf(name: string): Value | undefined {
    return idOf(this.#draft, name);
  }

  endpoint(name: string): Value | undefined {
    return endpointOf(this.#draft, name);
  }

  users(roles?: readonly RoleName[]): readonly Value[] | undefined {
    return usersOf(this.#draft, this.#component, roles);
  }

  symbol(name: string): string {
    return name;
  }

  native(spec: NativeSpec): void {
    const { type, body, reason: exception } = spec;
    this.#make(spec, { kind: 'native', type, body, exception });
  }

  #make(
    spec: ResourceSpec,
    own: ModuleCall | FileCall | Pick<PlanNative, 'kind' | 'type' | 'body' | 'exception'>,
  ): void {
    const condition = both(this.condition, spec.on);
    const isNative = own.kind === 'native' || (own.kind === 'file' && own.file.resources.length > 0);
    const reason = this.#whole(isNative ? [...(spec.ids ?? []), 'ARC-002'] : (spec.ids ?? []));
    for (const key of spec.makes ?? []) this.#draft.makers.set(key, spec.symbol);
    this.#add({
      ...own,
      symbol: spec.symbol,
      comment: spec.comment,
      components: [this.#component.name],
      reason,
      dependsOn: spec.dependsOn ?? [],
      ...(condition ? { condition } : {}),
      ...(spec.loop ? { loop: spec.loop } : {}),
    });
  }

  #add(resource: PlanResource): void {
    this.#draft.add(resource);
  }

  output(name: string, type: BicepType, description: string, value: Value): void {
    this.#draft.output({
      name,
      type,
      description,
      value: choice(this.condition, value, type.kind === 'array' ? [] : ''),
      reason: this.#whole(),
    });
  }

  contribute<S extends keyof Slots>(
    slot: S,
    item: Slots[S],
    options: { readonly on?: ReferenceExpression | undefined | object; readonly ids?: readonly string[] } = {},
  ): void {
    const on = both(this.condition, options.on as ReferenceExpression | undefined);
    this.#draft.put(slot, { item, from: this.#component.name, on, ids: this.#reason(options.ids).ids });
  }

  collect<S extends keyof Slots>(slot: S) {
    return this.#draft.collect(slot);
  }

  because(ids: readonly string[], value: Value): Value {
    const own = this.#draft.active(ids);
    return own.length === 0 ? value : because(this.#detail(own), value);
  }
}
