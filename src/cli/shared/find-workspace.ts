import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import semver from 'semver';
import { tool } from '../../files/tool.ts';
import { shell } from '../../text/escape.ts';
import { WorkspaceError } from '../../workspace/errors.ts';
import { readManifest } from '../../workspace/manifest.ts';
import { Failure, UsageFailure } from './failure.ts';
import { commandsOf, runnerOf } from './started-by.ts';
import type { Terminal } from './terminal.ts';

/** The workspace that a folder is in: the nearest one upwards that has an avm.yaml; nothing where there is none. */
export function lookForWorkspace(cwd: string): string | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'avm.yaml'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The same, for a command that needs one, and that can work with it. */
export function findWorkspace(terminal: Pick<Terminal, 'cwd' | 'command' | 'env'>): string {
  const found = lookForWorkspace(terminal.cwd);
  if (found === undefined) throw outside(terminal);
  refuseNewer(found, terminal);
  return found;
}

/** `npm create avm` has just created a workspace, and the person is still beside it. */
function outside({ cwd, env }: Pick<Terminal, 'cwd' | 'env'>): UsageFailure {
  const [below, ...others] = workspacesBelow(cwd);
  return new UsageFailure(
    'This is not inside a workspace: there is no avm.yaml here or in a folder above.',
    below !== undefined && others.length === 0
      ? `Change to the folder of the workspace, and run the command again: cd ${shell(below)}`
      : `Change to the folder of a workspace. To create one, run: ${commandsOf(env).create('my-workload')}`,
  );
}

function workspacesBelow(cwd: string): readonly string[] {
  try {
    const folders = readdirSync(cwd, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return folders.map(({ name }) => name).filter((name) => existsSync(join(cwd, name, 'avm.yaml')));
  } catch {
    return [];
  }
}

/** Throws if a newer release wrote the workspace: this one would take back what that one knows. */
export function refuseNewer(root: string, { command, env }: Pick<Terminal, 'command' | 'env'>): void {
  const writer = writerOf(root);
  if (writer === undefined || semver.valid(writer) === null || !semver.gt(writer, tool.version)) return;
  throw new Failure({
    code: 'workspace-newer',
    what: `create-avm ${writer} wrote this workspace, and this is the older version ${tool.version}.`,
    where: '.avm/manifest.json',
    remedy: `To use the version of the workspace, run: ${runnerOf(env, writer)} ${command}`,
  });
}

/** The version that wrote a workspace last; a manifest that cannot be read is reported by what needs it. */
function writerOf(root: string): string | undefined {
  try {
    const writer = readManifest(root)?.tool;
    return writer?.name === tool.name ? writer.version : undefined;
  } catch (error) {
    if (error instanceof WorkspaceError) return undefined;
    throw error;
  }
}
