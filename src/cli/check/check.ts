import { join } from 'node:path';
import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import type { Depth } from '../../checks/check.ts';
import { hasError } from '../../findings/finding.ts';
import { nearest } from '../../findings/nearest.ts';
import { withLock } from '../../workspace/lock.ts';
import { isInterrupted, recoverWorkspace } from '../../workspace/recover.ts';
import { readTextFile } from '../shared/answers-text.ts';
import { tellRecovery } from '../shared/changes-text.ts';
import { check, modulesFrom, type CheckedReport } from './checking.ts';
import { checkEvidence, checkJson, checkLines } from './check-text.ts';
import { driftFindings, ofEdits } from '../shared/drift.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { UsageFailure } from '../shared/failure.ts';
import { refuseBoth, writeSarif } from '../shared/sarif-text.ts';
import { humansOnErr, type Terminal } from '../shared/terminal.ts';
import { todayOf } from '../shared/today.ts';
import { buildText, findWorkspace, type Built } from '../shared/workspace.ts';
import { jsonText } from '../../findings/characters.ts';

/** What is checked, and how deep. */
export interface Examining {
  readonly env?: readonly string[];
  readonly depth: Depth;
  readonly modules?: string;
  /** YYYY-MM-DD */
  readonly today?: string;
}

interface CheckOptions extends Examining {
  /** True for standard output, or a file. */
  readonly sarif?: true | string;
  readonly json?: boolean;
}

interface Examined {
  readonly root: string;
  readonly built: Built;
  readonly report: CheckedReport;
}

export async function runCheck(options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  refuseBoth(options);
  return tell(await examine(options, terminal), options, terminal);
}

/** Checks the workspace one is in; findings of files that differ from the answers come first. */
export async function examine(options: Examining, terminal: Terminal): Promise<Examined> {
  const today = todayOf(options.today);
  const root = findWorkspace(terminal.cwd);
  if (isInterrupted(root)) tellRecovery(await withLock(root, () => recoverWorkspace(root)), terminal);
  const catalog = loadCatalog();
  const built = await buildText(readTextFile(join(root, 'avm.yaml'), 'avm.yaml'), catalog);
  const environments = chosen(options.env ?? [], built.plan.environments);
  const drift = driftFindings(root, built);
  const modules = modulesFrom(options.modules, terminal.cwd);
  const report = await check({ root, built, catalog, environments, depth: options.depth, modules, today }, terminal);
  return { root, built, report: { ...report, findings: [...drift, ...ofEdits(report.findings, drift)] } };
}

async function tell(
  { report, built: { spec } }: Examined,
  { json, sarif }: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { out, paint } = json || sarif === true ? humansOnErr(terminal) : terminal;
  if (sarif !== undefined) await writeSarif(report.findings, sarif, terminal, checkEvidence(report, spec));
  if (json) terminal.out(jsonText(checkJson(report, spec)));
  else for (const line of checkLines(report, spec, paint)) out(line);
  return hasError(report.findings) ? exit.failed : exit.clean;
}

function chosen(named: readonly string[], known: readonly string[]): readonly string[] {
  for (const one of named) {
    if (known.includes(one)) continue;
    const near = nearest(one, known);
    throw new UsageFailure(
      `There is no environment "${one}".`,
      near ? `Did you mean ${near}?` : `There are ${known.join(', ')}.`,
    );
  }
  return named.length === 0 ? known : known.filter((one) => named.includes(one));
}
