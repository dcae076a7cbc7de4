import { propertyName, quote } from '../../bicep/escape.ts';
import { isUnresolved } from '../../../avm-catalog/constitution/estate.ts';
import { isObject, type Json } from '../canonical.ts';
import { parentOf } from '../order/mentions.ts';
import type { PredictedResource } from '../snapshot.ts';

/** A line of the flat file: a property of a predicted resource. */
export interface Line {
  readonly resource: PredictedResource;
  /** `properties.siteConfig.appSettings[2].name`; empty for the resource itself. */
  readonly path: string;
}

interface FlatFile {
  readonly text: string;
  /** For each line of the text. */
  readonly lines: readonly Line[];
}

/**
 * Predicted resources as Bicep: each a native resource with its values, which the compiler compares with Azure’s
 * definition of its type. What only a deployment determines is of any type. A child names its parent and an extension
 * its scope, if these are predicted too.
 */
export function flatFile(resources: readonly PredictedResource[]): FlatFile {
  const symbols = new Map(resources.map(({ id }, index) => [id.toLowerCase(), `r${index}`]));
  const text: string[] = [];
  const lines: Line[] = [];
  resources.forEach((resource, index) => {
    for (const [line, path] of printed(resource, `r${index}`, symbols)) {
      text.push(line);
      lines.push({ resource, path });
    }
  });
  return { text: `${text.join('\n')}\n`, lines };
}

type Printed = readonly [line: string, path: string];

function printed(
  resource: PredictedResource,
  symbol: string,
  symbols: ReadonlyMap<string, string>,
): readonly Printed[] {
  const { id, type, apiVersion, name, ...body } = resource;
  const parentId = parentOf(resource)?.toLowerCase();
  const above = parentId === undefined ? undefined : symbols.get(parentId);
  const isExtension = parentId !== undefined && !id.toLowerCase().startsWith(`${parentId}/${lastType(type)}/`);
  const isChild = above !== undefined && !isExtension;
  return [
    [`resource ${symbol} ${quote(`${type}@${apiVersion}`)} = {`, ''],
    ...(isChild ? [[`parent: ${above}`, 'name'] as const] : []),
    ...valueLines(isChild ? name.slice(name.lastIndexOf('/') + 1) : name, 'name', 'name: '),
    ...(isExtension ? [[`scope: ${above ?? 'any(null)'}`, 'scope'] as const] : []),
    ...Object.entries(body).flatMap(([key, value]) => valueLines(value, key, `${propertyName(key)}: `)),
    ['}', ''],
  ];
}

const lastType = (type: string): string => type.slice(type.lastIndexOf('/') + 1).toLowerCase();

function valueLines(value: Json, path: string, head: string): readonly Printed[] {
  if (Array.isArray(value)) {
    if (value.length === 0) return [[`${head}[]`, path]];
    const items = (value as readonly Json[]).flatMap((one, index) => valueLines(one, `${path}[${index}]`, ''));
    return [[`${head}[`, path], ...items, [']', path]];
  }
  if (isObject(value)) {
    const entries = Object.entries(value);
    if (entries.length === 0) return [[`${head}{}`, path]];
    const inside = entries.flatMap(([key, one]) => valueLines(one, `${path}.${key}`, `${propertyName(key)}: `));
    return [[`${head}{`, path], ...inside, ['}', path]];
  }
  return [[`${head}${scalar(value)}`, path]];
}

function scalar(value: Json): string {
  if (typeof value === 'string') return isUnresolved(value) ? `any(${quote(value)})` : quote(unescaped(value));
  // Bicep writes whole numbers only.
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return `json(${quote(String(value))})`;
  return JSON.stringify(value);
}

/** In a template, two brackets begin a text that isn’t an expression. */
const unescaped = (text: string): string => (text.startsWith('[[') ? text.slice(1) : text);
