import { resourceGroupName } from '../../plan/names.ts';
import { join, relative } from 'node:path';
import type { Change } from '../../workspace/compare.ts';
import { fileJson, summarize } from '../shared/change-summary.ts';
import { tellRecovery } from '../shared/recovery-text.ts';
import { tellDryRun } from '../shared/dry-run-text.ts';
import type { CreateOptions, Creation } from './creation.ts';
import type { CreatedCheck } from './create-check.ts';
import type { GitState } from './git.ts';
import { printEnvelope } from '../shared/envelope.ts';
import { exit } from '../shared/exit.ts';
import { shell } from '../../text/escape.ts';
import { commandsOf, type Commands } from '../shared/started-by.ts';
import { humansOnErr, type Terminal } from '../shared/terminal.ts';
import type { Built } from '../shared/workspace.ts';
import { plain } from '../../findings/characters.ts';
import { gettingBicep } from '../../findings/messages/checks.ts';

interface Written extends Creation {
  readonly built: Built;
  /** Files of the folder that stayed in place of generated ones. */
  readonly kept: readonly string[];
  readonly git: GitState | undefined;
}

interface Created extends Written {
  readonly checked: CreatedCheck | undefined;
}

/** The written files, reported before the check, which can take long. */
export function tellWritten(written: Written, options: CreateOptions, terminal: Terminal): void {
  const people = options.json ? humansOnErr(terminal) : terminal;
  const { built, given, git, kept, recovered } = written;
  tellRecovery(recovered, people);
  tellDefaults(given.defaults, people);
  const { out, paint } = people;
  out(
    `${paint('green', '✓')} ${paint('bold', built.spec.workload.name)}: ${built.files.length - kept.length} files in ${place(written, terminal)}${git === 'made' ? ', with a Git repository' : ''}`,
  );
  out(
    `  ${built.plan.components.length} components of ${built.plan.blueprint}, for ${built.plan.environments.join(', ')}`,
  );
  for (const path of kept) out(`  ${paint('yellow', '=')} ${plain(path)} was left unchanged`);
}

/** The result of the check, and the next steps. */
export async function tellCreated(created: Created, options: CreateOptions, terminal: Terminal): Promise<void> {
  const people = options.json ? humansOnErr(terminal) : terminal;
  await tellFindings(created, people);
  const { out, paint } = people;
  const steps = nextSteps(created, terminal);
  await tellCheck(created, people);
  if (created.checked !== undefined || created.built.findings.length === 0) out();
  // Before the next steps, which change the folder.
  out(`${paint('dim', 'To create the same workspace without questions, run:')} ${steps.repeat}`);
  out();
  out('Next steps:');
  for (const step of steps.next) out(`  ${paint('cyan', step)}`);
  if (options.json) await printCreated(created, steps, terminal);
}

/** Said when the check is stopped by Ctrl-C. */
export function tellStopped(written: Written, options: CreateOptions, terminal: Terminal): void {
  const { root } = written;
  const folder = relative(terminal.cwd, root);
  const what = `Stopped. The check did not finish; the workspace in ${place(written, terminal)} is complete.`;
  const next = [...(folder === '' ? [] : [`cd ${shell(folder)}`]), commandsOf(terminal.env).avm('check')];
  terminal.err(what);
  terminal.err(`  ${terminal.paintErr('green', '→')} To check it, run: ${next.join(' && ')}`);
  if (options.json)
    printEnvelope(terminal, { error: { code: 'interrupted', what, where: root }, exitCode: exit.interrupted, next });
}

function tellDefaults(defaults: readonly string[], { err, paintErr }: Terminal): void {
  if (defaults.length === 0) return;
  err(paintErr('dim', 'Defaults that were used (change them with --set):'));
  err(paintErr('dim', `  ${defaults.join('  ')}`));
}

/** Warnings of the plan, or all findings of the check. */
async function tellFindings({ built, checked }: Created, { err, paintErr }: Terminal): Promise<void> {
  const findings = checked?.report.findings ?? built.findings;
  if (findings.length === 0) return;
  const { findingLines } = await import('../shared/findings-text.ts');
  for (const line of findingLines(findings, paintErr)) err(line);
  err();
}

