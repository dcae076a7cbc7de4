import type { BicepFile } from '../../../avm-catalog/modules/bicep-file.ts';
import { makeFinding, type Finding, type Place } from '../../findings/finding.ts';
import { readDisk, sha256 } from '../../workspace/disk.ts';
import { WorkspaceError } from '../../workspace/errors.ts';
import { pathProblem, pathsInside } from '../../workspace/paths.ts';

/** A Bicep file that a component is made by. */
export interface WantedFile {
  /** Inside the workspace. */
  readonly path: string;
  /** Name of the component. */
  readonly name: string;
  /** The answer that names the file. */
  readonly where: Place;
}

/** A file of Bicep has some kilobytes; what is loaded into it may have more. */
const mostBytes = 1_000_000;
/** Folders that tools keep for themselves, and that no copy of a workspace has. */
const left = ['node_modules', 'dist', 'bin', 'obj'];

/** What keeps a file from being read at all. */
export function fileProblem(root: string, { path, name, where }: WantedFile): Finding | undefined {
  const unsafe = pathProblem(path);
  const kept = path.split('/').find((part) => left.includes(part));
  const remedy = 'Move it, and name its new path.';
  if (unsafe !== undefined)
    return makeFinding(
      'bicep-file-unreadable',
      'error',
      { file: path, why: `its path is not allowed, ${unsafe}`, remedy },
      where,
    );
  if (kept !== undefined)
    return makeFinding(
      'bicep-file-unreadable',
      'error',
      { file: path, why: `${kept} is a folder of other tools`, remedy },
      where,
    );
  try {
    const found = readDisk(pathsInside(root)(path), path);
    if (found === undefined) return makeFinding('bicep-file-missing', 'error', { file: path, name }, where);
    if (found.bytes.length <= mostBytes) return undefined;
    return makeFinding('bicep-file-large', 'error', { file: path, most: mostBytes / 1000 }, where);
  } catch (error) {
    if (!(error instanceof WorkspaceError)) throw error;
    const why = error.message.replace(/\.$/, '');
    return makeFinding(
      'bicep-file-unreadable',
      'error',
      { file: path, why: why.charAt(0).toLowerCase() + why.slice(1), remedy: error.remedy },
      where,
    );
  }
}

/** SHA-256 of a source, the same whatever line ends it was checked out with; undefined where it cannot be read. */
export function hashOf(root: string, path: string): string | undefined {
  try {
    const bytes = readDisk(pathsInside(root)(path), path)?.bytes;
    return bytes && sha256(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'));
  } catch (error) {
    if (error instanceof WorkspaceError) return undefined;
    throw error;
  }
}

/** Whether the files that were read are unchanged. */
export function isCurrent(root: string, { path, sources }: BicepFile): boolean {
  return (
    Object.hasOwn(sources, path) && Object.entries(sources).every(([source, hash]) => hashOf(root, source) === hash)
  );
}
