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
import type { Research, Sizing } from './facts.ts';
import type { GapCategory, Guess } from './guess.ts';
import type { Contradiction, Measure } from './measure.ts';
import type { Contribution } from './contribution.ts';
import type { Draw } from './drawing.ts';
import type { RoleName } from '../azure/roles.ts';
import type { NamingRule } from '../azure/naming.ts';
import type { ModuleInterface } from '../modules/interface.ts';
import type { ModuleName } from '../modules/pins.ts';
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
  /** Components that it is about: asked only where the blueprint has one of them. */
  readonly of?: readonly string[];
  /** Asked only where this holds for the inputs so far. */
  readonly when?: (inputs: Readonly<Record<string, unknown>>) => boolean;
  /** Asked for each environment rather than once. */
  readonly byEnvironment?: boolean;
}

export interface InputDefinition<I> {
  readonly token: InputsToken<I>;
  readonly schema: (z: Zod) => zod.ZodType<I>;
  readonly defaults: (context: DefaultsContext) => I;
  /** Inputs as they are used, where a person may spell them in several ways. */
  canonical?(inputs: I): I;
  readonly questions: readonly Question[];
  /** Defaults that only a person can know. */
  readonly guesses?: readonly Guess[];
  /** What `avm add` sets, where it can be off. */
  readonly switchOn?: Partial<I>;
  /** Values by key that an editor proposes, where the schema allows more. */
  readonly examples?: Readonly<Partial<Record<string & keyof I, readonly string[]>>>;
  /** Paths below the key that are about another component: offered and taken where the blueprint can have that one. */
  readonly about?: Readonly<Record<string, string>>;
  /** What a doubt about its settings is about. */
  readonly category?: GapCategory;
  /** Switched on, it needs further answers before it can be judged. */
  readonly needsMore?: true;
}

export interface ComponentDefinition<I = unknown> {
  /** Kebab case; the word after `avm add`. */
  readonly name: string;
  /** Inputs of its own, where it has any. */
  readonly inputs?: InputDefinition<I>;
  readonly title: string;
  /** One sentence without a full stop: what it gives. */
  readonly summary: string;
  /** Rules and requirements it exists for. */
  readonly serves: readonly string[];
  /** Answers that switch it on and off; @default `<key>.enabled` */
  readonly switchedBy?: readonly string[];
  /** Name of its type, where a person gave it a name of its own. */
  readonly type?: string;
  /** How its type sees it: rules that judge inputs of the type judge its own. */
  readonly seen?: { readonly view: (view: View) => View; readonly path: (path: string) => string };
  /** That there may be several, each by a name; and slots that only the blueprint's own collects. */
  readonly many?: Many;
  /** Subnets that it needs where it is on. */
  readonly subnets?: (view: View) => readonly SubnetKey[];
  /** Key of the ID of what it makes, for those who refer to it by name. */
  readonly resource?: string;
  /** What a component that uses it needs, where it can be used. */
  readonly access?: Access;
  /** Components that it uses; `answer` is the path of each. */
  readonly uses?: (view: View) => readonly Use[];
  /** Modules that a person chose; `answer` is the path of the choice. */
  readonly modules?: (view: View) => readonly ChosenModule[];
  /** True where it is on in an environment. */
  readonly enabled: (view: View) => boolean;
  readonly check?: (view: View) => readonly AnswerProblem[];
  /** What in parameters of rules is no such thing as it knows. */
  readonly checkParameters?: (rules: RuleSettings, views: readonly View[]) => readonly ParameterProblem[];
  /** What of it only a plan shows to be wrong. */
  readonly checkPlan?: (plan: Planned, views: readonly View[]) => readonly Finding[];
  /** Problems that are a question of another category than its settings are, by code. */
  readonly categories?: Readonly<Record<string, GapCategory>>;
  /** What an environment that people rely on has at least as much of as the others. */
  readonly measures?: readonly Measure[];
  readonly contradictions?: (view: View) => readonly Contradiction[];
  /** Capabilities that it has where its settings say so, rather than wherever it is on. */
  readonly meets?: Readonly<Partial<Record<Capability, (view: View) => boolean>>>;
  /** What `avm add` can add to it. */
  readonly additions?: readonly Addition[];
  readonly sizing?: Sizing;
  readonly research?: Research;
  readonly docs: ComponentDocs;
  /** What it gives to others; runs for all components before any composes. */
  readonly contribute?: (composer: Composer) => void;
  readonly compose: (composer: Composer) => void;
  /** What the pictures show of it; a box with its title, where there is none. */
  readonly drawing?: Draw;
}

/** How something is used: the least role there, and the endpoint, which is made of the name. */
export interface Access {
  readonly role: RoleName;
  readonly endpoint: (name: ReferenceExpression) => Value;
}

interface Use {
  readonly name: string;
  /** Path below `spec`. */
  readonly answer: string;
}

/** A type of which there may be several, each by a name. */
interface Many {
  /** Slots that only the blueprint's own fills and collects. */
  readonly ignores: readonly (keyof Slots)[];
  /** Whatever the blueprint has. */
  readonly anywhere?: true;
  /** What it is, from its answers; @default the title of the type */
  readonly title?: (given: Readonly<Record<string, unknown>>) => string;
  readonly access?: (given: Readonly<Record<string, unknown>>) => Access | undefined;
}

