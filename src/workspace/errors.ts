/** Every way in which reading or writing a workspace fails. */
export type WorkspaceErrorCode = keyof typeof prose;

/** A failure to tell a person: `message` is what happened, `where` the path, `remedy` what to do. */
export class WorkspaceError extends Error {
  override readonly name = 'WorkspaceError';
  readonly code: WorkspaceErrorCode;
  readonly where: string;
  readonly remedy: string;
  /** All paths concerned, sorted, where there are several. */
  readonly paths: readonly string[];

  constructor(
    code: WorkspaceErrorCode,
    where: string,
    more: { detail?: string; paths?: readonly string[]; cause?: unknown } = {},
  ) {
    const { what, remedy } = prose[code];
    super(more.detail ? `${what}: ${more.detail}.` : `${what}.`, { cause: more.cause });
    this.code = code;
    this.where = where;
    this.remedy = remedy;
    this.paths = more.paths ?? [];
  }
}

const restore =
  'Restore it from version control. Or delete it and render again: generated files that differ are then named, not overwritten.';

const prose = {
  'not-permitted': {
    what: 'Writing or reading is not permitted',
    remedy: 'Change the permissions of the path, or choose another folder.',
  },
  'read-only': {
    what: 'The file system is read-only',
    remedy: 'Choose a folder on a file system that can be written.',
  },
  'not-a-folder': {
    what: 'A file stands where a folder is needed',
    remedy: 'Move the file away, or choose another folder.',
  },
  'not-a-file': {
    what: 'A folder or a special file stands where a file is needed',
    remedy: 'Move it away and run again.',
  },
  'disk-full': { what: 'There is no space left on the disk', remedy: 'Free some space and run again.' },
  'path-too-long': {
    what: 'The path is too long for this file system',
    remedy: 'Choose a folder with a shorter path.',
  },
  'in-use': { what: 'Another program holds the file open', remedy: 'Close the program that uses it and run again.' },
  refused: { what: 'The system refused', remedy: 'See the reason given, or choose another folder.' },
  'unsafe-path': {
    what: 'The path of a file is not allowed',
    remedy: 'Paths are relative, use forward slashes and stay inside the workspace.',
  },
  'link-outside': {
    what: 'A symbolic link leads out of the workspace, or nowhere',
    remedy: 'Replace the link by a real folder or file, or remove it. Nothing is read or written through it.',
  },
  'manifest-broken': { what: 'The manifest of the workspace cannot be read', remedy: restore },
  'manifest-newer': {
    what: 'The workspace was written by a newer version of create-avm',
    remedy: 'Update create-avm, for example with `npm install -g create-avm@latest`.',
  },
  'trace-broken': {
    what: 'The trace of the workspace cannot be read',
    remedy: 'Run `avm render`; it is written anew.',
  },
  'journal-broken': {
    what: 'A run was interrupted, and the record it left cannot be read',
    remedy:
      'Delete .avm/journal.json and .avm/staging and run `avm render`. Compare with version control, as some files may be new and some old.',
  },
  'journal-damaged': {
    what: 'A run was interrupted, and files it had prepared are lost',
    remedy: 'Delete .avm/journal.json and .avm/staging and run `avm render`, which makes the missing files again.',
  },
  interrupted: {
    what: 'An earlier run was interrupted and is not yet recovered',
    remedy: 'Run again without --dry-run: it recovers first.',
  },
  unfinished: {
    what: 'The change is recorded, but not every file could be put in place',
    remedy: 'Remove the cause and run again: the next run finishes it.',
  },
  edited: {
    what: 'Files would be overwritten that were not made by this tool, or were edited by hand since',
    remedy: 'Take the edits into avm.yaml, or say for each file whether to overwrite or keep it. Nothing was written.',
  },
  locked: {
    what: 'Another run is at work in this workspace',
    remedy: 'Wait until it ends. If there is none, delete .avm/lock and run again.',
  },
} as const;

const codes: Readonly<Record<string, WorkspaceErrorCode>> = {
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
  EROFS: 'read-only',
  ENOTDIR: 'not-a-folder',
  EEXIST: 'not-a-folder',
  EISDIR: 'not-a-file',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  ENAMETOOLONG: 'path-too-long',
  EBUSY: 'in-use',
  ETXTBSY: 'in-use',
};

/** Runs `work`; an error of the file system becomes a WorkspaceError about `where`, others pass. */
export function onDisk<T>(where: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = errno(error);
    if (code === undefined) throw error;
    const detail = codes[code] ? undefined : (error as Error).message;
    throw new WorkspaceError(codes[code] ?? 'refused', where, { ...(detail && { detail }), cause: error });
  }
}

/** The code of a file system error, such as ENOENT. */
export function errno(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
