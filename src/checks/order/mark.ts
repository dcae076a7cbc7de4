import { ownValue } from '../../bicep/own.ts';
import { isObject, type Json, type JsonObject } from '../canonical.ts';

/** The parameter that carries the place of a nested deployment into its template. */
const placeParameter = '__deploymentPlace';
/** Resources of this type exist in the marked template only: one for each deployment that happens. */
export const deploymentType = 'Avm.Checks/deployments';
/** Neither can be part of a symbolic name, of a name, or of an ID in Azure. */
export const separators = { step: '\n', field: '\t', prefix: 'avm:' } as const;

/**
 * A compiled template in which the compiler writes into each predicted resource where it comes from: the steps from the
 * root to it, each with its index in a loop, the name of its deployment, and what it waits for. The place is in
 * `managedBy`, which resources of Azure Verified Modules don’t set; a resource that does has no place.
 */
export function markTemplate(compiled: JsonObject): JsonObject {
  const { parameters, resources } = compiled;
  const marker = {
    type: deploymentType,
    apiVersion: '2025-01-01',
    name: `[concat('at-', uniqueString(parameters('${placeParameter}')))]`,
    managedBy: `[parameters('${placeParameter}')]`,
  };
  return {
    ...compiled,
    parameters: {
      ...(isObject(parameters) ? parameters : {}),
      [placeParameter]: { type: 'string', defaultValue: separators.prefix },
    },
    resources: Array.isArray(resources)
      ? [...resources.map((one, index) => markResource(String(index), one, {})), marker]
      : { ...markSymbolic(isObject(resources) ? resources : {}), [placeParameter]: marker },
  };
}

function markSymbolic(resources: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(resources).map(([symbol, one]) => [symbol, markResource(symbol, one, resources)]),
  );
}

function markResource(key: string, resource: Json, siblings: JsonObject): Json {
  if (!isObject(resource) || resource['existing'] === true) return resource;
  const nested = innerTemplate(resource);
  const deployment = nested === null ? `''` : expressionOf(resource['name'] ?? '');
  const step = [
    `parameters('${placeParameter}')`,
    quoted(`${separators.step}${key}`),
    ...(isObject(resource['copy']) ? [`'#'`, 'string(copyIndex())'] : []),
    ...[deployment, ...waitsFor(resource, siblings)].flatMap((one) => [quoted(separators.field), one]),
  ];
  const place = `[concat(${step.join(', ')})]`;
  if (nested === null) return resource['managedBy'] === undefined ? { ...resource, managedBy: place } : resource;
  const properties = resource['properties'] as JsonObject;
  const given = isObject(properties['parameters']) ? properties['parameters'] : {};
  return {
    ...resource,
    properties: {
      ...properties,
      parameters: { ...given, [placeParameter]: { value: place } },
      template: markTemplate(nested),
    },
  };
}

/** The template of a nested deployment that is evaluated by itself, as those of modules are. */
function innerTemplate({ type, properties }: JsonObject): JsonObject | null {
  if (type !== 'Microsoft.Resources/deployments' || !isObject(properties)) return null;
  const { template, expressionEvaluationOptions: options } = properties;
  return isObject(template) && isObject(options) && options['scope'] === 'inner' ? template : null;
}

/** Expressions of what a resource waits for: what it depends on, what it reads, and the item before it in a serial loop. */
function waitsFor(resource: JsonObject, siblings: JsonObject): readonly string[] {
  const stated = dependenciesOf(resource, siblings, new Set()).map(expressionOf);
  const { copy } = resource;
  if (!isObject(copy) || copy['mode'] !== 'serial' || copy['batchSize'] !== 1) return stated;
  const name = typeof copy['name'] === 'string' ? copy['name'] : '';
  return [...stated, `format('${name.replaceAll("'", "''")}[{0}]', sub(copyIndex(), 1))`];
}

/** An existing resource creates nothing: who waits for it waits for what it waits for. */
function dependenciesOf(resource: JsonObject, siblings: JsonObject, through: Set<string>): readonly string[] {
  const { dependsOn } = resource;
  const stated = Array.isArray(dependsOn) ? dependsOn.filter((one) => typeof one === 'string') : [];
  return [...new Set([...stated, ...readBy(resource)])].flatMap((one) => {
    const other = ownValue<Json>(siblings, one);
    if (!isObject(other) || other['existing'] !== true) return [one];
    if (through.has(one)) return [];
    return dependenciesOf(other, siblings, through.add(one));
  });
}

/** Symbols that expressions of a resource read: Resource Manager waits for them without being told. */
function readBy(resource: JsonObject): readonly string[] {
  const { properties, ...rest } = resource;
  const own = isObject(properties) ? { ...properties, template: null } : null;
  const found = JSON.stringify([rest, own]).matchAll(/\breferences?\('([A-Za-z_]\w*)'/g);
  return Array.from(found, ([, symbol = '']) => symbol);
}

/** The expression that has the value of a text in a template. */
function expressionOf(text: Json): string {
  if (typeof text !== 'string') return `''`;
  if (text.startsWith('[[')) return quoted(text.slice(1));
  return text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : quoted(text);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
