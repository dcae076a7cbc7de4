import type { BicepType } from '../bicep/type.ts';
import type { Expression, Literal, ObjectValue, Reason, Value } from '../bicep/value.ts';
import type { BicepFile } from '../../avm-catalog/modules/bicep-file.ts';
import type { Data } from '../../avm-catalog/kernel/component.ts';
import type { ImportedFile } from '../../avm-catalog/kernel/imported.ts';
import type { Loop } from '../../avm-catalog/kernel/loop.ts';
import type { PlannedName } from '../../avm-catalog/kernel/planned.ts';

export interface PlanParameter {
  readonly name: string;
  readonly type: BicepType;
  readonly description: string;
  readonly allowed?: readonly Literal[];
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** By environment. */
  readonly values: Readonly<Record<string, Data>>;
  readonly reason: Reason;
}

export interface PlanVariable {
  readonly name: string;
  readonly value: Value;
  /** What it is, on one line. */
  readonly description: string;
  readonly reason: Reason;
  /** The symbol of the module that it is a part of, above which it is declared. */
  readonly of?: string;
}

interface PlanResourceBase {
  readonly symbol: string;
  readonly comment: string;
  /** Those that made it: one, or several that share a declaration. */
  readonly components: readonly string[];
  readonly reason: Reason;
  /** Deployed where this holds; always, where there is none. */
  readonly condition?: Expression;
  readonly loop?: Loop;
  /** Symbols it waits for, beyond those its values name; sorted. */
  readonly dependsOn: readonly string[];
}
export interface PlanModule extends PlanResourceBase {
  readonly kind: 'module';
  /** `avm/res/network/nat-gateway`. */
  readonly module: string;
  readonly version: string;
  /** Resource group that it is deployed to, where that is not the solution's own. */
  readonly scope?: Value;
  readonly params: ObjectValue;
  /** Path of the answers that a person gave them in. */
  readonly answers?: string;
  /** What it stands for, where several share a declaration: each as its component made it. */
  readonly members?: readonly PlanModule[];
}
export interface PlanNative extends PlanResourceBase {
  readonly kind: 'native';
  /** ARM type and API version. */
  readonly type: string;
  readonly body: ObjectValue;
  /** Why no module makes it. */
  readonly exception: string;
}
export interface PlanFile extends PlanResourceBase {
  readonly kind: 'file';
  /** A Bicep file of the workspace, used as a module. */
  readonly file: BicepFile;
  readonly params: ObjectValue;
  /** Path of the answers that a person gave them in. */
  readonly answers: string;
  /** Why no AVM module makes its resources; empty where nobody said. */
  readonly exception: string;
}
interface PlanExisting extends PlanResourceBase {
  readonly kind: 'existing';
  readonly type: string;
  readonly name: Value;
  readonly scope?: Value;
}
export type PlanResource = PlanModule | PlanNative | PlanFile | PlanExisting;

/** The quoted source after its symbol. */
export function referenceOf(one: PlanResource): string {
  if (one.kind === 'file') return one.file.path;
  return one.kind === 'module' ? `br/public:${one.module}:${one.version}` : one.type;
}

/** What it is made with, in which names of other things can be. */
export function valuesOf(one: PlanResource): ObjectValue {
  if (one.kind === 'module') return { params: one.params, scope: one.scope };
  if (one.kind === 'file') return { params: one.params };
  return one.kind === 'native' ? one.body : { name: one.name, scope: one.scope };
}

/** Resources as their components made them: those that share a declaration are each by itself. */
export function membersOf(resources: readonly PlanResource[]): readonly PlanResource[] {
  return resources.flatMap((one): readonly PlanResource[] => (one.kind === 'module' ? (one.members ?? [one]) : [one]));
}

export interface PlanOutput {
  readonly name: string;
  readonly type: BicepType;
  readonly description: string;
  readonly value: Value;
  readonly reason: Reason;
}

export type PlanName = PlannedName;

/** A variable of an imported file, or a function, if it has parameters. */
export interface PlanDeclaration {
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly PlanArgument[];
  readonly returns: BicepType;
  readonly value: Value;
  readonly reason: Reason;
}
interface PlanArgument {
  readonly name: string;
  readonly type: BicepType;
  /** What it is, wherever the function is called. */
  readonly values: readonly Value[];
}

/** A Bicep file that main.bicep imports from. It deploys nothing. */
export interface PlanImport {
  readonly file: ImportedFile;
  readonly declarations: readonly PlanDeclaration[];
}

export interface PlanComponent {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly ids: readonly string[];
  /** Environments it is on in. */
  readonly environments: readonly string[];
}

/** The typed graph that everything written is made from. There is no text of files in it. */
export interface Plan {
  readonly blueprint: string;
  readonly scope: 'resourceGroup';
  readonly environments: readonly string[];
  readonly defaultEnvironment: string;
  readonly components: readonly PlanComponent[];
  readonly parameters: readonly PlanParameter[];
  readonly variables: readonly PlanVariable[];
  readonly names: readonly PlanName[];
  readonly resources: readonly PlanResource[];
  readonly outputs: readonly PlanOutput[];
  readonly imports: readonly PlanImport[];
}