async function tellCheck({ checked }: Created, { out, paint, env }: Terminal): Promise<void> {
  if (checked === undefined) return;
  const { verdict } = await import('../check/check-text.ts');
  out(verdict(checked.report, paint));
  const { avm } = commandsOf(env);
  if (checked.without === 'compiler')
    out(
      `  Nothing was compiled, because there is no Bicep compiler. To install it, run: ${compilerCommand(checked, avm)}`,
    );
  if (checked.without === 'registry')
    out(
      `  Modules could not be restored, so only their interfaces were used. For the full check, run: ${avm('check')}`,
    );
}

/** The command that installs a compiler on this computer. */
export function compilerCommand({ getting }: Pick<CreatedCheck, 'getting'>, avm: Commands['avm']): string {
  const own = avm('doctor --install');
  return getting ? gettingBicep(getting, own) : own;
}

interface Steps {
  readonly next: readonly string[];
  readonly repeat: string;
}

function nextSteps({ root, built, checked }: Created, { cwd, env }: Terminal): Steps {
  const { avm, createSame } = commandsOf(env);
  const folder = relative(cwd, root);
  const { defaultEnvironment } = built.plan;
  return {
    next: [
      ...(folder === '' ? [] : [`cd ${shell(folder)}`]),
      ...(built.isOpen ? [avm('clarify')] : []),
      ...(checked?.without === 'compiler' ? [compilerCommand(checked, avm)] : []),
      avm('check'),
      previewCommand(built, defaultEnvironment),
      ...(folder === '' ? [avm('add')] : []),
    ],
    repeat: createSame(`another-folder --answers ${shell(join(folder, 'avm.yaml'))}`),
  };
}

/** With the scripts of the workspace, where it has some for this environment. */
function previewCommand({ spec }: Created['built'], environment: string): string {
  const view = spec.views.find((one) => one.environment === environment);
  if (!view) return '';
  const group = resourceGroupName(spec, view);
  const scripts = spec.components.find(({ docs, enabled }) => docs.deployment && enabled(view))?.docs.deployment;
  return (
    scripts?.preview(environment, group) ??
    `az deployment group what-if --resource-group ${group} --parameters main.${environment}.bicepparam`
  );
}

function place({ root }: Creation, { cwd }: Terminal): string {
  return relative(cwd, root) || 'this folder';
}

async function printCreated(
  { root, built, git, kept, checked, given, recovered }: Created,
  { next, repeat }: Steps,
  terminal: Terminal,
): Promise<void> {
  const [{ checkJson }, { findingJson }] = await Promise.all([
    import('../check/check-text.ts'),
    import('../shared/findings-text.ts'),
  ]);
  const data = {
    root,
    dryRun: false,
    blueprint: built.plan.blueprint,
    environments: built.plan.environments,
    components: built.plan.components.map(({ name }) => name),
    files: built.files.map(({ path }) => path).filter((path) => !kept.includes(path)),
    kept,
    defaults: given.defaults,
    git: git ?? null,
    recovered: recovered?.kind ?? null,
    check: checked ? { ...checkJson(checked.report, built.spec), without: checked.without ?? null } : null,
    repeat,
  };
  const findings = (checked?.report.findings ?? built.findings).map(findingJson);
  printEnvelope(terminal, { data, findings, next, exitCode: checked?.failed ? exit.failed : exit.clean });
}

/** What a dry run would create. */
export async function tellPlanned(
  { built, root }: Pick<Written, 'built' | 'root'>,
  changes: readonly Change[],
  { json }: CreateOptions,
  terminal: Terminal,
): Promise<void> {
  if (!json) return tellDryRun({ changes }, terminal);
  const { findingsBefore } = await import('../shared/findings-text.ts');
  const { summary, files } = await summarize(changes, [], []);
  const { blueprint, environments, components } = built.plan;
  const data = {
    root,
    dryRun: true,
    blueprint,
    environments,
    components: components.map(({ name }) => name),
    summary,
    changes: files.map(fileJson),
  };
  printEnvelope(terminal, { data, findings: findingsBefore(built.findings, 'option') });
}
