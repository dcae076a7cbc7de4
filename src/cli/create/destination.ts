import { relative } from 'node:path';
import { unseenCharacter } from '../../findings/characters.ts';
import { inspectDestination } from '../../workspace/destination.ts';
import { Failure } from '../shared/failure.ts';

/** Throws where a new workspace cannot be in this folder. */
export function refuseOccupied(root: string, intoExisting: boolean): void {
  if (unseenCharacter(root) !== undefined)
    throw new Failure({
      code: 'folder-unseen',
      what: `The path of the folder contains an invisible character: '${root}'`,
      remedy: 'Choose a folder with visible characters only.',
    });
  const { kind, entries, count, where, reason } = inspectDestination(root);
  const name = relative(process.cwd(), where) || '.';
  switch (kind) {
    case 'missing':
    case 'empty':
      return;
    case 'workspace':
      throw new Failure({
        code: 'folder-is-workspace',
        what: `'${name}' is already a workspace.`,
        where: name,
        remedy: 'To change it, run avm in that folder: avm add, avm set, avm render',
      });
    case 'occupied':
      if (intoExisting) return;
      throw new Failure({
        code: 'folder-occupied',
        what: `${name === '.' ? 'This folder' : `'${name}'`} is not empty:`,
        where: name,
        lines: [...entries, ...(count > entries.length ? [`and ${count - entries.length} more`] : [])],
        remedy:
          'Nothing was written. Choose another folder, or add --adopt, which merges .gitignore and .gitattributes and changes no other file that you do not name. --into-existing changes no file.',
      });
    case 'not-a-folder':
      throw new Failure({
        code: 'folder-is-file',
        what: `'${name}' is a file.`,
        where: name,
        remedy: 'Choose another folder.',
      });
    case 'unwritable':
      throw new Failure({
        code: 'folder-unwritable',
        what: `'${name}' is not writable (${reason ?? 'refused'}).`,
        where: name,
        remedy: 'Change its permissions, or choose another folder.',
      });
  }
}
