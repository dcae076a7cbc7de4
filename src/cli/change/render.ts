import type { NameChange } from '../../../generators/session.ts';
import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import { tellRendered } from '../shared/changes-text.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import type { Terminal } from '../shared/terminal.ts';
import { findWorkspace } from '../shared/find-workspace.ts';
import { insideOf, render, type Rendering } from '../shared/workspace.ts';
import { knownFindings } from './known-findings.ts';

export interface RenderOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly overwrite?: readonly string[];
  readonly keep?: readonly string[];
}

export async function runRender(options: RenderOptions, terminal: Terminal): Promise<ExitCode> {
  return changeWorkspace(options, terminal);
}

/**
 * What `add`, `set` and `render` share: change avm.yaml, write the files that follow from it, and report; `names` are
 * names in Azure that change with it.
 */
export async function changeWorkspace(
  options: RenderOptions,
  terminal: Terminal,
  edit?: Rendering['edit'],
  names: readonly NameChange[] = [],
): Promise<ExitCode> {
  const root = findWorkspace(terminal);
  const catalog = loadCatalog();
  let before: string | undefined;
  const editing: Rendering['edit'] = edit && ((text) => edit((before = text)));
  const rendered = await render(root, {
    catalog,
    overwrite: insideOf(root, terminal.cwd, options.overwrite ?? []),
    keep: insideOf(root, terminal.cwd, options.keep ?? []),
    dryRun: options.dryRun ?? false,
    ...(editing && { edit: editing }),
  });
  const { json = false } = options;
  const known =
    before === undefined || json ? [] : await knownFindings(rendered.built.findings, before, { root, catalog });
  await tellRendered(rendered, terminal, { json, known, names });
  return exit.clean;
}
