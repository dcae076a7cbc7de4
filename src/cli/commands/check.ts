import { join, resolve } from 'node:path';
import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import type { CheckReport, Depth } from '../../checks/check.ts';
import { hasError } from '../../findings/finding.ts';
import { nearest } from '../../findings/nearest.ts';
import { withLock } from '../../workspace/lock.ts';
import { isInterrupted, recoverWorkspace } from '../../workspace/recover.ts';
import { readTextFile } from '../answers-text.ts';
import { tellRecovery } from '../changes-text.ts';
import { check, modulesFrom } from '../checking.ts';
import { checkJson, checkLines } from '../check-text.ts';
import { driftFindings } from '../drift.ts';
import { exit, type ExitCode } from '../exit.ts';
import { UsageFailure } from '../failure.ts';
import { humansOnErr, type Terminal } from '../terminal.ts';
import { todayOf } from '../today.ts';
import { version } from '../version.ts';
import { buildText, findWorkspace } from '../workspace.ts';

export interface CheckOptions {
  readonly env?: readonly string[];
  readonly depth: Depth;
  readonly modules?: string;
  /** True for standard output, or a file. */
  readonly sarif?: true | string;
  readonly json?: boolean;
  /** YYYY-MM-DD */
  readonly today?: string;
}

export async function runCheck(options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.json && options.sarif === true)
    throw new UsageFailure('--json and --sarif both print to standard output.', 'Give --sarif a file.');
  const today = todayOf(options);
  const root = findWorkspace(terminal.cwd);
  if (isInterrupted(root)) tellRecovery(await withLock(root, () => recoverWorkspace(root)), terminal);
  const catalog = loadCatalog();
  const built = await buildText(readTextFile(join(root, 'avm.yaml'), 'avm.yaml'), catalog);
  const environments = chosen(options.env ?? [], built.plan.environments);
  const drift = driftFindings(root, built);
  const modules = modulesFrom(options.modules, terminal.cwd);
  const report = await check({ root, built, catalog, environments, depth: options.depth, modules, today }, terminal);
  return tell({ ...report, findings: [...drift, ...report.findings] }, options, terminal);
}

async function tell(report: CheckReport, { json, sarif }: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const { out, paint } = json || sarif === true ? humansOnErr(terminal) : terminal;
  if (sarif !== undefined) await writeSarif(report, sarif, terminal);
  if (json) terminal.out(JSON.stringify(checkJson(report), null, 2));
  else for (const line of checkLines(report, paint)) out(line);
  return hasError(report.findings) ? exit.failed : exit.clean;
}

async function writeSarif({ findings }: CheckReport, target: true | string, terminal: Terminal): Promise<void> {
  const [{ toSarif }, { describe }] = await Promise.all([
    import('../../checks/sarif.ts'),
    import('../../findings/describe.ts'),
  ]);
  const log = toSarif(findings, {
    toolVersion: version,
    describe: (finding) => {
      const { message, remedy } = describe(finding);
      return [message, remedy]
        .filter(Boolean)
        .join('. ')
        .replaceAll(/([.!?])\. /g, '$1 ');
    },
  });
  const text = JSON.stringify(log, null, 2);
  if (target === true) return terminal.out(text);
  const { outputFile } = (await import('fs-extra')).default;
  await outputFile(resolve(terminal.cwd, target), `${text}\n`);
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
