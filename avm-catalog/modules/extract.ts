import type {
  BasicType,
  Discriminator,
  ModuleInterface,
  NamedType,
  ParameterNode,
  Scope,
  TypeNode,
} from './interface.ts';
import { ownValue } from '../../src/bicep/own.ts';

/** Thrown for a JSON document that is not a compiled Bicep module. */
export class NotATemplate extends Error {}

type Json = Readonly<Record<string, unknown>>;

const derivedKey = '__bicep_resource_derived_type!';
const limits = ['minValue', 'maxValue', 'minLength', 'maxLength'] as const;
const basicTypes: Readonly<Record<string, BasicType>> = {
  string: 'string',
  securestring: 'string',
  int: 'int',
  bool: 'bool',
  object: 'object',
  secureobject: 'object',
  array: 'array',
};

/** The interface of a compiled module (`main.json`, parsed). */
export function extractInterface(module: string, version: string, template: unknown): ModuleInterface {
  const root = record(template);
  const scope = readScope(root?.['$schema']);
  if (!root || scope === undefined) throw new NotATemplate('it has no $schema of a deployment template');
  return {
    module,
    version,
    ...(scope !== 'resourceGroup' && { scope }),
    types: each(root['definitions'], readNamed),
    parameters: each(root['parameters'], readParameter),
    outputs: each(root['outputs'], readType),
  };
}

function readScope(schema: unknown): Scope | 'resourceGroup' | undefined {
  if (typeof schema !== 'string') return undefined;
  if (schema.includes('/deploymentTemplate.json')) return 'resourceGroup';
  if (schema.includes('/subscriptionDeploymentTemplate.json')) return 'subscription';
  if (schema.includes('/managementGroupDeploymentTemplate.json')) return 'managementGroup';
  return schema.includes('/tenantDeploymentTemplate.json') ? 'tenant' : undefined;
}

function readNamed(raw: Json): NamedType {
  const exported = record(raw['metadata'])?.['__bicep_export!'] === true;
  return { ...readType(raw), ...(exported && { exported }) };
}

function readParameter(raw: Json): ParameterNode {
  return { ...readType(raw), ...('defaultValue' in raw && { hasDefault: true }) };
}

function readType(raw: Json): TypeNode {
  const { properties, additionalProperties, allowedValues, prefixItems, items } = raw;
  return {
    ...readKind(raw),
    ...(raw['nullable'] === true && { nullable: true }),
    ...(Array.isArray(allowedValues) && { allowedValues: allowedValues as NonNullable<TypeNode['allowedValues']> }),
    ...readLimits(raw),
    ...(Array.isArray(prefixItems) && { tuple: prefixItems.map((item) => readType(record(item) ?? {})) }),
    ...(record(items) && { items: readType(items as Json) }),
    ...(record(properties) && { properties: each(properties, readType) }),
    ...(record(additionalProperties) && { additionalProperties: readType(additionalProperties as Json) }),
    ...readDiscriminator(raw['discriminator']),
    ...readDerived(raw['metadata']),
  };
}

function readKind(raw: Json): TypeNode {
  const ref = raw['$ref'];
  if (typeof ref === 'string') return { ref: decodeURIComponent(ref.replace(/^#\/definitions\//, '')) };
  const name = typeof raw['type'] === 'string' ? raw['type'].toLowerCase() : '';
  const type = ownValue(basicTypes, name);
  return { ...(type && { type }), ...(name.startsWith('secure') && { secure: true }) };
}

function readLimits(raw: Json): TypeNode {
  const given = limits.filter((name) => typeof raw[name] === 'number');
  return Object.fromEntries(given.map((name) => [name, raw[name]]));
}

function readDiscriminator(raw: unknown): { discriminator?: Discriminator } {
  const found = record(raw);
  if (!found) return {};
  return { discriminator: { property: String(found['propertyName']), mapping: each(found['mapping'], readType) } };
}

function readDerived(metadata: unknown): TypeNode {
  const found = record(record(metadata)?.[derivedKey]);
  if (typeof found?.['source'] !== 'string') return {};
  return { resourceDerived: found['source'], ...(found['output'] === true && { resourceDerivedOutput: true }) };
}

function each<T>(raw: unknown, read: (value: Json) => T): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record(raw) ?? {}).map(([name, value]) => [name, read(record(value) ?? {})]),
  );
}

function record(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}
