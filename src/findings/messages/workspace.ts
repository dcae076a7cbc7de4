import type { Lists, Templates, Texts } from './message.ts';

const restore =
  'Restore it from version control. Or delete it and render again: generated files that differ are then named, not overwritten.';

/** What is said of each way in which reading or writing a workspace fails; `WorkspaceError` carries it. */
export const workspaceProblems = {
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
  'too-large': {
    what: 'The file has more than 64 MiB, and is none that this tool wrote',
    remedy: 'Move it away and run again.',
  },
  'link-loop': {
    what: 'Symbolic links lead in a circle',
    remedy: 'Remove one of the links and run again.',
  },
  'too-many-files': {
    what: 'Too many files are open on this computer',
    remedy: 'Close other programs, or allow more open files (ulimit -n 4096), and run again.',
  },
  'disk-fault': {
    what: 'The disk reported a fault',
    remedy: 'Check the disk, or choose a folder on another one.',
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
  'is-link': {
    what: 'A symbolic link stands where the file is to be',
    remedy: 'Name the file it leads to, or remove the link. Nothing is written through it.',
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
    remedy:
      'Take the edits into avm.yaml, or say for each file --overwrite <file> or --keep <file>. Nothing was written.',
  },
  locked: {
    what: 'Another run is at work in this workspace',
    remedy: 'Run again when it has ended. If it is on another computer that is gone, delete .avm/lock first.',
  },
} as const;

/** What is said of changes to avm.yaml, and of files on disk that differ from what it comes to. */
export const workspace = {
  'answer-overridden': ({ path, environments, all }: Texts<'path' | 'all'> & Lists<'environments'>) => ({
    message: `${all === 'yes' ? 'Every environment has' : `${environments.join(', ')} ${environments.length > 1 ? 'have' : 'has'}`} a value of its own for ${path}, which this does not change`,
    remedy: `Change it where it is said: --env ${environments.join(' --env ')} with avm set, or environments.${environments[0]}.${path} and so on.`,
  }),
  'files/missing': ({ path }: Texts<'path'>) => ({
    message: `${path} is missing`,
    remedy: 'Run avm render, which writes it.',
  }),
  'files/stale': ({ path }: Texts<'path'>) => ({
    message: `${path} is not what avm.yaml comes to`,
    remedy: 'Run avm render; what is checked here is what stands on disk.',
  }),
  'files/left-over': ({ path }: Texts<'path'>) => ({
    message: `${path} is no longer part of the workspace`,
    remedy: 'Run avm render, which removes it.',
  }),
  'files/edited': ({ path }: Texts<'path'>) => ({
    message: `${path} was edited by hand`,
    remedy: `Take the edit into avm.yaml, or run avm render --overwrite ${path}.`,
  }),
  'files/foreign': ({ path }: Texts<'path'>) => ({
    message: `${path} stands where a generated file is to be`,
    remedy: `Move it away, or run avm render --overwrite ${path}.`,
  }),
} satisfies Templates;
