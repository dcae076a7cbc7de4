import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type BuildResult, type Plugin } from 'esbuild';
import { handlebarsForEsbuild } from './handlebars-plugin.ts';

export const root = fileURLToPath(new URL('..', import.meta.url));
/** CommonJS inside the bundle asks for Node's own modules by `require`, which a module does not have. */
const requireBanner =
  "import{createRequire as __avmCreateRequire}from'node:module';const require=__avmCreateRequire(import.meta.url);";

const common = {
  absWorkingDir: root,
  outdir: 'dist',
  entryNames: '[name]',
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  plugins: [handlebarsForEsbuild(), jsonAsText(), oneInquirer()],
  metafile: true,
  write: false,
  logLevel: 'warning',
} satisfies BuildOptions;

const urlBanner = "const __avmUrl=require('url').pathToFileURL(__filename).href;";

/** A script of its own, in one file. */
const commonJs = {
  ...common,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  banner: { js: urlBanner },
} satisfies BuildOptions;

export type Bundle = BuildResult<{ readonly metafile: true; readonly write: false }>;

/** The bins and the plopfile as modules, with what they share in chunks. */
export function bundleModules(): Promise<Bundle> {
  return run({
    ...common,
    entryPoints: ['src/cli/create-avm.ts', 'src/cli/avm.ts', 'plopfile.ts'],
    chunkNames: '[name]-[hash]',
    splitting: true,
    format: 'esm',
    banner: { js: requireBanner },
  });
}

/** What a run with nothing to ask starts: the bin, and the one script it keeps compiled. */
export async function bundleStart(plugins: readonly Plugin[] = []): Promise<readonly Bundle[]> {
  const plain = await run({
    ...commonJs,
    plugins: [...plugins, withoutQuestions(), ...common.plugins],
    entryPoints: ['src/cli/create-plain.ts'],
    // A function as Node makes one of a CommonJS module: put around the text at each run, it would be copied once more.
    banner: { js: `(function(exports,require,module,__filename,__dirname){${urlBanner}` },
    footer: { js: '})' },
    define: { 'import.meta.url': '__avmUrl' },
    // Code that was kept knows no loader of modules: Node's own are had by `require`, the others stay unused.
    supported: { 'dynamic-import': false },
    // A quarter less to read at each run; a stack trace of create-avm.js has the names.
    minifyIdentifiers: true,
  });
  for (const file of plain.outputFiles) file.contents = Buffer.from(inAscii(file.text));
  const hash = createHash('sha256')
    .update(plain.outputFiles[0]?.contents ?? '')
    .digest('hex')
    .slice(0, 16);
  const { engines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    readonly engines: { readonly node: string };
  };
  const nodeFloor = JSON.stringify(engines.node.replace('>=', ''));
  const bins = await run({
    ...commonJs,
    // An old Node reads it too, to say that it is one.
    target: 'es2015',
    supported: { 'dynamic-import': true },
    entryPoints: ['src/cli/create-bin.ts', 'src/cli/avm-bin.ts'],
    external: ['./create-avm.js', './avm.js'],
    define: { 'import.meta.url': '__avmUrl', plainHash: JSON.stringify(hash), nodeFloor },
  });
  return [plain, bins];
}

/**
 * esbuild escapes what is not ASCII, but not in regular expressions and raw texts, which here are regular expressions
 * too. With it escaped there as well, `kept-code.ts` reads the script ten times as fast.
 */
function inAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

async function run(options: BuildOptions & { metafile: true; write: false }): Promise<Bundle> {
  return build(options).catch(() => process.exit(1)); // esbuild has said what is wrong, and where
}

/** A large object is read faster from text than compiled as code. */
function jsonAsText(): Plugin {
  return {
    name: 'json-as-text',
    setup: ({ onLoad }) =>
      onLoad({ filter: /schema\.json$/ }, async ({ path }) => {
        const compact = JSON.stringify(JSON.parse(await readFile(path, 'utf8')));
        return { contents: `export default JSON.parse(${JSON.stringify(compact)});`, loader: 'js' };
      }),
  };
}

/** node-plop brings an older inquirer, with RxJS and lodash. Questions are asked by the generators, with the newer one. */
function oneInquirer(): Plugin {
  return {
    name: 'one-inquirer',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^inquirer$/ }, () => ({ path: fileURLToPath(import.meta.resolve('inquirer')) })),
  };
}

/** What asks is left out of the script that asks nothing. */
function withoutQuestions(): Plugin {
  return {
    name: 'without-questions',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^(inquirer|node-plop)$/ }, ({ path }) => ({ path, namespace: 'unused' }));
      onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: '' }));
    },
  };
}
