import { resourceGroupName } from '../../plan/names.ts';
import { join, relative } from 'node:path';
import type { Change } from '../../workspace/compare.ts';
import { tellDryRun, tellRecovery } from '../shared/changes-text.ts';
import type { CreateOptions, Creation } from './creation.ts';
import type { CreatedCheck } from './create-check.ts';
import type { GitState } from './git.ts';
import { commandsOf, shellWord, type Commands } from './started-by.ts';
import { humansOnErr, type Terminal } from '../shared/terminal.ts';
import type { Built } from '../shared/workspace.ts';
import { jsonText } from '../../findings/characters.ts';
import { gettingBicep } from '../../findings/messages/checks.ts';

interface Created extends Creation {
  readonly built: Built;
  readonly git: GitState | undefined;
  readonly checked: CreatedCheck | undefined;
}

/** What was made, how the check went, and where to go from here. */
export async function tellCreated(created: Created, options: CreateOptions, terminal: Terminal): Promise<void> {
  const people = options.json ? humansOnErr(terminal) : terminal;
  const { built, given, recovered } = created;
  tellRecovery(recovered, people);
  tellDefaults(given.defaults, people);
  await tellFindings(created, people);
  const { out, paint } = people;
  const steps = nextSteps(created, terminal);
  out(
    `${paint('green', '✓')} ${paint('bold', built.spec.workload.name)}: ${built.files.length} files in ${place(created, terminal)}${created.git === 'made' ? ', with a Git repository' : ''}`,
  );
  out(
    `  ${built.plan.components.length} components of ${built.plan.blueprint}, for ${built.plan.environments.join(', ')}`,
  );
  await tellCheck(created, people);
  out();
  out('Next:');
  for (const step of steps.next) out(`  ${paint('cyan', step)}`);
  out();
  out(`${paint('dim', 'The same again, with nothing asked:')} ${steps.repeat}`);
  if (options.json) terminal.out(jsonText(await document(created, steps)));
}

function tellDefaults(defaults: readonly string[], { err, paintErr }: Terminal): void {
  if (defaults.length === 0) return;
  err(paintErr('dim', 'Not asked; these defaults were taken, and --set changes them:'));
  err(paintErr('dim', `  ${defaults.join('  ')}`));
}

/** Warnings of the plan, or all that the check found. */
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
    out(`  There is no Bicep compiler here, so nothing was compiled; ${compilerCommand(checked, avm)} gets one.`);
  if (checked.without === 'registry')
    out(
      `  The modules cannot be fetched here, so it was compiled against their interfaces; ${avm('check')} does it whole.`,
    );
}

/** The command that gets a compiler on this machine. */
export function compilerCommand({ getting }: Pick<CreatedCheck, 'getting'>, avm: Commands['avm']): string {
  const own = avm('doctor --install');
  return getting ? gettingBicep(getting, own) : own;
}

interface Steps {
  readonly next: readonly string[];
  readonly repeat: string;
}

function nextSteps({ root, built, checked }: Created, { cwd, env }: Terminal): Steps {
  const { avm, create } = commandsOf(env);
  const folder = relative(cwd, root);
  const { defaultEnvironment, environments } = built.plan;
  const view = built.spec.views.find((one) => one.environment === defaultEnvironment);
  const group = view ? resourceGroupName(built.spec, view) : '';
  const another = environments.length > 1 ? avm('check') : avm('check --depth snapshot');
  return {
    next: [
      ...(folder === '' ? [] : [`cd ${shellWord(folder)}`]),
      ...(built.isOpen ? [avm('clarify')] : []),
      checked?.without === 'compiler' ? compilerCommand(checked, avm) : another,
      `az deployment group what-if --resource-group ${group} --parameters main.${defaultEnvironment}.bicepparam`,
      ...(folder === '' ? [avm('add')] : []),
    ],
    repeat: create(`another-folder --answers ${shellWord(join(folder, 'avm.yaml'))}`),
  };
}

function place({ root }: Creation, { cwd }: Terminal): string {
  return relative(cwd, root) || 'this folder';
}

async function document({ root, built, git, checked, given, recovered }: Created, steps: Steps): Promise<object> {
  const [{ checkJson }, { findingJson }] = await Promise.all([
    import('../check/check-text.ts'),
    import('../shared/findings-text.ts'),
  ]);
  return {
    ok: !checked?.failed,
    root,
    blueprint: built.plan.blueprint,
    environments: built.plan.environments,
    components: built.plan.components.map(({ name }) => name),
    files: built.files.map(({ path }) => path),
    defaults: given.defaults,
    findings: built.findings.map(findingJson),
    git: git ?? null,
    recovered: recovered?.kind ?? null,
    check: checked ? { ...checkJson(checked.report, built.spec), without: checked.without ?? null } : null,
    ...steps,
  };
}

/** What a dry run would make. */
export async function tellPlanned(
  built: Built,
  changes: readonly Change[],
  { json }: CreateOptions,
  terminal: Terminal,
): Promise<void> {
  if (!json) return tellDryRun(changes, terminal);
  const files = changes.filter(({ kind }) => kind !== 'unchanged').map(({ path, kind }) => ({ path, kind }));
  const { findingJson } = await import('../shared/findings-text.ts');
  terminal.out(
    jsonText({
      ok: true,
      dryRun: true,
      blueprint: built.plan.blueprint,
      environments: built.plan.environments,
      components: built.plan.components.map(({ name }) => name),
      changes: files,
      findings: built.findings.map(findingJson),
    }),
  );
}
