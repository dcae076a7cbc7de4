import { ownValue } from '../../bicep/own.ts';
import { isObject, type Json, type JsonObject } from '../canonical.ts';
import type { Step } from './place.ts';

/**
 * The parameters of a module that a property of a predicted resource is computed from, through nested templates and
 * variables; `path` is that of the property (`properties.sku.name`). Empty for what the module sets itself.
 */
export function parametersOf(compiled: JsonObject, steps: readonly Step[], path: string): readonly string[] {
  const [first, ...rest] = steps;
  const call = first && resourceAt(compiled, first.key);
  if (call === undefined || rest.length === 0) return [];
  return namesBelow(templateOf(call), rest, path);
}

/** Parameters of a template that a property of a resource in it, or in a template below it, comes from. */
function namesBelow(
  template: JsonObject | undefined,
  [step, ...rest]: readonly Step[],
  path: string,
): readonly string[] {
  const resource = template && step && resourceAt(template, step.key);
  if (!template || !resource) return [];
  if (rest.length === 0) return namesIn(valueAt(resource, path), template);
  const inner = namesBelow(templateOf(resource), rest, path);
  const given = objectAt(objectAt(resource, 'properties'), 'parameters');
  return [...new Set(inner.flatMap((name) => namesIn(ownValue<Json>(given ?? {}, name), template)))].toSorted();
}

function resourceAt({ resources }: JsonObject, key: string): JsonObject | undefined {
  const found = Array.isArray(resources)
    ? (resources as readonly Json[])[Number(key)]
    : ownValue<Json>(isObject(resources) ? resources : {}, key);
  return isObject(found) ? found : undefined;
}

const templateOf = (deployment: JsonObject): JsonObject | undefined =>
  objectAt(objectAt(deployment, 'properties'), 'template');

function objectAt(value: Json | undefined, key: string): JsonObject | undefined {
  const found = isObject(value) ? ownValue<Json>(value, key) : undefined;
  return isObject(found) ? found : undefined;
}

/** The value at a path, or the expression that gives all below it. */
function valueAt(resource: JsonObject, path: string): Json | undefined {
  let value: Json | undefined = resource;
  for (const part of path.split('.')) {
    if (!isObject(value)) return value;
    value = ownValue<Json>(value, part.replace(/\[\d+\].*$/, ''));
  }
  return value;
}

/** Names of the parameters that a value refers to, through variables too. */
function namesIn(value: Json | undefined, template: JsonObject, seen: Set<string> = new Set()): readonly string[] {
  const text = JSON.stringify(value ?? null);
  const direct = Array.from(text.matchAll(/\bparameters\('(\w+)'\)/g), ([, name = '']) => name);
  const through = Array.from(text.matchAll(/\bvariables\('(\w+)'\)/g), ([, name = '']) => name).flatMap((name) => {
    if (seen.has(name)) return [];
    seen.add(name);
    return namesIn(ownValue<Json>(objectAt(template, 'variables') ?? {}, name), template, seen);
  });
  return [...new Set([...direct, ...through])].toSorted();
}
