import { itemsOf } from '../../avm-catalog/constitution/loops.ts';
import { isObject, type Json, type JsonObject } from './canonical.ts';

/** A template inside of a compiled template; the first of a list is the root itself. */
export interface NestedTemplate {
  /** Symbolic names from the root down; empty for the root. */
  readonly path: readonly string[];
  readonly template: JsonObject;
}

interface TemplateResource {
  /** The symbolic name; the name's expression in templates that have none. */
  readonly name: string;
  readonly resource: JsonObject;
  /** The count of its loop where the template says it, else 1. */
  readonly times: number;
}

/** What takes a part of a limit. */
export interface Contributor {
  /** Symbolic names from main.bicep down, with `/` between; empty for main.bicep itself. */
  readonly name: string;
  readonly size: number;
}

/** The template and all templates nested in it, at every level. */
export function readTemplates(template: JsonObject, path: readonly string[] = []): NestedTemplate[] {
  const nested = resourcesOf(template).flatMap((one) => {
    const inner = nestedTemplate(one.resource);
    return inner === null ? [] : readTemplates(inner, [...path, one.name]);
  });
  return [{ path, template }, ...nested];
}

/** What a template deploys, children inside of resources included; existing resources are not. */
export function resourcesOf(container: JsonObject, template = container): TemplateResource[] {
  const { resources } = container;
  const own = Array.isArray(resources)
    ? resources.map((resource) => [nameOf(resource), resource] as const)
    : isObject(resources)
      ? Object.entries(resources)
      : [];
  return own.flatMap(([name, resource]) => {
    if (!isObject(resource) || resource['existing'] === true) return [];
    const children = nestedTemplate(resource) === null ? resourcesOf(resource, template) : [];
    return [{ name, resource, times: timesOf(resource, template) }, ...children];
  });
}

function nestedTemplate(resource: JsonObject): JsonObject | null {
  const { properties } = resource;
  if (resource['type'] !== 'Microsoft.Resources/deployments' || !isObject(properties)) return null;
  const { template } = properties;
  return isObject(template) ? template : null;
}

function timesOf(resource: JsonObject, template: JsonObject): number {
  const { copy } = resource;
  const count = isObject(copy) ? copy['count'] : undefined;
  return typeof count === 'number' ? count : (itemsOf(template, resource)?.length ?? 1);
}

function nameOf(resource: Json): string {
  const name = isObject(resource) ? resource['name'] : undefined;
  return typeof name === 'string' ? name : '';
}
