import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { hasError } from '../../findings/finding.ts';
import { reportHtml, reportMark } from '../../report/report.ts';
import { own, pathsInside } from '../../workspace/paths.ts';
import { lookAtPlace, placeFile } from '../../workspace/place.ts';
import { checkJson, checkLines } from '../check/check-text.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { Failure, UsageFailure } from '../shared/failure.ts';
import { humansOnErr, type Terminal } from '../shared/terminal.ts';
import { tool } from '../shared/version.ts';
import { findWorkspace, insideOf } from '../shared/workspace.ts';
import { examine, type Examining } from '../check/check.ts';
import { jsonText } from '../../findings/characters.ts';

interface ReportOptions extends Examining {
  readonly output: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** The report is written whatever was found; the exit code is that of the check. */
export async function runReport(options: ReportOptions, terminal: Terminal): Promise<ExitCode> {
  const { output, force = false, json } = options;
  const target = placeFor(output, findWorkspace(terminal.cwd), terminal.cwd);
  refuseOccupied(target, output, force);
  const { built, report } = await examine(options, terminal);
  if (built.files.some(({ path }) => path.toLowerCase() === target.inside)) throw generated(output);
  const text = reportHtml({ ...built, check: report, tool, basis: report.basis });
  refuseOccupied(target, output, force);
  placeFile(target.full, output, text);
  const { out, paint } = json ? humansOnErr(terminal) : terminal;
  if (json) terminal.out(jsonText({ ...checkJson(report, built.spec), report: target.full }));
  else for (const line of checkLines(report, built.spec, paint)) out(line);
  const told = isAbsolute(output) ? output : relative(terminal.cwd, target.full);
  out(`${paint('green', '✓')} ${told} holds the report (${size(text)})`);
  return hasError(report.findings) ? exit.failed : exit.clean;
}

interface Target {
  readonly full: string;
  /** Path inside the workspace, in lower case; begins with `..` where it is outside. */
  readonly inside: string;
}

/** Where the report goes; inside the workspace no link may lead it out, and nothing of the tool's own is touched. */
function placeFor(output: string, root: string, cwd: string): Target {
  const full = resolve(cwd, output);
  const folder = existsSync(dirname(full)) ? realpathSync(dirname(full)) : dirname(full);
  const [lexical = ''] = insideOf(root, cwd, [output]);
  if (!lexical.startsWith('..')) pathsInside(root)(lexical);
  const inside = relative(realpathSync(root), join(folder, relative(dirname(full), full)))
    .replaceAll('\\', '/')
    .toLowerCase();
  if (inside === own.folder || inside.startsWith(`${own.folder}/`) || inside.startsWith('.git/'))
    throw generated(output);
  return { full, inside };
}

function refuseOccupied({ full }: Target, output: string, force: boolean): void {
  if (lookAtPlace(full, output, reportMark) !== 'foreign' || force) return;
  throw new Failure({
    code: 'report-occupied',
    what: `${output} is there, and is no report.`,
    where: output,
    remedy: 'Name another file with --output, or write over it with --force. Nothing was written.',
  });
}

function generated(output: string): UsageFailure {
  return new UsageFailure(`${output} is part of the workspace.`, 'Name another file with --output.');
}

function size(text: string): string {
  return `${Math.ceil(Buffer.byteLength(text) / 1024)} KiB`;
}
