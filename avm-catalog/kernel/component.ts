import type { ImportSpec } from './imported.ts';
import type { InputsToken } from './inputs.ts';
import type { View } from './view.ts';
import type { Zod, RuleSettings, DefaultsContext } from './context.ts';
import type * as zod from 'zod';
import type { BicepType } from '../../src/bicep/type.ts';
import type { Expression, Literal, ObjectValue, ReferenceExpression, Value } from '../../src/bicep/value.ts';
import type { Addition } from './addition.ts';
import type { Capability } from './capability.ts';
import type { Finding } from '../../src/findings/finding.ts';
import type { Planned } from './planned.ts';
import type { ComponentDocs } from './docs.ts';
import type { Research, Sizing, TargetRow } from './facts.ts';
import type { GapCategory, Guess } from './guess.ts';
import type { Contradiction, Measure } from './measure.ts';
import type { ChosenFile, ChosenModule, Use } from './chosen.ts';
import type { Contribution } from './contribution.ts';
import type { Draw } from './drawing.ts';
import type { Access, Many } from './many.ts';
import type { RoleName } from '../azure/roles.ts';
import type { NamingRule } from '../azure/naming.ts';
import type { BicepFile } from '../modules/bicep-file.ts';
import type { ModuleInterface } from '../modules/interface.ts';
import type { ModuleName } from '../modules/pins.ts';
import type { Loop } from './loop.ts';
import type { AnswerProblem, ParameterProblem } from './problem.ts';
import type { Slots, SubnetKey } from './slots.ts';

export interface Question {
  /** Path below the component's key. */
  readonly path: string;
  readonly ask: string;
  readonly kind: 'confirm' | 'choice' | 'text' | 'number' | 'list';
  readonly choices?: (
    context: DefaultsContext,
  ) => readonly { readonly value: string | number | null; readonly name?: string }[];
  /** Names to choose from, in addition to none; asked only if there are any. */
  readonly among?: (view: View) => readonly string[];
  /** Asked only if the blueprint has one of these components. */
  readonly of?: readonly string[];
  /** Asked only if this is true for the inputs so far. */
  readonly when?: (inputs: Readonly<Record<string, unknown>>) => boolean;
  /** Asked for each environment rather than once. */
  readonly byEnvironment?: boolean;
}

export interface InputDefinition<I> {
  readonly token: InputsToken<I>;
  readonly schema: (z: Zod) => zod.ZodType<I>;
  readonly defaults: (context: DefaultsContext) => I;
  /** Normalizes inputs that have several spellings. */
  canonical?(inputs: I): I;
  readonly questions: readonly Question[];
  /** Proposed values that must not change after the deployment; `avm add` writes them to avm.yaml. */
  readonly recorded?: (view: View, id: string) => Readonly<Record<string, string>>;
  /** Paths below the key that must be the same in every environment, because environments share one template. */
  readonly fixed?: readonly string[];
  /** Defaults that only the user can confirm. */
  readonly guesses?: readonly Guess[];
  /** Settings of `avm add` to turn it on, if it can be off. */
  readonly switchOn?: Partial<I>;
  /** Values by key that editors suggest, if the schema allows more. */
  readonly examples?: Readonly<Partial<Record<string & keyof I, readonly string[]>>>;
  /** Paths below the key that belong to another component; available if the blueprint can have it. */
  readonly about?: Readonly<Record<string, string>>;
  /** Category of questions about its settings. */
  readonly category?: GapCategory;
  /** When turned on, it needs more settings before it can be evaluated. */
  readonly needsMore?: true;
}

