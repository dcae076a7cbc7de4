import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Template {
  readonly parameters?: Readonly<Record<string, TypeNode>>;
  readonly definitions?: Readonly<Record<string, TypeNode>>;
  readonly resources?: Readonly<Record<string, Made>> | readonly Made[];
}

export interface TypeNode {
  readonly $ref?: string;
  readonly items?: TypeNode;
  readonly properties?: Readonly<Record<string, TypeNode>>;
  readonly maxLength?: number;
  readonly minLength?: number;
}

export interface Made {
  readonly type: string;
  readonly existing?: boolean;
  readonly tags?: unknown;
  readonly properties?: { readonly template?: Template };
}

export interface CompiledModule {
  readonly path: string;
  readonly template: Template;
}

/** The newest version of each module that is on disk. */
export function newestModules(folder: string): readonly CompiledModule[] {
  const index = read(join(folder, 'index.json')) as Readonly<Record<string, { readonly here: readonly string[] }>>;
  return Object.entries(index).flatMap(([path, { here }]) => {
    const file = join(folder, path, here.at(-1) ?? '', 'main.json');
    return existsSync(file) ? [{ path, template: read(file) as Template }] : [];
  });
}

/** What a template makes, and what the templates in it make; `depth` 1: of the template alone. */
export function resourcesIn({ resources = {} }: Template, depth = Infinity): readonly Made[] {
  return Object.values(resources).flatMap((one: Made) => {
    if (one.type !== 'Microsoft.Resources/deployments') return one.existing || !one.type.includes('/') ? [] : [one];
    const inner = one.properties?.template;
    return depth > 1 && typeof inner === 'object' ? resourcesIn(inner, depth - 1) : [];
  });
}

/** Not a setting that every module can make of its own resource. */
export function isMade({ type }: Made): boolean {
  return !/\/(locks|roleAssignments|diagnosticSettings)$/i.test(type);
}

export function typeOf({ definitions = {} }: Template, node: TypeNode | undefined): TypeNode | undefined {
  const name = node?.$ref?.split('/').at(-1);
  return name === undefined ? node : typeOf({ definitions }, definitions[name]);
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
