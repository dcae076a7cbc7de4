import type { DefaultsContext, Zod } from '../../avm-catalog/kernel/context.ts';
import { namedTypes } from '../../avm-catalog/azure/naming.ts';
import { regionNames } from '../../avm-catalog/azure/regions.ts';
import { windowsTimeZones } from '../../avm-catalog/azure/time-zones.ts';
import { components } from '../../avm-catalog/components/index.ts';
import { namedKey } from '../../avm-catalog/kernel/core.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import { alike, defaultSpec, isTree, settingsOf, type Tree } from './defaults.ts';
import { answersSchema } from './schema.ts';
import { versions } from './version.ts';
import { ownValue } from '../bicep/own.ts';

type JsonSchema = { [key: string]: unknown };

/** The JSON Schema of avm.yaml, of the draft that editors know best, with defaults and with the values the catalog knows. */
export function makeJsonSchema(z: Zod): JsonSchema {
  const schema = z.toJSONSchema(answersSchema(z), {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
  }) as JsonSchema;
  const spec = at(schema, 'properties', 'spec');
  const environment = at(schema, 'properties', 'environments', 'additionalProperties');
  for (const part of [spec, environment]) {
    addDefaults(part, sharedDefaults());
    addExamples(part);
  }
  shorten(at(environment, 'properties', namedKey));
  asNewest(schema, spec);
  for (const { id, level, parameters } of rules)
    addRuleDefaults(at(schema, 'properties', 'constitution', 'properties', 'rules', 'properties', id), {
      level,
      ...parameters.defaults,
    });
  addTypes(at(schema, 'properties', 'constitution', 'properties', 'own'));
  addTypes(at(schema, 'definitions'));
  for (const { inputs } of components)
    if (inputs) listTimeZones(at(spec, 'properties', inputs.token.key, 'properties'));
  const { $schema, definitions: own, ...rest } = schema;
  const definitions = {
    ...(own as JsonSchema),
    windowsTimeZone: { type: 'string', enum: windowsTimeZones },
    ...share(at(spec, 'properties'), at(environment, 'properties')),
  };
  return {
    $schema,
    title: 'avm.yaml',
    description: 'The answers of a workspace made by create-avm',
    ...rest,
    definitions,
  };
}

/** What a named component can have differ is what it has in spec, and too long to be written twice. */
function shorten(named: JsonSchema): void {
  named['additionalProperties'] = { type: 'object' };
}

/** Of the version that new workspaces have; `schemaText` makes the others of it. */
function asNewest(schema: JsonSchema, spec: JsonSchema): void {
  delete at(spec, 'properties')[namedKey];
  const { description } = at(schema, 'properties', 'version');
  at(schema, 'properties')['version'] = { type: 'number', const: versions.at(-1), description };
}

/** What spec and environments have alike is written once. */
function share(spec: JsonSchema, environment: JsonSchema): JsonSchema {
  const common = Object.entries(spec).filter(([key]) => key !== namedKey);
  const definitions = Object.fromEntries(common);
  const references = Object.fromEntries(common.map(([key]) => [key, { $ref: `#/definitions/${key}` }]));
  for (const part of [spec, environment]) Object.assign(part, references);
  return definitions;
}

/** The list of time zones is long, and written once. */
function listTimeZones(properties: JsonSchema): void {
  for (const one of Object.values(properties)) {
    const below = (one as JsonSchema)['properties'];
    if (below !== undefined) listTimeZones(below as JsonSchema);
  }
  if (properties['timeZone'] === undefined) return;
  properties['timeZone'] = { ...at(properties, 'timeZone'), allOf: [{ $ref: '#/definitions/windowsTimeZone' }] };
}

function at(schema: JsonSchema, ...path: readonly string[]): JsonSchema {
  return path.reduce<JsonSchema>((part, key) => (ownValue(part, key) ?? {}) as JsonSchema, schema);
}

/** Defaults that follow neither the workload's nor the environment's name. */
function sharedDefaults(): Tree {
  const settings = settingsOf({});
  const context = (workload: string, environment: string): DefaultsContext => ({
    workload,
    environment,
    rules: settings,
  });
  return alike(defaultSpec(context('one', 'dev')), defaultSpec(context('two', 'prod'))).same;
}

function addDefaults(schema: JsonSchema, defaults: Tree): void {
  for (const [key, value] of Object.entries(defaults)) {
    const part = at(schema, 'properties', key);
    if (isTree(value) && part['properties'] !== undefined) addDefaults(part, value);
    else part['default'] = value;
  }
}

function addRuleDefaults(schema: JsonSchema, defaults: Tree): void {
  schema['default'] = defaults['level'];
  for (const one of (schema['anyOf'] ?? []) as JsonSchema[])
    if (one['properties'] !== undefined) addDefaults(one, defaults);
}

/** Resource types, where a custom rule names one. */
function addTypes(schema: JsonSchema): void {
  const type = at(schema, 'properties', 'type');
  if (isTree(type) && 'description' in type) type['examples'] = namedTypes;
  for (const part of Object.values(schema)) if (isTree(part)) addTypes(part);
}

function addExamples(schema: JsonSchema): void {
  at(schema, 'properties', 'location', 'properties', 'region')['examples'] = regionNames;
  for (const { inputs } of components)
    for (const [key, examples] of Object.entries(inputs?.examples ?? {}))
      at(schema, 'properties', inputs?.token.key ?? '', 'properties', key)['examples'] = examples;
}
