import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { hasError } from '../../findings/finding.ts';
import { reportHtml, reportMark } from '../../report/report.ts';
import { own, pathsInside } from '../../workspace/paths.ts';
import { lookAtPlace, placeFile } from '../../workspace/place.ts';
import { checkJson, checkLines } from '../check/check-text.ts';
import { printEnvelope } from '../shared/envelope.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { Failure, UsageFailure } from '../shared/failure.ts';
import { findingJson } from '../shared/findings-text.ts';
import { humansOnErr, type Terminal } from '../shared/terminal.ts';
import { tool } from '../../files/tool.ts';
import { findWorkspace } from '../shared/find-workspace.ts';
import { insideOf } from '../shared/workspace.ts';
import { examine, type Examining } from '../check/check.ts';

interface ReportOptions extends Examining {
  readonly output: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Writes the report also if the check fails; the exit code is that of the check. */
export async function runReport(options: ReportOptions, terminal: Terminal): Promise<ExitCode> {
  const { output, force = false, json } = options;
  const target = placeFor(output, findWorkspace(terminal), terminal.cwd);
  refuseOccupied(target, output, force);
  const { built, report } = await examine(options, terminal);
  if (built.files.some(({ path }) => path.toLowerCase() === target.inside)) throw generated(output);
  const text = reportHtml({ ...built, check: report, tool, basis: report.basis });
  refuseOccupied(target, output, force);
  placeFile(target.full, output, text);
  const { out, paint } = json ? humansOnErr(terminal) : terminal;
  const exitCode = hasError(report.findings) ? exit.failed : exit.clean;
  const data = { ...checkJson(report, built.spec), report: target.full };
  if (json) printEnvelope(terminal, { data, findings: report.findings.map(findingJson), exitCode });
  else for (const line of checkLines(report, built.spec, paint)) out(line);
  const told = isAbsolute(output) ? output : relative(terminal.cwd, target.full);
  out(`Report: ${told} (${size(text)})`);
  return exitCode;
}

interface Target {
  readonly full: string;
  /** Path inside the workspace, in lower case; begins with `..` where it is outside. */
  readonly inside: string;
}

/** The path of the report; inside the workspace it must not leave through a link or overwrite generated files. */
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
    what: `'${output}' exists, and is not a report.`,
    where: output,
    remedy: 'Nothing was written. Choose another file with --output, or overwrite it with --force.',
  });
}

function generated(output: string): UsageFailure {
  return new UsageFailure(`'${output}' is part of the workspace.`, 'Choose another file with --output.');
}

function size(text: string): string {
  return `${Math.ceil(Buffer.byteLength(text) / 1024)} KiB`;
}
