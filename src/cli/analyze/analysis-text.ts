import { passes, weights, type Analysis, type Pass } from '../../analysis/analysis.ts';
import { isFailed } from '../../analysis/analyze.ts';
import { counted, findingJson, findingLines, tally } from '../shared/findings-text.ts';
import { table } from '../shared/table.ts';
import type { Paint } from '../shared/terminal.ts';

/** Findings beyond these are counted, and listed by `--json`. */
const shown = 50;

interface Telling {
  /** Files that avm.yaml has moved on from. */
  readonly stale: number;
  readonly paint: Paint;
}

/** A report for people: findings by file, what each pass found, what covers each requirement, and what to do. */
export function analysisLines(analysis: Analysis, { stale, paint }: Telling): readonly string[] {
  const { findings } = analysis;
  const first = findings.toSorted((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight)).slice(0, shown);
  const listed = findingLines(first, paint, ({ weight, id }) => `${weight} ${id}`);
  const more = findings.length - first.length;
  return [
    ...listed,
    ...(more > 0 ? [paint('dim', `… and ${more} more; --json lists all.`)] : []),
    ...(listed.length > 0 ? [''] : []),
    paint('bold', 'Passes'),
    ...table(passRows(analysis)),
    '',
    paint('bold', 'Coverage'),
    ...table(analysis.coverage.map(({ id, tasks }) => [id, tasks.length === 0 ? 'no task' : tasks.join(', ')])),
    '',
    metricsLine(analysis),
    verdict(analysis, paint),
    ...nextActions(analysis, stale).map((line) => `  ${paint('green', '→')} ${line}`),
  ];
}

function passRows({ findings }: Analysis): readonly (readonly string[])[] {
  const count = (pass: Pass, weight: string): string =>
    String(findings.filter((one) => one.pass === pass && one.weight === weight).length);
  return [
    ['', ...weights.map((weight) => weight.toLowerCase())],
    ...(Object.keys(passes) as Pass[]).map((pass) => [
      `${passes[pass]} ${pass}`,
      ...weights.map((weight) => count(pass, weight)),
    ]),
  ];
}

function metricsLine({
  metrics: { requirements, tasks, covered, ambiguities, duplications, critical },
}: Analysis): string {
  const share = requirements === 0 ? 100 : Math.floor((100 * covered) / requirements);
  return [
    `${counted(requirements, 'requirement or criterion', 'requirements and criteria')}, ${share} % with a task`,
    counted(tasks, 'task'),
    counted(ambiguities, 'ambiguity', 'ambiguities'),
    counted(duplications, 'duplication'),
    `${critical} critical`,
  ].join('; ');
}

function verdict(analysis: Analysis, paint: Paint): string {
  const rest = tally(analysis.findings);
  if (isFailed(analysis)) return `${paint('red', '✗')} ${rest} in ${counted(analysis.read.length, 'file')}`;
  return `${paint('green', '✓')} ${counted(analysis.read.length, 'file')} agree${rest === '' ? '' : `, with ${rest}`}`;
}

function nextActions(analysis: Analysis, stale: number): readonly string[] {
  return [
    ...(stale > 0 ? [`avm.yaml has changed since ${counted(stale, 'file')} were written: run avm render first.`] : []),
    ...(isFailed(analysis) ? ['Resolve what is critical or high before anything is deployed.'] : []),
  ];
}

/** A report for machines. */
export function analysisJson(analysis: Analysis): object {
  const { findings, coverage, metrics, read } = analysis;
  return { ok: !isFailed(analysis), findings: findings.map(findingJson), coverage, metrics, read };
}
