import { chmod, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { bundleModules, bundleStart, root, type Bundle } from './bundle.ts';

const bins = ['src/cli/create-avm.ts', 'src/cli/avm.ts', 'src/cli/create-bin.ts', 'src/cli/avm-bin.ts'];

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const modules = await bundleModules();
const start = await bundleStart();
await rm(join(root, 'dist'), { recursive: true, force: true });
for (const result of [modules, ...start]) {
  await refuseUndeclaredImports(result.metafile);
  await writeOutput(result);
}
await writeFile(join(root, 'dist/THIRD-PARTY-LICENSES.txt'), await describeLicences(modules.metafile));
await writeFile(join(root, 'plopfile.js'), "export { default } from './dist/plopfile.js';\n");

/** What the bundle leaves to Node must be part of Node or a declared dependency. */
async function refuseUndeclaredImports(metafile: Metafile): Promise<void> {
  const { dependencies = {} } = await readPackage(root);
  const known = new Set([...builtinModules, ...Object.keys(dependencies)]);
  for (const [file, output] of Object.entries(metafile.outputs)) {
    for (const { path, external: left } of output.imports) {
      const name = path
        .replace(/^node:/, '')
        .split('/')
        .slice(0, path.startsWith('@') ? 2 : 1)
        .join('/');
      if (left === true && name !== '.' && !known.has(name))
        throw new Error(`${file} imports ${path}, which is no dependency in package.json`);
    }
  }
}

async function writeOutput({ outputFiles, metafile }: Bundle): Promise<void> {
  await mkdir(join(root, 'dist'), { recursive: true });
  for (const { path, text } of outputFiles) {
    const entry = metafile.outputs[`dist/${basename(path)}`]?.entryPoint;
    const isBin = entry !== undefined && bins.includes(entry);
    await writeFile(path, isBin && !text.startsWith('#!') ? `#!/usr/bin/env node\n${text}` : text);
    if (isBin) await chmod(path, 0o755);
  }
}

/** Name, version, license and license text of every package in the bundle, by name and version. */
async function describeLicences(metafile: Metafile): Promise<string> {
  const bundled = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(bundled.map(packageFolder).filter((folder) => folder !== undefined));
  const parts = new Map<string, string>();
  for (const folder of folders) {
    const { name, version, license } = await readPackage(join(root, folder));
    if (license === undefined) throw new Error(`${folder}/package.json names no license`);
    parts.set(`${name} ${version}`, `${name} ${version} (${license})\n\n${await readLicence(join(root, folder))}\n`);
  }
  const sorted = [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
  return ['create-avm contains the packages below.\n', ...sorted].join(`\n${'-'.repeat(80)}\n\n`);
}

/** `node_modules/a/node_modules/@b/c/lib/index.js` → `node_modules/a/node_modules/@b/c` */
function packageFolder(file: string): string | undefined {
  return /^.*(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];
}

async function readLicence(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name)).toSorted();
  if (names.length === 0) return 'The package has no license file.';
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n');
}

async function readPackage(folder: string): Promise<Package> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Package;
}
