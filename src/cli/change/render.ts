import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import { tellRendered } from '../shared/changes-text.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import type { Terminal } from '../shared/terminal.ts';
import { findWorkspace, insideOf, render, type Rendering } from '../shared/workspace.ts';

export interface RenderOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly overwrite?: readonly string[];
  readonly keep?: readonly string[];
}

export async function runRender(options: RenderOptions, terminal: Terminal): Promise<ExitCode> {
  return changeWorkspace(options, terminal);
}

/** What `add`, `set` and `render` have in common: change avm.yaml, write what follows from it, tell what was done. */
export async function changeWorkspace(
  options: RenderOptions,
  terminal: Terminal,
  edit?: Rendering['edit'],
): Promise<ExitCode> {
  const root = findWorkspace(terminal.cwd);
  const rendered = await render(root, {
    catalog: loadCatalog(),
    overwrite: insideOf(root, terminal.cwd, options.overwrite ?? []),
    keep: insideOf(root, terminal.cwd, options.keep ?? []),
    dryRun: options.dryRun ?? false,
    ...(edit && { edit }),
  });
  await tellRendered(rendered, terminal, options.json ?? false);
  return exit.clean;
}
