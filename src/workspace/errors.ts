import { workspaceProblems } from '../findings/messages/workspace.ts';
import { ownValue } from '../bicep/own.ts';

/** Every failure to read or write a workspace. */
type WorkspaceErrorCode = keyof typeof workspaceProblems;

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
    const { what, remedy } = workspaceProblems[code];
    super(more.detail ? `${what}: ${more.detail}.` : `${what}.`, { cause: more.cause });
    this.code = code;
    this.where = where;
    this.remedy = remedy;
    this.paths = more.paths ?? [];
  }
}

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
  ELOOP: 'link-loop',
  EMFILE: 'too-many-files',
  ENFILE: 'too-many-files',
  EIO: 'disk-fault',
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
    const detail = ownValue(codes, code) ? undefined : (error as Error).message;
    throw new WorkspaceError(ownValue(codes, code) ?? 'refused', where, { ...(detail && { detail }), cause: error });
  }
}

/** What the file system refused, anywhere in the program, as an error for people; undefined for any other error. */
export function systemError(error: unknown): WorkspaceError | undefined {
  const code = errno(error);
  if (code === undefined || /^(spawn|connect|getaddrinfo|kill)/.test(String((error as NodeJS.ErrnoException).syscall)))
    return undefined;
  const { path = '', message } = error as NodeJS.ErrnoException;
  const known = ownValue(codes, code);
  return new WorkspaceError(known ?? 'refused', path, { ...(known ? {} : { detail: message }), cause: error });
}

/** The code of a file system error, such as ENOENT. */
export function errno(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
