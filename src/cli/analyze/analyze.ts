import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import { analyze, isFailed } from '../../analysis/analyze.ts';
import { servedBy } from '../../files/documents/analysis.ts';
import { compareWorkspace, type Change } from '../../workspace/compare.ts';
import { readManifest } from '../../workspace/manifest.ts';
import { analysisJson, analysisLines } from './analysis-text.ts';
import { readTextFile, readWritten } from '../shared/answers-text.ts';
import { printEnvelope } from '../shared/envelope.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { findingJson } from '../shared/findings-text.ts';
import { refuseBoth, writeSarif, type SarifTarget } from '../shared/sarif-text.ts';
import { humansOnErr, type Terminal } from '../shared/terminal.ts';
import { findWorkspace } from '../shared/find-workspace.ts';
import { buildWorkspace } from '../shared/workspace.ts';

interface AnalyzeOptions {
  readonly sarif?: SarifTarget;
  readonly json?: boolean;
}

export async function runAnalyze(options: AnalyzeOptions, terminal: Terminal): Promise<ExitCode> {
  refuseBoth(options);
  const root = findWorkspace(terminal);
  const { plan, spec, files, findings } = await buildWorkspace(
    readTextFile(join(root, 'avm.yaml'), 'avm.yaml'),
    loadCatalog(),
    { root },
  );
  const changes = compareWorkspace(root, files, readManifest(root));
  refuseOtherEncodings(root, changes);
  const found = analyze({
    plan,
    spec,
    findings,
    texts: new Map(changes.flatMap(onDisk)),
    expected: new Map(files.map(({ path, text }) => [path, text])),
    served: servedBy(files),
    exists: (path) => existsSync(join(root, path)),
  });
  const { json, sarif } = options;
  if (sarif !== undefined) await writeSarif(found.findings, sarif, terminal);
  const { out, paint } = json || sarif === true ? humansOnErr(terminal) : terminal;
  const stale = changes.filter(({ kind }) => kind === 'update').length;
  const exitCode = isFailed(found) ? exit.failed : exit.clean;
  const next = stale > 0 ? ['avm render'] : [];
  if (json)
    printEnvelope(terminal, { data: analysisJson(found), findings: found.findings.map(findingJson), next, exitCode });
  else for (const line of analysisLines(found, { stale, paint })) out(line);
  return exitCode;
}

/** A document that an editor saved in another encoding would have a finding for each of its lines. */
function refuseOtherEncodings(root: string, changes: readonly Change[]): void {
  for (const { path, before = '' } of changes) if (/[\0\uFFFD]/.test(before)) readWritten(join(root, path), path);
}

/** The text on disk, if the file exists. */
function onDisk({ path, kind, text, before }: Change): readonly (readonly [string, string])[] {
  const now = kind === 'unchanged' ? text : before;
  return now === undefined ? [] : [[path, now]];
}