export interface ComponentDefinition<I = unknown> {
  /** Kebab case; the word after `avm add`. */
  readonly name: string;
  /** Its inputs, if it has any. */
  readonly inputs?: InputDefinition<I>;
  readonly title: string;
  /** What it provides, in one phrase without a period. */
  readonly summary: string;
  /** Rules and requirements that it implements. */
  readonly serves: readonly string[];
  /** Settings that turn it on and off; @default `<key>.enabled` */
  readonly switchedBy?: readonly string[];
  /** Name of its type, for a named component. */
  readonly type?: string;
  /** Plural title of its type, for a named component. */
  readonly plural?: string;
  /** The view of its type: rules for inputs of the type apply to its own. */
  readonly seen?: { readonly view: (view: View) => View; readonly path: (path: string) => string };
  /** Set if there can be several named ones; and slots that only the blueprint's own collects. */
  readonly many?: Many;
  /** Subnets that it needs if it's on. */
  readonly subnets?: (view: View) => readonly SubnetKey[];
  /** Key of the resource ID, for components that refer to it by name. */
  readonly resource?: string;
  /** Access that components need to use it, if they can use it. */
  readonly access?: Access;
  /** Components that it uses; `answer` is the path of the setting. */
  readonly uses?: (view: View) => readonly Use[];
  /** Components whose IDs it refers to; `answer` is the path of the setting. */
  readonly refers?: (view: View) => readonly Use[];
  /** The Bicep file of the workspace that deploys it. */
  readonly file?: (view: View) => ChosenFile;
  /** Modules that the user chose; `answer` is the path of the setting. */
  readonly modules?: (view: View) => readonly ChosenModule[];
  /** Whether it's on in an environment. */
  readonly enabled: (view: View) => boolean;
  readonly check?: (view: View) => readonly AnswerProblem[];
  /** Problems in parameters of rules. */
  readonly checkParameters?: (rules: RuleSettings, views: readonly View[]) => readonly ParameterProblem[];
  /** Problems that only a plan shows. */
  readonly checkPlan?: (plan: Planned, views: readonly View[]) => readonly Finding[];
  /** Categories of problems that differ from that of its settings, by code. */
  readonly categories?: Readonly<Record<string, GapCategory>>;
  /** Quantities that production should have at least as much of as other environments. */
  readonly measures?: readonly Measure[];
  readonly contradictions?: (view: View) => readonly Contradiction[];
  /** Capabilities that depend on its settings instead of only on whether it's on. */
  readonly meets?: Readonly<Partial<Record<Capability, (view: View) => boolean>>>;
  /** What `avm add` can add to it. */
  readonly additions?: readonly Addition[];
  readonly sizing?: Sizing;
  /** Targets of the workload. */
  readonly targetRows?: readonly TargetRow[];
  readonly research?: Research;
  readonly docs: ComponentDocs;
  /** Contributes to slots; runs for all components before any composes. */
  readonly contribute?: (composer: Composer) => void;
  readonly compose: (composer: Composer) => void;
  /** Its part of the diagrams; by default a box with its title. */
  readonly drawing?: Draw;
}

export interface ParameterSpec {
  readonly name: string;
  readonly type: BicepType;
  readonly description: string;
  readonly value: (view: View) => Data;
  /** Allowed values of the parameter, if the type doesn't restrict them. */
  readonly allowed?: readonly Literal[];
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Paths of its settings, below `spec` unless they begin with a slash. */
  readonly answers: readonly string[];
  readonly ids?: readonly string[];
  /** Several components declare it in the same way. */
  readonly shared?: true;
  /** It decides which resources there are, so what no environment has leaves no trace. */
  readonly decides?: true;
}

/** A value with no expression in it. */
export type Data = Literal | readonly Data[] | { readonly [key: string]: Data | undefined };

export interface NameSpec {
  /** ARM type, such as `Microsoft.KeyVault/vaults`; gives abbreviation, length and characters. */
  readonly type: string;
  /** Distinguishes it from others of its type. */
  readonly qualifier?: string;
  /** Abbreviation, if it isn't that of the type. */
  readonly abbreviation?: string;
  /** Length and characters, if the catalog has no rule for the type. */
  readonly rule?: NamingRule;
  /** A setting with the name in some environments; empty in the others. */
  readonly given?: { readonly value: (view: View) => string; readonly parameter: Omit<ParameterSpec, 'value'> };
}

export interface ResourceSpec {
  /** Symbolic name in main.bicep. */
  readonly symbol: string;
  /** What it is and why, in one line. */
  readonly comment: string;
  /** Key of its resource ID, so that users of the ID wait for it; several for a loop or for children. */
  readonly makes?: readonly string[];
  readonly loop?: Loop;
  /** Deployed only if this is true, in addition to the component's condition. */
  readonly on?: Expression | undefined;
  readonly dependsOn?: readonly string[];
  readonly ids?: readonly string[];
}
/** A module of the catalog in its pinned version, or any module by its full path and version. */
export type ModuleSpec = ResourceSpec &
  ModuleCall &
  ({ readonly module: ModuleName; readonly version?: never } | { readonly module: string; readonly version: string });
