import { join } from 'node:path';
import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import type { Depth } from '../../checks/depth.ts';
import { hasError } from '../../findings/finding.ts';
import { nearest } from '../../findings/nearest.ts';
import { withLock } from '../../workspace/lock.ts';
import { readManifest } from '../../workspace/manifest.ts';
import { isInterrupted, recoverWorkspace } from '../../workspace/recover.ts';
import { readTextFile } from '../shared/answers-text.ts';
import { tellRecovery } from '../shared/recovery-text.ts';
import { check, modulesFrom, type CheckedReport } from './checking.ts';
import { checkEvidence, checkJson, checkLines } from './check-text.ts';
import { driftFindings, inBrief, ofEdits } from '../shared/drift.ts';
import { printEnvelope } from '../shared/envelope.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { UsageFailure } from '../shared/failure.ts';
import { findingJson } from '../shared/findings-text.ts';
import { writeJunit } from '../shared/junit-text.ts';
import { refuseBoth, writeSarif } from '../shared/sarif-text.ts';
import { humansOnErr, type Terminal } from '../shared/terminal.ts';
import { todayOf } from '../shared/today.ts';
import { findWorkspace } from '../shared/find-workspace.ts';
import { buildWorkspace, olderFindings, type Built } from '../shared/workspace.ts';

/** The scope and validation level of a check. */
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
  /** A file. */
  readonly junit?: string;
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

/** Checks the current workspace; findings about files that differ from avm.yaml come first. */
export async function examine(options: Examining, terminal: Terminal): Promise<Examined> {
  const today = todayOf(options.today);
  const root = findWorkspace(terminal);
  if (isInterrupted(root)) tellRecovery(await withLock(root, () => recoverWorkspace(root)), terminal);
  const catalog = loadCatalog();
  const modules = modulesFrom(options.modules, terminal.cwd);
  const built = await buildWorkspace(readTextFile(join(root, 'avm.yaml'), 'avm.yaml'), catalog, { root, modules });
  const environments = chosen(options.env ?? [], built.plan.environments);
  const drift = driftFindings(root, built);
  const report = await check({ root, built, catalog, environments, depth: options.depth, modules, today }, terminal);
  return {
    root,
    built,
    report: {
      ...report,
      findings: [...olderFindings(readManifest(root)), ...inBrief(drift), ...ofEdits(report.findings, drift)],
    },
  };
}

async function tell(
  { report, built: { spec } }: Examined,
  { json, sarif, junit }: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { out, paint } = json || sarif === true ? humansOnErr(terminal) : terminal;
  if (sarif !== undefined) await writeSarif(report.findings, sarif, terminal, checkEvidence(report, spec), spec.rules);
  if (junit !== undefined) await writeJunit(report, spec, junit, terminal);
  const exitCode = hasError(report.findings) ? exit.failed : exit.clean;
  if (json)
    printEnvelope(terminal, { data: checkJson(report, spec), findings: report.findings.map(findingJson), exitCode });
  else for (const line of checkLines(report, spec, paint)) out(line);
  return exitCode;
}

function chosen(named: readonly string[], known: readonly string[]): readonly string[] {
  for (const one of named) {
    if (known.includes(one)) continue;
    const near = nearest(one, known);
    throw new UsageFailure(
      `There is no environment '${one}'.`,
      near ? `Did you mean ${near}?` : `Use ${known.join(', ')}.`,
    );
  }
  return named.length === 0 ? known : known.filter((one) => named.includes(one));
}
