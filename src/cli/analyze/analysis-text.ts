import { passes, weights, type Analysis, type Pass } from '../../analysis/analysis.ts';
import { isFailed } from '../../analysis/analyze.ts';
import { counted, findingLines, tally } from '../shared/findings-text.ts';
import { table } from '../shared/table.ts';
import type { Paint } from '../shared/terminal.ts';

/** Findings beyond these are counted, and listed by `--json`. */
const shown = 50;

interface Telling {
  /** The number of files that are out of date. */
  readonly stale: number;
  readonly paint: Paint;
}

/** The result as text: findings by file, results of each pass, coverage of requirements, and next actions. */
export function analysisLines(analysis: Analysis, { stale, paint }: Telling): readonly string[] {
  const { findings } = analysis;
  const first = findings.toSorted((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight)).slice(0, shown);
  const listed = findingLines(first, paint, { more: ({ weight, id }) => `(${weight} ${id})` });
  const more = findings.length - first.length;
  return [
    ...listed,
    ...(more > 0 ? [paint('dim', `… and ${more} more, which --json lists`)] : []),
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
    `${counted(requirements, 'requirement or criterion', 'requirements and criteria')}, ${share}% with a task`,
    counted(tasks, 'task'),
    counted(ambiguities, 'ambiguity', 'ambiguities'),
    counted(duplications, 'duplication'),
    `${critical} critical`,
  ].join('; ');
}

function verdict(analysis: Analysis, paint: Paint): string {
  const rest = tally(analysis.findings);
  if (isFailed(analysis)) return `${paint('red', '✗')} Failed with ${rest} in ${counted(analysis.read.length, 'file')}`;
  return `${paint('green', '✓')} Passed${rest === '' ? '' : ` with ${rest}`}: ${counted(analysis.read.length, 'file')}`;
}

function nextActions(analysis: Analysis, stale: number): readonly string[] {
  return [
    ...(stale > 0
      ? [`${counted(stale, 'file')} ${stale === 1 ? 'is' : 'are'} out of date. First, run: avm render`]
      : []),
    ...(isFailed(analysis) ? ['Before you deploy, resolve the findings that are critical or high.'] : []),
  ];
}

/** The result as JSON, but for the findings. */
export function analysisJson({ coverage, metrics, read }: Analysis): object {
  return { coverage, metrics, read };
}
