import type { Declaration } from '../../src/bicep/declarations.ts';
import { read } from './estate.ts';
import { forItem, itemsOf } from './loops.ts';

/** A declaration in main.bicep on disk. */
export interface Declared extends Pick<Declaration, 'kind' | 'name' | 'line' | 'source' | 'isExisting'> {
  /** The reason for not using a module, from the comment above it; empty without one. */
  readonly exception: string;
}

/** A Bicep file and its compiled template. */
export interface Part {
  readonly declarations: readonly Declared[];
  /** The compiled template; with symbolic names, resources have the names in the file. */
  readonly template: object;
}

/** A Bicep file of the workspace that is used as a module. */
export interface OwnPart extends Part {
  /** Path inside the workspace. */
  readonly file: string;
  /** The reason for not using a published module, from the comment where it’s used; empty without one. */
  readonly exception: string;
}

/** main.bicep on disk, and its compiled template. */
export interface Solution extends Part {
  /** The files of the workspace that main.bicep uses as modules, directly or indirectly, once for each use. */
  readonly own: readonly OwnPart[];
  /** What parameter files set, for each environment. */
  readonly parameters: readonly Readonly<Record<string, unknown>>[];
  /** Paths of the files in the workspace, sorted, without those of tools. */
  readonly files: readonly string[];
  /** Published versions of a module (`avm/res/network/nat-gateway`); nothing if it doesn’t exist. */
  readonly versionsOf: (module: string) => readonly string[] | undefined;
}

/** A violation in main.bicep, or in a file that it uses. */
export interface Flaw {
  /** Name of the declaration; empty if there’s none. */
  readonly symbol: string;
  /** The enclosing declaration, if it has another name. */
  readonly within?: string;
  /** @default main.bicep */
  readonly file?: string;
  readonly what: string;
  readonly instead: string;
  /** True if only a deployment determines whether it violates the rule. */
  readonly untold?: true;
}

type Tree = Readonly<Record<string, unknown>>;

/** main.bicep and the files that it uses, with the place of a flaw in each and the reason for using it. */
export function partsOf(
  solution: Solution,
): readonly (Part & { readonly at: { readonly file?: string }; readonly why: string })[] {
  const own = solution.own.map((part) => ({ ...part, at: { file: part.file }, why: part.exception }));
  return [{ declarations: solution.declarations, template: solution.template, at: {}, why: '' }, ...own];
}

/** The resources of a template by symbolic name; empty without symbolic names. */
export function resourcesIn({ template }: Part): readonly (readonly [symbol: string, resource: unknown])[] {
  const resources = read(template, 'resources');
  if (Array.isArray(resources)) return (resources as unknown[]).map((one) => ['', one] as const);
  return Object.entries(treeAt({ template }, 'resources'));
}

/** Flaws of a file that is used several times are reported once. */
export function once(flaws: readonly Flaw[]): readonly Flaw[] {
  return [...new Map(flaws.map((one) => [JSON.stringify(one), one])).values()];
}

export function treeAt({ template }: Pick<Part, 'template'>, path: string): Tree {
  const found = read(template, path);
  return typeof found === 'object' && found !== null ? (found as Tree) : {};
}

interface Given {
  /** Name of the declaration; for an item of a loop, the key of its name in `names`, if any. */
  readonly symbol: string;
  /** By parameter: a value, or a reference to a secret in a key vault. */
  readonly params: Tree;
}

const nameKey = /^\[variables\('names'\)\.(\w+)\]$/;

/** The parameters of a module; for a loop over a list in the template, those of each item. */
export function givenTo(part: Part, symbol: string): readonly Given[] {
  const deployment = deploymentOf(part, symbol);
  const params = (read(deployment, 'properties.parameters') ?? {}) as Tree;
  const items = itemsOf(part.template, deployment);
  if (!items) return [{ symbol, params }];
  return items.map((item) => {
    const own = forItem(params, item) as Tree;
    return { symbol: nameKey.exec(String(read(own, 'name.value')))?.[1] ?? symbol, params: own };
  });
}

/**
 * The deployment that a module compiles to. Templates without symbolic names have a list, in which the compiler derives
 * the name of a deployment from the symbol, unless the file sets a name: then it can’t be found.
 */
export function deploymentOf({ template }: Part, symbol: string): object | undefined {
  const resources = read(template, 'resources');
  if (!Array.isArray(resources)) return read(template, `resources.${symbol}`) as object | undefined;
  return (resources as object[]).find((one) => String(read(one, 'name')).includes(`uniqueString('${symbol}',`));
}

/** `avm/res/network/nat-gateway` in `br/public:avm/res/network/nat-gateway:2.1.0`; nothing for other references. */
export function moduleOf(reference: string): { readonly path: string; readonly version: string } | undefined {
  const [, path, version] = /^br[/:](?:[^\s]*?[:/])?(avm\/[\w./-]+):([^:/]+)$/.exec(reference) ?? [];
  return path === undefined || version === undefined ? undefined : { path, version };
}

interface Found {
  readonly path: string;
  readonly key: string;
  readonly text: string;
}

/** Every string in a value, with its path; nested templates of modules are skipped. */
export function textsIn(value: unknown, path = '', key = ''): readonly Found[] {
  if (typeof value === 'string') return [{ path, key, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    name === 'template' && typeof inner === 'object'
      ? []
      : textsIn(inner, path === '' ? name : `${path}.${name}`, Array.isArray(value) ? key : name),
  );
}

export function isExpression(text: string): boolean {
  return text.startsWith('[') && !text.startsWith('[[') && text.endsWith(']');
}

/** The parameter, if the expression is only a reference to one. */
export function parameterIn(value: unknown): string | undefined {
  return typeof value === 'string' ? /^\[parameters\('(\w+)'\)\]$/.exec(value)?.[1] : undefined;
}
