import { relative } from 'node:path';
import { unseenCharacter } from '../../findings/characters.ts';
import { inspectDestination } from '../../workspace/destination.ts';
import { Failure } from '../shared/failure.ts';

/** Throws where a new workspace cannot be in this folder. */
export function refuseOccupied(root: string, intoExisting: boolean): void {
  if (unseenCharacter(root) !== undefined)
    throw new Failure({
      code: 'folder-unseen',
      what: `The path of the folder has a character that cannot be seen: ${root}`,
      remedy: 'Name a folder in visible characters.',
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
        what: `${name} is a workspace already.`,
        where: name,
        remedy: 'Change into it and use avm: avm add, avm set, avm render, avm check.',
      });
    case 'occupied':
      if (intoExisting) return;
      throw new Failure({
        code: 'folder-occupied',
        what: `${name === '.' ? 'This folder' : name} is not empty. In the way:`,
        where: name,
        lines: [...entries, ...(count > entries.length ? [`and ${count - entries.length} more`] : [])],
        remedy: 'Name another folder, or add --into-existing, which never overwrites a file. Nothing was written.',
      });
    case 'not-a-folder':
      throw new Failure({
        code: 'folder-is-file',
        what: `${name} is a file.`,
        where: name,
        remedy: 'Name another folder.',
      });
    case 'unwritable':
      throw new Failure({
        code: 'folder-unwritable',
        what: `${name} cannot be written (${reason ?? 'refused'}).`,
        where: name,
        remedy: 'Change its permissions, or name another folder.',
      });
  }
}
