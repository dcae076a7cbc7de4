import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadIndex } from '../../../avm-catalog/modules/load.ts';
import { readAdded } from '../../../avm-catalog/modules/source.ts';
import type { Solution } from '../../../avm-catalog/constitution/solution.ts';
import { readDisk } from '../../workspace/disk.ts';
import { own } from '../../workspace/paths.ts';
import { ownParts } from './own-parts.ts';
import { declarationsOf } from './declarations.ts';
import { ownValue } from '../../bicep/own.ts';

/** Folders that tools keep for themselves; those that begin with a dot are too. */
const kept = new Set(['node_modules', 'dist', 'bin', 'obj']);
const mostFiles = 5000;

/** main.bicep of a folder, with the template that the compiler built from it. */
export function readSolution(root: string, compiledTemplate: string, parameters: Iterable<string | null>): Solution {
  const index = loadIndex(readAdded(join(root, own.catalog)));
  const template = JSON.parse(compiledTemplate) as object;
  const declarations = declarationsOf(readDisk(join(root, 'main.bicep'), 'main.bicep')?.bytes.toString('utf8') ?? '');
  return {
    declarations,
    template,
    own: ownParts(root, { declarations, template }),
    parameters: [...parameters].flatMap((text) => (text === null ? [] : [valuesIn(text)])),
    files: filesIn(root),
    versionsOf: (module) => ownValue(index, module)?.versions,
  };
}

/** The values in a compiled parameter file. */
function valuesIn(text: string): Readonly<Record<string, unknown>> {
  const { parameters = {} } = JSON.parse(text) as { readonly parameters?: Readonly<Record<string, unknown>> };
  return parameters;
}

/** Links are not followed. */
function filesIn(root: string): readonly string[] {
  const found: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (found.length >= mostFiles || entry.name.startsWith('.') || kept.has(entry.name)) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) found.push(path);
    }
  };
  visit('');
  return found.toSorted();
}
