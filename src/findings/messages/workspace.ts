import type { Lists, Numbers, Templates, Texts } from './message.ts';

const restore = 'Restore it from version control, or delete it and run: avm render';

/** The message of each failure to read or write a workspace; `WorkspaceError` has it. */
export const workspaceProblems = {
  'not-permitted': {
    what: 'Access is denied',
    remedy: 'Change the permissions of the path, or choose another folder.',
  },
  'read-only': {
    what: 'The file system is read-only',
    remedy: 'Choose a folder on a writable file system.',
  },
  'not-a-folder': {
    what: 'A file exists where a folder is needed',
    remedy: 'Move the file, or choose another folder.',
  },
  'not-a-file': {
    what: 'A folder or a special file exists where a file is needed',
    remedy: 'Move it, and run the command again.',
  },
  'too-large': {
    what: 'The file has more than 64 MiB, so create-avm did not write it',
    remedy: 'Move it, and run the command again.',
  },
  'link-loop': {
    what: 'Symbolic links refer to each other in a loop',
    remedy: 'Remove one of the links, and run the command again.',
  },
  'too-many-files': {
    what: 'Too many files are open on this computer',
    remedy: 'Close other programs, or allow more open files (ulimit -n 4096), and run the command again.',
  },
  'disk-fault': {
    what: 'The disk reported an error',
    remedy: 'Check the disk, or choose a folder on another one.',
  },
  'disk-full': { what: 'There is no space left on the disk', remedy: 'Free some space, and run the command again.' },
  'path-too-long': {
    what: 'The path is too long for this file system',
    remedy: 'Choose a folder with a shorter path.',
  },
  'in-use': { what: 'Another program uses the file', remedy: 'Close that program, and run the command again.' },
  refused: { what: 'The operating system refused', remedy: 'Resolve the cause, or choose another folder.' },
  'unsafe-path': {
    what: 'The path of a file is not allowed',
    remedy: 'Use a relative path with forward slashes that stays inside the workspace.',
  },
  'link-outside': {
    what: 'The target of a symbolic link is outside the workspace, or does not exist',
    remedy: 'Replace the link with a real folder or file, or remove it. Nothing is read or written through it.',
  },
  'is-link': {
    what: 'A symbolic link exists where the file is to be written',
    remedy: 'Specify the target of the link, or remove the link. Nothing is written through it.',
  },
  'manifest-broken': { what: 'The manifest of the workspace cannot be read', remedy: restore },
  'manifest-newer': {
    what: 'The workspace was written by a newer version of create-avm',
    remedy: 'To update, run: npm install --global create-avm@latest',
  },
  'trace-broken': {
    what: 'The trace of the workspace cannot be read',
    remedy: 'To write it again, run: avm render',
  },
  'journal-broken': {
    what: 'A run was interrupted, and its journal cannot be read',
    remedy:
      'Delete .avm/journal.json and .avm/staging, compare with version control, because some files can be old and some new, and run: avm render',
  },
  'journal-damaged': {
    what: 'A run was interrupted, and files that it had staged are missing',
    remedy: 'Delete .avm/journal.json and .avm/staging. To write the missing files again, run: avm render',
  },
  interrupted: {
    what: 'An earlier run was interrupted, and its changes are incomplete',
    remedy: 'Run the command again without --dry-run. It completes them first.',
  },
  unfinished: {
    what: 'The change is recorded, but some files could not be written',
    remedy: 'Resolve the cause, and run the command again. It completes the change.',
  },
  locked: {
    what: 'Another command is running in this workspace',
    remedy: 'Run the command again when it has ended. If it ran on a computer that no longer exists, delete .avm/lock.',
  },
} as const;

/** Findings about changes to avm.yaml, and about files that differ from avm.yaml. */
export const workspace = {
  'update-version': ({ from, to }: Numbers<'from' | 'to'>) => ({
    message: `avm.yaml changes from version ${from} to version ${to} with the same meaning`,
    remedy: '',
  }),
  'update-components': ({ names }: Lists<'names'>) => ({
    message: `Moved ${names.join(', ')} from spec.components to components, with comments and in the same order`,
    remedy: 'Names and IDs of resources stay the same.',
  }),
  'files/missing': ({ path }: Texts<'path'>) => ({
    message: `'${path}' is missing`,
    remedy: 'To write it, run: avm render',
  }),
  'workspace-older': ({ writer, version }: Texts<'writer' | 'version'>) => ({
    message: `create-avm ${writer} wrote this workspace, and this is the newer version ${version}`,
    remedy: `To see what ${version} changes, run: avm update --dry-run`,
  }),
  'files/stale': ({ path }: Texts<'path'>) => ({
    message: `'${path}' is out of date: avm.yaml has changed`,
    remedy: 'The check used the file on disk. To update it, run: avm render',
  }),
  'files/left-over': ({ path }: Texts<'path'>) => ({
    message: `'${path}' is no longer part of the workspace`,
    remedy: 'To remove it, run: avm render',
  }),
  'files/edited': ({ path, outdated, deployed }: Texts<'path'> & Partial<Texts<'outdated' | 'deployed'>>) => ({
    message: `'${path}' was edited${outdated === 'yes' ? ', and its generated text changed too' : ''}`,
    remedy: `${deployed === 'yes' ? 'The check evaluates the file on disk, which differs from avm.yaml. ' : ''}Move the edit to avm.yaml. To revert it, run: avm render --overwrite ${path}`,
  }),
  'files/left-alone': ({ paths }: Lists<'paths'>) => ({
    message: `Edited files were left unchanged: ${paths.join(', ')}`,
    remedy: `To use the generated text, run: avm render${paths.map((path) => ` --overwrite ${path}`).join('')}`,
  }),
  'files/foreign': ({ path }: Texts<'path'>) => ({
    message: `'${path}' exists and was not written by create-avm`,
    remedy: `Move it. To overwrite it, run: avm render --overwrite ${path}`,
  }),
} satisfies Templates;
