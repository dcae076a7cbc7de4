import type { Declaration } from '../../src/bicep/declarations.ts';
import { read } from './estate.ts';

/** A declaration of main.bicep, as it stands on disk. */
export interface Declared extends Pick<Declaration, 'kind' | 'name' | 'line' | 'source' | 'isExisting'> {
  /** Why it is no module, as a comment above it says; empty where none does. */
  readonly exception: string;
}

/** What is deployed from: main.bicep on disk, and what the compiler makes of it. */
export interface Solution {
  readonly declarations: readonly Declared[];
  /** The compiled template; its resources have the names of main.bicep. */
  readonly template: object;
  /** Paths of the workspace’s files, sorted; what tools keep for themselves is not among them. */
  readonly files: readonly string[];
  /** Published versions of a module (`avm/res/network/nat-gateway`); nothing where there is none of that name. */
  readonly versionsOf: (module: string) => readonly string[] | undefined;
}

/** What a rule finds in main.bicep, or in the files beside it. */
export interface Flaw {
  /** Name of the declaration; empty where it is none. */
  readonly symbol: string;
  /** File it is in; @default main.bicep */
  readonly file?: string;
  readonly what: string;
  readonly instead: string;
}

type Tree = Readonly<Record<string, unknown>>;

export function treeAt({ template }: Pick<Solution, 'template'>, path: string): Tree {
  const found = read(template, path);
  return typeof found === 'object' && found !== null ? (found as Tree) : {};
}

/** What a module is given, by parameter: a value, or the vault that a secret is read from. */
export function givenTo(solution: Solution, symbol: string): Tree {
  return treeAt(solution, `resources.${symbol}.properties.parameters`);
}

/** `avm/res/network/nat-gateway` of `br/public:avm/res/network/nat-gateway:2.1.0`; nothing for what is no such module. */
export function moduleOf(reference: string): { readonly path: string; readonly version: string } | undefined {
  const [, path, version] = /^br[/:](?:[^\s]*?[:/])?(avm\/[\w./-]+):([^:/]+)$/.exec(reference) ?? [];
  return path === undefined || version === undefined ? undefined : { path, version };
}

interface Found {
  readonly path: string;
  readonly key: string;
  readonly text: string;
}

/** Every text in a value with where it is; nested templates are a module’s own. */
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

/** The parameter that an expression is, and nothing else. */
export function parameterIn(value: unknown): string | undefined {
  return typeof value === 'string' ? /^\[parameters\('(\w+)'\)\]$/.exec(value)?.[1] : undefined;
}