interface ModuleCall {
  /** Path of the settings that `params` come from, if the user sets them by name. */
  readonly answers?: string;
  /** Resource group that it's deployed to, if it isn't the solution's own. */
  readonly scope?: Value;
  readonly params: ObjectValue;
}
/** A Bicep file of the workspace as a module. */
export interface FileSpec extends ResourceSpec {
  readonly file: string;
  /** Path of the settings that `params` come from. */
  readonly answers: string;
  readonly params: ObjectValue;
  /** More values, for parameters that have the same name and type. */
  readonly offers: ObjectValue;
  /** Reason why its resources don't use AVM modules; empty if not set. */
  readonly reason: string;
}
export interface NativeSpec extends ResourceSpec {
  /** ARM type and API version. */
  readonly type: string;
  readonly body: ObjectValue;
  /** Why no AVM module is used. */
  readonly reason: string;
}
export interface ExistingSpec {
  readonly symbol: string;
  readonly loop?: Loop;
  readonly type: string;
  readonly name: Value;
  readonly scope?: Value;
  readonly comment: string;
  readonly ids?: readonly string[];
}

/** The builder of a component. Everything that it creates has the component's reason and condition. */
export interface Composer {
  /** All environments, in the order of avm.yaml. */
  readonly views: readonly View[];
  readonly rules: RuleSettings;
  /** The condition of this component, if it's on in some environments only. */
  readonly condition: ReferenceExpression | undefined;
  /** A typed parameter with a value for each environment. */
  parameter(spec: ParameterSpec): ReferenceExpression;
  /** A parameter if a setting is a matter of each environment, or its default differs; otherwise the value itself. */
  choose(spec: ParameterSpec): Value;
  /** Whether any of these settings is a matter of each environment, whatever its values are. */
  isByEnvironment(answers: readonly string[]): boolean;
  variable(
    name: string,
    value: Value,
    options: { readonly description: string; readonly ids?: readonly string[] },
  ): ReferenceExpression;
  /** A value that is declared in another file, from which main.bicep imports it. */
  imported(spec: ImportSpec): Value;
  /** Registers a name; it is computed once, in `names`. */
  name(key: string, spec: NameSpec): ReferenceExpression;
  /** A name by the convention for use in one place only, so it isn't registered. */
  nameValue(spec: NameSpec): Value;
  /** Whether a component is on: true, false, or its condition. */
  given(component: string): Value;
  /** The shared tags. */
  tags(): Value;
  /** A name that any component registers, before or after. */
  reference(key: string): ReferenceExpression;
  /** The resource ID, if it isn't `resourceId` of its type and name; computed once, in `ids`, if anything uses it. */
  identify(key: string, value: Value): void;
  id(key: string): ReferenceExpression;
  existing(spec: ExistingSpec): ReferenceExpression;
  module(spec: ModuleSpec): void;
  /** The interface of a module version; `modules` of the component must name it. */
  interface(module: string, version: string): ModuleInterface;
  /** A Bicep file of the workspace; `file` of the component must name it. */
  bicepFile(spec: FileSpec): void;
  /** What the compiler read of that file. */
  readFile(path: string): BicepFile;
  /** The resource ID of a component by name; undefined if it's off or has no resource ID. */
  idOf(component: string): Value | undefined;
  /** The endpoint of a component with `access`, by the component's name. */
  endpoint(component: string): Value | undefined;
  /** Role assignments for the components that use this one, if any do. @default the roles of `access` */
  users(roles?: readonly RoleName[]): readonly Value[] | undefined;
  /** The symbol of one of its resources. */
  symbol(name: string): string;
  native(spec: NativeSpec): void;
  output(name: string, type: BicepType, description: string, value: Value): void;
  contribute<S extends keyof Slots>(
    slot: S,
    item: Slots[S],
    options?: { readonly on?: Expression | undefined; readonly ids?: readonly string[] },
  ): void;
  collect<S extends keyof Slots>(slot: S): readonly Contribution<Slots[S]>[];
  /** Marks a value with its own IDs, in addition to the component's. */
  because(ids: readonly string[], value: Value): Value;
}

/** Keeps the type of a component while it is written. */
export function component<I>(definition: ComponentDefinition<I>): ComponentDefinition<I> {
  return definition;
}
