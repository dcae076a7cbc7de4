import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Failure, UsageFailure } from '../shared/failure.ts';

/** In a folder, the first of these that is there. */
export const presetFiles = ['avm.preset.yaml', 'avm.yaml'] as const;

/** A name of a package, as npm takes it. */
const packageName = /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/** What `--answers` names, as the path of a file: of a file itself, of the one in a folder, or in an installed package. */
export function locateFile(named: string, cwd: string): string {
  if (named === '-') return named;
  if (named.startsWith('npm:')) return inPackage(named.slice('npm:'.length), cwd);
  return kindAt(resolve(cwd, named)) === 'folder' ? inFolder(named, cwd) : named;
}

function inFolder(named: string, cwd: string): string {
  const found = presetFiles.find((name) => kindAt(resolve(cwd, named, name)) === 'file');
  if (found !== undefined) return join(named, found);
  throw new Failure({
    code: 'answers-unreadable',
    what: `${named} is a folder, and has neither ${presetFiles.join(' nor ')}.`,
    where: named,
    remedy: 'Name a file of settings, or a folder with one.',
  });
}

/** Found where Node would look: in node_modules here or in a folder above. Nothing of the package is run. */
function inPackage(name: string, cwd: string): string {
  if (!packageName.test(name))
    throw new UsageFailure(`'${name}' cannot be the name of a package.`, 'Write it as npm:@organization/avm-preset.');
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (kindAt(found) === 'folder') return inFolder(found, cwd);
    if (folder === dirname(folder)) break;
  }
  throw new Failure({
    code: 'answers-unreadable',
    what: `The package ${name} is not installed here.`,
    where: name,
    remedy: `Install it: npm install ${name}`,
  });
}

function kindAt(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    // What is wrong with it is said where it is read.
    return undefined;
  }
}
