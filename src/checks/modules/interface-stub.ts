import type {
  ModuleInterface,
  NamedType,
  ParameterNode,
  Scope,
  TypeNode,
  Types,
} from '../../../avm-catalog/modules/interface.ts';
import { resolve } from '../../../avm-catalog/modules/resolve.ts';

export interface StubOptions {
  /** Let the resource providers' schemas type what they are said to type: stricter, and slower to compile. @default false */
  readonly derived?: boolean;
}

type Json = Record<string, unknown>;

const schemas: Readonly<Record<Scope | 'resourceGroup', string>> = {
  resourceGroup: '2019-04-01/deploymentTemplate.json#',
  subscription: '2018-05-01/subscriptionDeploymentTemplate.json#',
  managementGroup: '2019-08-01/managementGroupDeploymentTemplate.json#',
  tenant: '2019-08-01/tenantDeploymentTemplate.json#',
};
const facts = ['nullable', 'allowedValues', 'minValue', 'maxValue', 'minLength', 'maxLength'] as const;
const empty: Readonly<Record<string, unknown>> = { string: '', int: 0, bool: false, array: [], object: {} };

/** A template without resources against which the compiler types a module call as it would against the module itself. */
export function stubTemplate(iface: ModuleInterface, options: StubOptions = {}): object {
  const write = (node: TypeNode): Json => writeType(node, options);
  return {
    $schema: `https://schema.management.azure.com/schemas/${schemas[iface.scope ?? 'resourceGroup']}`,
    languageVersion: '2.0',
    contentVersion: '1.0.0.0',
    metadata: { name: iface.module },
    definitions: each(iface.types, (node) => writeNamed(node, options)),
    parameters: each(iface.parameters, (node) => ({ ...write(node), ...writeDefault(iface.types, node) })),
    resources: {},
    outputs: each(iface.outputs, (node) => ({ ...write(node), value: valueOf(iface.types, node) })),
  };
}

function writeNamed(node: NamedType, options: StubOptions): Json {
  const written = writeType(node, options);
  const metadata = { ...(written['metadata'] as Json | undefined), ...(node.exported && { '__bicep_export!': true }) };
  return { ...written, ...(Object.keys(metadata).length > 0 && { metadata }) };
}

function writeDefault(types: Types, node: ParameterNode): Json {
  return node.hasDefault ? { defaultValue: valueOf(types, node) } : {};
}

function writeType(node: TypeNode, options: StubOptions): Json {
  const write = (one: TypeNode): Json => writeType(one, options);
  const {
    type,
    ref,
    secure,
    items,
    tuple,
    properties,
    additionalProperties,
    discriminator,
    resourceDerived,
    resourceDerivedOutput,
  } = node;
  const source = options.derived ? resourceDerived : undefined;
  return {
    ...(ref !== undefined ? { $ref: `#/definitions/${ref}` } : type && { type: secure ? secureTypes[type] : type }),
    ...factsOf(node),
    ...(items && { items: write(items) }),
    ...(tuple && { prefixItems: tuple.map(write), items: false }),
    ...(properties && { properties: each(properties, write) }),
    ...(additionalProperties && { additionalProperties: write(additionalProperties) }),
    ...(discriminator && {
      discriminator: { propertyName: discriminator.property, mapping: each(discriminator.mapping, write) },
    }),
    ...(source && {
      metadata: { '__bicep_resource_derived_type!': { ...(resourceDerivedOutput && { output: true }), source } },
    }),
  };
}

const secureTypes: Readonly<Record<string, string>> = { string: 'securestring', object: 'secureObject' };

function factsOf(node: TypeNode): Json {
  return Object.fromEntries(facts.flatMap((name) => (node[name] === undefined ? [] : [[name, node[name]]])));
}

function valueOf(types: Types, node: TypeNode): unknown {
  const { type, allowedValues } = resolve(types, node);
  return type === undefined ? {} : type === 'array' ? [] : (allowedValues?.[0] ?? empty[type]);
}

function each<T extends TypeNode>(nodes: Readonly<Record<string, T>>, write: (node: T) => Json): Json {
  return Object.fromEntries(Object.entries(nodes).map(([name, node]) => [name, write(node)]));
}
