import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import { analyze, isFailed } from '../../analysis/analyze.ts';
import { servedBy } from '../../files/documents/analysis.ts';
import { compareWorkspace, type Change } from '../../workspace/compare.ts';
import { readManifest } from '../../workspace/manifest.ts';
import { analysisJson, analysisLines } from './analysis-text.ts';
import { readTextFile } from '../shared/answers-text.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { refuseBoth, writeSarif, type SarifTarget } from '../shared/sarif-text.ts';
import { humansOnErr, type Terminal } from '../shared/terminal.ts';
import { buildText, findWorkspace } from '../shared/workspace.ts';
import { jsonText } from '../../findings/characters.ts';

interface AnalyzeOptions {
  readonly sarif?: SarifTarget;
  readonly json?: boolean;
}

export async function runAnalyze(options: AnalyzeOptions, terminal: Terminal): Promise<ExitCode> {
  refuseBoth(options);
  const root = findWorkspace(terminal.cwd);
  const { plan, spec, files, findings } = await buildText(
    readTextFile(join(root, 'avm.yaml'), 'avm.yaml'),
    loadCatalog(),
  );
  const changes = compareWorkspace(root, files, readManifest(root));
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
  if (json) terminal.out(jsonText(analysisJson(found)));
  else for (const line of analysisLines(found, { stale, paint })) out(line);
  return isFailed(found) ? exit.failed : exit.clean;
}

/** What stands on disk, where something does. */
function onDisk({ path, kind, text, before }: Change): readonly (readonly [string, string])[] {
  const now = kind === 'unchanged' ? text : before;
  return now === undefined ? [] : [[path, now]];
}
