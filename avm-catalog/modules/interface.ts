/** The types of ARM templates of language version 2. */
export type BasicType = 'string' | 'int' | 'bool' | 'object' | 'array';

export type Types = Readonly<Record<string, NamedType>>;

/** Neither `type` nor `ref`: any value is accepted. */
export interface TypeNode {
  readonly type?: BasicType;
  /** A name in the `types` of the same interface. */
  readonly ref?: string;
  readonly nullable?: true;
  readonly secure?: true;
  /** For an array, the values its items may have. */
  readonly allowedValues?: readonly AllowedValue[];
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly items?: TypeNode;
  /** One node for each position; such an array has no `items`. */
  readonly tuple?: readonly TypeNode[];
  /** Required unless nullable. */
  readonly properties?: Readonly<Record<string, TypeNode>>;
  readonly additionalProperties?: TypeNode;
  readonly discriminator?: Discriminator;
  /** The schema a resource provider gives it: `Microsoft.Network/natGateways@2025-05-01#properties/tags`. */
  readonly resourceDerived?: string;
  /** With `resourceDerived`: the schema of what is read, not of what is written. */
  readonly resourceDerivedOutput?: true;
}

export type AllowedValue = string | number | boolean | { readonly [name: string]: AllowedValue };

export interface NamedType extends TypeNode {
  /** Can be imported from the module by its name. */
  readonly exported?: true;
}

export interface Discriminator {
  readonly property: string;
  readonly mapping: Readonly<Record<string, TypeNode>>;
}

export interface ParameterNode extends TypeNode {
  readonly hasDefault?: true;
}

/** What a deployment of the module has to be aimed at, where that is not a resource group. */
export type Scope = 'subscription' | 'managementGroup' | 'tenant';

/** What one version of a module takes and gives, without prose; keys in the order the module declares them. */
export interface ModuleInterface {
  /** `avm/res/network/nat-gateway`. */
  readonly module: string;
  readonly version: string;
  readonly scope?: Scope;
  readonly types: Types;
  readonly parameters: Readonly<Record<string, ParameterNode>>;
  readonly outputs: Readonly<Record<string, TypeNode>>;
}
