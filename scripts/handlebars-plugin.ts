import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin as EsbuildPlugin } from 'esbuild';
import Handlebars from 'handlebars';
import type { Plugin as VitePlugin } from 'vite';

const root = resolve(fileURLToPath(new URL('..', import.meta.url)));

/** What src/files/render.ts and src/report/render.ts register: any other word is a name of the model. */
const helpers = [
  'because',
  'declare',
  'importLine',
  'given',
  'bicep',
  'bicepAfter',
  'concat',
  'bicepType',
  'statement',
  'remark',
  'idList',
  'yaml',
  'md',
  'code',
  'sh',
  'mermaid',
  'xml',
  'json',
  'html',
  'verbatim',
];
/** How every template is compiled; a missing name fails, nothing is escaped, partials keep their own indentation. */
const options = {
  strict: true,
  noEscape: true,
  preventIndent: true,
  knownHelpers: Object.fromEntries(helpers.map((name) => [name, true])),
  knownHelpersOnly: true,
} satisfies PrecompileOptions;

const place = String.raw`\{"start":\{"line":(\d+),"column":(\d+)\},"end":\{"line":\d+,"column":\d+\}\}`;
/**
 * What a compiled template says at length, and in each of its blocks, as it is needed here: most of what there is to load.
 * Strict templates carry the place of every name, which helpers get too and do not read; the runtime that is bundled has
 * `lookupProperty`; helpers are known. None of these patterns can be in a text, where quotation marks are escaped.
 */
const shorter: readonly (readonly [long: RegExp, short: string])[] = [
  [new RegExp(`,"loc":${place}`, 'g'), ''],
  [new RegExp(place, 'g'), 'L($1,$2)'],
  [
    /(lookupProperty = container\.lookupProperty) \|\| function\(parent, propertyName\) \{[^}]*\}\s*return undefined\s*\}/g,
    '$1',
  ],
  [/lookupProperty\(helpers,"(\w+)"\)/g, 'helpers.$1'],
];
const located = 'const L=(line,column)=>({start:{line,column},end:{line,column}});\n';

/** Handlebars text to the source of a module whose default export is the precompiled template, with its `path`. */
export function compileTemplateModule(source: string, path: string): string {
  const name = nameOf(path);
  refuseCarriageReturn(source, name);
  try {
    const spec = Handlebars.precompile(source, options) as string;
    const code = shorter.reduce((text, [long, short]) => text.replace(long, short), spec);
    return `${code.includes('L(') ? located : ''}export default {"path":${JSON.stringify(name)},${code.slice(1)};\n`;
  } catch (error) {
    throw new Error(describeTemplateError(error, source, name), { cause: error });
  }
}

/** For `import text from './file.css?raw'`, as Vite has it: the source of a module whose default export is the text. */
export function textModule(text: string, path: string): string {
  refuseCarriageReturn(text, nameOf(path));
  return `export default ${JSON.stringify(text)};\n`;
}

/** Vite knows `?raw` itself. */
export function handlebarsForEsbuild(): EsbuildPlugin {
  return {
    name: 'handlebars',
    setup(build) {
      build.onLoad({ filter: /\.hbs$/ }, async ({ path }) => ({
        contents: await compileTemplateFile(path),
        loader: 'js',
      }));
      build.onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
        path: resolve(resolveDir, withoutQuery(path)),
        namespace: 'raw',
      }));
      build.onLoad({ filter: /./, namespace: 'raw' }, async ({ path }) => ({
        contents: await readText(path),
        loader: 'text',
      }));
    },
  };
}

export function handlebarsForVite(): VitePlugin {
  return {
    name: 'handlebars',
    enforce: 'pre',
    async load(id) {
      const path = withoutQuery(id);
      if (!path.endsWith('.hbs')) return null;
      this.addWatchFile(path);
      return { code: await compileTemplateFile(path), map: null, moduleType: 'js' };
    },
  };
}

function nameOf(path: string): string {
  return relative(root, resolve(root, path)).split(sep).join('/');
}

async function readText(path: string): Promise<string> {
  const text = await readFile(path, 'utf8');
  refuseCarriageReturn(text, nameOf(path));
  return text;
}

function withoutQuery(path: string): string {
  return path.replace(/\?.*$/, '');
}

async function compileTemplateFile(path: string): Promise<string> {
  return compileTemplateModule(await readFile(path, 'utf8'), path);
}

function refuseCarriageReturn(source: string, name: string): void {
  const at = source.indexOf('\r');
  if (at < 0) return;
  const before = source.slice(0, at).split('\n');
  throw new Error(
    `${name}:${before.length}:${at - source.lastIndexOf('\n', at)}: a template has LF line ends, not CRLF`,
  );
}

/** The compiler gives a place; the parser gives the line in its message, and there an excerpt with a caret below. */
interface TemplateError extends Error {
  readonly lineNumber?: number;
  /** 0-based. */
  readonly column?: number;
}

function describeTemplateError(error: unknown, source: string, name: string): string {
  const { message, lineNumber, column } = error as TemplateError;
  if (lineNumber !== undefined)
    return `${name}:${lineNumber}:${(column ?? 0) + 1}: ${message.replace(/ - \d+:\d+$/, '')}`;
  const { line, character } = placeOfParseError(message, source);
  return `${name}:${line}:${character}: ${message}`;
}

/** The excerpt is up to 20 characters on each side of the token, without line ends; it is looked up in the source. */
function placeOfParseError(message: string, source: string): { line: number; character: number } {
  const line = Number(/ on line (\d+)/.exec(message)?.[1] ?? 1);
  const [, excerpt = '', caret = '^'] = message.split('\n');
  const before = excerpt.slice(0, caret.length - 1).replace(/^\.\.\./, '');
  const after = excerpt.slice(caret.length - 1).replace(/\.\.\.$/, '');
  const lines = source.split('\n');
  const start = lines.slice(0, line - 1).join('').length;
  const flat = lines.join('');
  const found = flat.indexOf(before + after, Math.max(0, start - before.length));
  return { line, character: found < 0 ? 1 : Math.max(1, found + before.length - start + 1) };
}
