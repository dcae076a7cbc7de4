import { relative, resolve } from 'node:path';
import { loadIndex } from '../../../avm-catalog/modules/load.ts';
import { folderStore, syncModules, type CatalogDiff } from '../../../avm-catalog/modules/sync.ts';
import { countDiff, formatDiff } from '../../../avm-catalog/modules/sync-lines.ts';
import { withLock } from '../../workspace/lock.ts';
import { own } from '../../workspace/paths.ts';
import { printEnvelope } from '../shared/envelope.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { UsageFailure } from '../shared/failure.ts';
import type { Terminal } from '../shared/terminal.ts';
import { neverRemoved, workspaceStore } from './workspace-catalog.ts';
import { lookForWorkspace, refuseNewer } from '../shared/find-workspace.ts';

interface SyncOptions {
  /** A catalog as a folder, in place of that of the workspace. */
  readonly into?: string;
  readonly prune?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export async function runSync(source: string, options: SyncOptions, terminal: Terminal): Promise<ExitCode> {
  const { dryRun = false, json } = options;
  const { cwd, out, paint } = terminal;
  const root = lookForWorkspace(cwd);
  if (root !== undefined && options.into === undefined) refuseNewer(root, terminal);
  const [target, diff] =
    options.into === undefined
      ? await intoWorkspace(root, cwd, source, options)
      : [options.into, intoFolder(root, resolve(cwd, source), resolve(cwd, options.into), options)];
  if (json) printEnvelope(terminal, { data: { dryRun, target, summary: countDiff(diff), ...diff } });
  else {
    for (const line of formatDiff(diff)) out(/^\s*!/.test(line) ? paint('red', line) : line);
    terminal.err(dryRun ? 'Nothing was written.' : `Written to ${target}.`);
  }
  return exit.clean;
}

async function intoWorkspace(
  root: string | undefined,
  cwd: string,
  source: string,
  { dryRun = false, prune = false }: SyncOptions,
): Promise<readonly [target: string, CatalogDiff]> {
  if (root === undefined)
    throw new UsageFailure(
      'This is not inside a workspace: there is no avm.yaml here or in a folder above.',
      'Change to the folder of a workspace, or specify a catalog folder: avm catalog sync SOURCE --into FOLDER',
    );
  const options = { dryRun, prune, keep: neverRemoved(root, loadIndex()) };
  const sync = (): CatalogDiff => syncModules(resolve(cwd, source), workspaceStore(root), options);
  return [relative(cwd, resolve(root, own.catalog)), dryRun ? sync() : await withLock(root, sync)];
}

function intoFolder(
  root: string | undefined,
  source: string,
  folder: string,
  { dryRun = false, prune = false }: SyncOptions,
): CatalogDiff {
  return syncModules(source, folderStore(folder), { dryRun, prune, keep: neverRemoved(root, {}) });
}
