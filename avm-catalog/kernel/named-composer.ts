import type { BicepType } from '../../src/bicep/type.ts';
import type { ReferenceExpression, Value } from '../../src/bicep/value.ts';
import type {
  Composer,
  ExistingSpec,
  FileSpec,
  ModuleSpec,
  NameSpec,
  NativeSpec,
  ParameterSpec,
  ResourceSpec,
} from './component.ts';
import type { RoleName } from '../azure/roles.ts';
import type { BicepFile } from '../modules/bicep-file.ts';
import type { ModuleInterface } from '../modules/interface.ts';
import type { ImportSpec } from './imported.ts';
import type { NamedScope } from './named-scope.ts';
import type { Slots } from './slots.ts';

/** Builds a type under the names of a component, and leaves shared names unchanged. */
export function namedComposer(
  composer: Composer,
  scope: NamedScope,
  { ignores }: { readonly ignores: readonly (keyof Slots)[] },
): Composer {
  return new NamedComposer(composer, scope, ignores);
}

class NamedComposer implements Composer {
  readonly #to: Composer;
  readonly #scope: NamedScope;
  readonly #ignores: readonly (keyof Slots)[];
  readonly views;
  readonly condition;

  constructor(to: Composer, scope: NamedScope, ignores: readonly (keyof Slots)[]) {
    this.#to = to;
    this.#scope = scope;
    this.#ignores = ignores;
    this.views = to.views.map((view) => scope.view(view));
    this.condition = to.condition;
  }

  get rules() {
    return this.#to.rules;
  }

  parameter(spec: ParameterSpec): ReferenceExpression {
    return this.#to.parameter(this.#parameter(spec));
  }

  choose(spec: ParameterSpec): Value {
    return this.#to.choose(this.#parameter(spec));
  }

  isByEnvironment(answers: readonly string[]): boolean {
    return this.#to.isByEnvironment(answers.map((path) => this.#scope.path(path)));
  }

  #parameter<P extends Omit<ParameterSpec, 'value'> & Partial<Pick<ParameterSpec, 'value'>>>(spec: P): P {
    if (spec.shared) return spec;
    const { value } = spec;
    return {
      ...spec,
      name: this.#scope.name(spec.name),
      description: `${spec.description} (component ${this.#scope.id})`,
      answers: spec.answers.map((path) => this.#scope.path(path)),
      ...(value ? { value: (view: Parameters<ParameterSpec['value']>[0]) => value(this.#scope.view(view)) } : {}),
    };
  }

  variable(
    name: string,
    value: Value,
    options: { readonly description: string; readonly ids?: readonly string[] },
  ): ReferenceExpression {
    return this.#to.variable(this.#scope.name(name), value, options);
  }

  imported(spec: ImportSpec): Value {
    return this.#to.imported({ ...spec, name: this.#scope.name(spec.name) });
  }

  name(key: string, spec: NameSpec): ReferenceExpression {
    return this.#to.name(this.#scope.own(key), this.#name(spec));
  }

  nameValue(spec: NameSpec): Value {
    return this.#to.nameValue(this.#name(spec));
  }

  #name(spec: NameSpec): NameSpec {
    const { id } = this.#scope;
    const qualifier = spec.qualifier === undefined ? id : `${id}-${spec.qualifier}`;
    if (!spec.given) return { ...spec, qualifier };
    const { value, parameter } = spec.given;
    const given = {
      value: (view: Parameters<ParameterSpec['value']>[0]) => value(this.#scope.view(view)),
      parameter: this.#parameter(parameter),
    };
    return { ...spec, qualifier, given };
  }

  given(component: string): Value {
    return this.#to.given(component === this.#scope.type ? this.#scope.id : component);
  }

  tags(): Value {
    return this.#to.tags();
  }

  reference(key: string): ReferenceExpression {
    return this.#to.reference(this.#scope.known(key));
  }

  identify(key: string, value: Value): void {
    this.#to.identify(this.#scope.own(key), value);
  }

  id(key: string): ReferenceExpression {
    return this.#to.id(this.#scope.known(key));
  }

  existing(spec: ExistingSpec): ReferenceExpression {
    return this.#to.existing({ ...spec, symbol: this.#scope.name(spec.symbol) });
  }

  module(spec: ModuleSpec): void {
    const answers = spec.answers === undefined ? {} : { answers: this.#scope.path(spec.answers) };
    this.#to.module({ ...spec, ...this.#resource(spec), ...answers });
  }

  bicepFile(spec: FileSpec): void {
    this.#to.bicepFile({ ...spec, ...this.#resource(spec), answers: this.#scope.path(spec.answers) });
  }

  readFile(path: string): BicepFile {
    return this.#to.readFile(path);
  }

  interface(module: string, version: string): ModuleInterface {
    return this.#to.interface(module, version);
  }

  idOf(component: string): Value | undefined {
    return this.#to.idOf(component);
  }

  endpoint(component: string): Value | undefined {
    return this.#to.endpoint(component);
  }

  users(roles?: readonly RoleName[]): readonly Value[] | undefined {
    return this.#to.users(roles);
  }

  symbol(name: string): string {
    return this.#scope.name(name);
  }

  native(spec: NativeSpec): void {
    this.#to.native({ ...spec, ...this.#resource(spec) });
  }

  #resource(spec: ResourceSpec): ResourceSpec {
    return {
      symbol: this.#scope.name(spec.symbol),
      comment: `Component ${this.#scope.id}: ${spec.comment}`,
      ...(spec.makes ? { makes: spec.makes.map((key) => this.#scope.known(key)) } : {}),
    };
  }

  output(name: string, type: BicepType, description: string, value: Value): void {
    this.#to.output(this.#scope.name(name), type, `${description} (component ${this.#scope.id})`, value);
  }

  contribute<S extends keyof Slots>(slot: S, item: Slots[S], options?: Parameters<Composer['contribute']>[2]): void {
    if (this.#ignores.includes(slot)) return;
    const named = {
      ...item,
      ...('symbol' in item ? { symbol: this.#scope.name(item.symbol) } : {}),
      ...(isAboutOne(slot) ? { of: this.#scope.id } : {}),
    };
    this.#to.contribute(slot, named, options);
  }

  collect<S extends keyof Slots>(slot: S) {
    return this.#ignores.includes(slot) ? [] : this.#to.collect(slot);
  }

  because(ids: readonly string[], value: Value): Value {
    return this.#to.because(ids, value);
  }
}

/** Slots in which it matters of which component something is. */
const aboutOne: readonly (keyof Slots)[] = ['metricAlert', 'logAlert', 'eventAlert', 'machine', 'keyStore'];

function isAboutOne(slot: keyof Slots): boolean {
  return aboutOne.includes(slot);
}
