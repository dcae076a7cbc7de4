import { lstatSync, realpathSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { WorkspaceError, errno, onDisk } from './errors.ts';

/** What the tool keeps for itself. */
export const own = {
  folder: '.avm',
  manifest: '.avm/manifest.json',
  trace: '.avm/trace.json',
  journal: '.avm/journal.json',
  staging: '.avm/staging',
  lock: '.avm/lock',
  catalog: '.avm/catalog.json',
} as const;

const ownPaths: ReadonlySet<string> = new Set(Object.values(own));

/** Why a path may not be used inside a workspace on every platform; undefined where it may. */
export function pathProblem(path: string): string | undefined {
  if (path === '' || path.length > 240) return 'it is empty or longer than 240 characters';
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(path)) return 'it holds an invisible or control character';
  if (/[<>:"|?*\\]/.test(path)) return 'it holds one of < > : " | ? * \\';
  for (const segment of path.split('/')) {
    if (segment === '') return 'it is absolute or has an empty segment';
    if (Buffer.byteLength(segment) > 255) return 'a segment is longer than 255 bytes';
    if (/[. ]$/.test(segment)) return 'a segment ends with a dot or a space';
    if (/^\.git$|^git~\d/i.test(segment)) return 'it is inside .git';
    if (/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(segment)) return `${segment} is a device on Windows`;
  }
  return undefined;
}

/** The same path; throws `unsafe-path` where it could leave the workspace or means something else elsewhere. */
function safePath(path: string): string {
  const detail = pathProblem(path);
  if (detail !== undefined) throw new WorkspaceError('unsafe-path', JSON.stringify(path), { detail });
  return path;
}

/** Throws `unsafe-path` where paths are unsafe, the tool's own, or get in each other's way (also where case is ignored). */
export function checkPaths(paths: readonly string[]): void {
  const fail = (path: string, detail: string): never => {
    throw new WorkspaceError('unsafe-path', path, { detail });
  };
  const seen = new Set<string>();
  for (const path of paths) {
    const name = safePath(path).normalize('NFC').toLowerCase();
    if (ownPaths.has(name) || name.startsWith(`${own.staging}/`)) fail(path, 'it is kept for the tool itself');
    if (seen.has(name)) fail(path, 'two files have it, or differ in case alone');
    seen.add(name);
  }
  for (const path of paths) {
    for (const folder of foldersOf(path))
      if (seen.has(folder.normalize('NFC').toLowerCase())) fail(folder, 'it is both a file and a folder');
  }
}

/** The folders a path is in, innermost first: `a/b/c` gives `a/b` and `a`. */
export function foldersOf(path: string): readonly string[] {
  const segments = path.split('/');
  return segments.slice(1).map((_, index) => segments.slice(0, segments.length - 1 - index).join('/'));
}

/**
 * Makes full paths out of safe ones.
 * Throws `link-outside` where a symbolic link on the way leads out of root. What it saw of folders it remembers.
 */
export function pathsInside(root: string): (path: string) => string {
  const base = resolve(root);
  const home = realPath(base);
  const folders = new Map<string, boolean>();
  const exists = (path: string): boolean => {
    const full = join(base, path);
    const stats = onDisk(path, () => lookAt(full));
    if (stats?.isSymbolicLink() && !isInside(home, realPath(full))) throw new WorkspaceError('link-outside', path);
    return stats !== undefined;
  };
  const folderExists = (path: string): boolean => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const found = exists(path);
    folders.set(path, found);
    return found;
  };
  return (path) => {
    if (home !== undefined && foldersOf(path).toReversed().every(folderExists)) exists(path);
    return join(base, path);
  };
}

function lookAt(full: string): ReturnType<typeof lstatSync> | undefined {
  return lstatSync(full, { throwIfNoEntry: false });
}

function isInside(home: string | undefined, target: string | undefined): boolean {
  return (
    home !== undefined &&
    target !== undefined &&
    (target === home || target.startsWith(home.endsWith(sep) ? home : home + sep))
  );
}

function realPath(full: string): string | undefined {
  try {
    return realpathSync(full);
  } catch (error) {
    if (errno(error) === undefined) throw error;
    return undefined;
  }
}
