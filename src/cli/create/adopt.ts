import { relative } from 'node:path';
import { plain } from '../../findings/characters.ts';
import { compareWorkspace, type Change } from '../../workspace/compare.ts';
import { inspectDestination, shownEntries } from '../../workspace/destination.ts';
import { isTouchy, type Decided } from '../../workspace/left-alone.ts';
import { readManifest } from '../../workspace/manifest.ts';
import { Failure, UsageFailure } from '../shared/failure.ts';
import type { Terminal } from '../shared/terminal.ts';
import type { Built } from '../shared/workspace.ts';
import type { CreateOptions } from './creation.ts';

/** Whether the folder may have files of a person's. */
export function isShared({ adopt, intoExisting }: CreateOptions): boolean {
  return (adopt ?? false) || (intoExisting ?? false);
}

/** Whether a person adds the workspace to a folder that is not empty; they are asked where they did not say so. */
export async function isAdopted(root: string, options: CreateOptions, terminal: Terminal): Promise<boolean> {
  const found = inspectDestination(root);
  if (isShared(options) || found.kind !== 'occupied') return options.adopt ?? false;
  const ask = await askerOf(terminal);
  return ask.confirm({
    message: `${plain(relative(terminal.cwd, root)) || 'This folder'} has ${plain(shownEntries(found))}. Add the workspace to it? Your files stay.`,
  });
}

/** Files to keep and to overwrite, with what a person says of those that they did not name. */
export async function decidedFiles(
  root: string,
  built: Built,
  options: CreateOptions,
  terminal: Terminal,
): Promise<CreateOptions> {
  if (!options.adopt || options.yes || options.json || !terminal.interactive) return options;
  const ask = await askerOf(terminal);
  const answers: { path: string; isKept: boolean }[] = [];
  for (const path of unnamed(changesOf(root, built), options))
    answers.push({
      path,
      isKept: await ask.choose({
        message: `'${plain(path)}' already exists`,
        choices: [
          { name: 'Keep yours', value: true },
          { name: 'Replace it with the generated file', value: false },
        ],
        default: true,
      }),
    });
  const paths = (isKept: boolean): string[] => answers.filter((one) => one.isKept === isKept).map(({ path }) => path);
  return {
    ...options,
    keep: [...(options.keep ?? []), ...paths(true)],
    overwrite: [...(options.overwrite ?? []), ...paths(false)],
  };
}

async function askerOf(terminal: Terminal) {
  const { terminalAsker } = await import('../../../generators/terminal-asker.ts');
  return terminalAsker(terminal);
}

interface Compared {
  readonly changes: readonly Change[];
  readonly decided: Decided;
}

/** Files with the names of generated ones are the user’s, and stay unless the user decides otherwise. */
export function compared(root: string, built: Built, options: CreateOptions): Compared {
  const changes = changesOf(root, built);
  const { adopt, keep = [], overwrite = [] } = options;
  refuseUnknown([...keep, ...overwrite], changes, options);
  const inTheWay = unnamed(changes, options);
  if (inTheWay.length > 0) throw occupied(inTheWay, options);
  const merged = changes.filter((one) => one.isMerged && !keep.includes(one.path)).map(({ path }) => path);
  return { changes, decided: adopt ? { keep, overwrite: [...overwrite, ...merged] } : {} };
}

function occupied(lines: readonly string[], { adopt }: CreateOptions): Failure {
  return new Failure({
    code: 'files-in-the-way',
    what: 'These files have the names of generated files:',
    lines,
    remedy: adopt
      ? `Nothing was written. For each file, add --keep or --overwrite, such as --keep ${lines[0]}`
      : 'Nothing was written. Choose another folder, or add --adopt, with --keep FILE or --overwrite FILE for each of them.',
  });
}

function changesOf(root: string, { files }: Built): readonly Change[] {
  return compareWorkspace(root, files, readManifest(root));
}

/** Files in the way of which nothing is said. */
function unnamed(changes: readonly Change[], { adopt, keep = [], overwrite = [] }: CreateOptions): readonly string[] {
  return changes
    .filter((one) => isTouchy(one) || (one.path === 'avm.yaml' && one.kind === 'update'))
    .filter(({ path, isMerged }) => !adopt || !(isMerged || keep.includes(path) || overwrite.includes(path)))
    .map(({ path }) => path);
}

function refuseUnknown(named: readonly string[], changes: readonly Change[], { adopt }: CreateOptions): void {
  const [first] = named;
  if (first === undefined) return;
  if (!adopt) throw new UsageFailure('--keep and --overwrite need --adopt.', 'Add --adopt, or remove them.');
  const unknown = named.find((path) => !changes.some((change) => change.path === path && isTouchy(change)));
  if (unknown !== undefined)
    throw new UsageFailure(
      `'${unknown}' has the name of no generated file.`,
      'Use the path inside the folder. To list the files, run the command without the option.',
    );
}