export interface ChosenModule {
  readonly module: string;
  readonly version: string;
  /** Path below `spec`. */
  readonly answer: string;
  /** What else of it is the same in every environment. */
  readonly fixed?: readonly string[];
  /** A parameter that it has to have, and what for. */
  readonly needs?: { readonly parameter: string; readonly why: string };
}

export interface ParameterSpec {
  readonly name: string;
  readonly type: BicepType;
  readonly description: string;
  readonly value: (view: View) => Data;
  /** Values that the parameter may take, where the type does not say so. */
  readonly allowed?: readonly Literal[];
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Paths of the answers it comes from, below `spec` unless they begin with a slash. */
  readonly answers: readonly string[];
  readonly ids?: readonly string[];
  /** Several components ask for it, in the same way. */
  readonly shared?: true;
}

/** A value with no expression in it. */
export type Data = Literal | readonly Data[] | { readonly [key: string]: Data | undefined };

export interface NameSpec {
  /** ARM type, such as `Microsoft.KeyVault/vaults`; gives abbreviation, length and characters. */
  readonly type: string;
  /** Tells it from others of its type. */
  readonly qualifier?: string;
  /** Abbreviation where it is not the type's own. */
  readonly abbreviation?: string;
  /** Length and characters, where the catalog has no rule for the type. */
  readonly rule?: NamingRule;
  /** A setting that gives the name in some environments; empty where it does not. */
  readonly given?: { readonly value: (view: View) => string; readonly parameter: Omit<ParameterSpec, 'value'> };
}

/** Once for each item of a list; `index` names its place in it. */
export interface Loop {
  readonly item: string;
  readonly index?: string;
  readonly in: Value;
}

export interface ResourceSpec {
  /** Symbolic name in main.bicep. */
  readonly symbol: string;
  /** What it is and why, in one line. */
  readonly comment: string;
  /** Key of the id it makes, so that what uses the id waits for it; several for a loop or for children. */
  readonly makes?: readonly string[];
  readonly loop?: Loop;
  /** Deployed only where this holds, on top of the component's own condition. */
  readonly on?: Expression | undefined;
  readonly dependsOn?: readonly string[];
  readonly ids?: readonly string[];
}
/** A module of the catalog in the version it is pinned to, or any by its whole path and version. */
export type ModuleSpec = ResourceSpec &
  ModuleCall &
  ({ readonly module: ModuleName; readonly version?: never } | { readonly module: string; readonly version: string });
interface ModuleCall {
  /** Path of the answers that `params` come from, where a person gives them by their names. */
  readonly answers?: string;
  /** Resource group that it is deployed to, where that is not the solution's own. */
  readonly scope?: Value;
  readonly params: ObjectValue;
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

/** What a component builds with. Everything it makes carries its reason and its condition. */
export interface Composer {
  /** All environments, in the order of the answers. */
  readonly views: readonly View[];
  readonly rules: RuleSettings;
  /** The condition of this component, where it is on in some environments only. */
  readonly condition: ReferenceExpression | undefined;
  /** A typed parameter with a value for each environment. */
  parameter(spec: ParameterSpec): ReferenceExpression;
  /** The value itself where all environments agree, a parameter where they differ. */
  choose(spec: ParameterSpec): Value;
  variable(
    name: string,
    value: Value,
    options: { readonly description: string; readonly ids?: readonly string[] },
  ): ReferenceExpression;
  /** Registers a name; it is computed once, in `names`. */
  name(key: string, spec: NameSpec): ReferenceExpression;
  /** A name by the convention that is used in one place only, and so is not registered. */
  nameValue(spec: NameSpec): Value;
  /** Whether a component is on: true, false, or its condition. */
  given(component: string): Value;
  /** The shared tags. */
  tags(): Value;
  /** A name registered by any component, which need not have run yet. */
  reference(key: string): ReferenceExpression;
  /** How the id of a resource is made, where it is not `resourceId` of its type and name; computed once, in `ids`, if anything uses it. */
  identify(key: string, value: Value): void;
  id(key: string): ReferenceExpression;
  existing(spec: ExistingSpec): ReferenceExpression;
  module(spec: ModuleSpec): void;
  /** What a version of a module takes; `modules` of the component has to name it. */
  interface(module: string, version: string): ModuleInterface;
  /** The ID of what a component makes, by the component's name; nothing where it is not on or makes nothing with an ID. */
  idOf(component: string): ReferenceExpression | undefined;
  /** Where a component is reached that gives access to others, by the component's name. */
  endpoint(component: string): Value | undefined;
  /** Role assignments for those who use this component, which has `access`. */
  users(): readonly Value[];
  /** The symbol of a resource of its own. */
  symbol(name: string): string;
  native(spec: NativeSpec): void;
  output(name: string, type: BicepType, description: string, value: Value): void;
  contribute<S extends keyof Slots>(
    slot: S,
    item: Slots[S],
    options?: { readonly on?: Expression | undefined; readonly ids?: readonly string[] },
  ): void;
  collect<S extends keyof Slots>(slot: S): readonly Contribution<Slots[S]>[];
  /** Marks a value with ids that are its own, on top of the component's. */
  because(ids: readonly string[], value: Value): Value;
}

/** Keeps the type of a component while it is written. */
export function component<I>(definition: ComponentDefinition<I>): ComponentDefinition<I> {
  return definition;
}
