import type { CheckReport } from '../checks/check.ts';
import type { LimitRow } from '../checks/limits.ts';
import { amount, limitNames, origin } from '../checks/words.ts';
import { findingJson, findingLines, tally } from './findings-text.ts';
import type { Paint } from './terminal.ts';

const did: Readonly<Record<CheckReport['depth'], string>> = {
  interface: 'Answers, plan and module interfaces',
  module: 'Answers, plan and the compiler',
  snapshot: 'Answers, plan, the compiler and what would be deployed',
};

/** A report for people: findings by file, limits, and one line that says how it stands. */
export function checkLines(report: CheckReport, paint: Paint): readonly string[] {
  const found = findingLines(report.findings, paint);
  const limits = limitLines(report.limits, paint);
  return [
    ...found,
    ...(found.length > 0 ? [''] : []),
    ...limits,
    ...(limits.length > 0 ? [''] : []),
    verdict(report, paint),
  ];
}

export function verdict({ findings, depth, environments, source, compiler }: CheckReport, paint: Paint): string {
  const about = `${did[depth]} of ${environments.join(', ')}`;
  const by = compiler === undefined ? '' : paint('dim', ` (Bicep ${compiler.version}, modules from ${origin(source)})`);
  if (findings.some(({ severity }) => severity === 'error'))
    return `${paint('red', '✗')} ${tally(findings)}: ${lower(about)}${by}`;
  const rest = tally(findings);
  return `${paint('green', '✓')} ${about} are clean${rest === '' ? '' : `, with ${rest}`}${by}`;
}

/** What Azure Resource Manager allows, how much of it is used, and by what the most. */
function limitLines(rows: readonly LimitRow[], paint: Paint): readonly string[] {
  if (rows.length === 0) return [];
  const cells = rows.map(
    (row) =>
      [
        limitNames[row.limit],
        amount(row.used, row.unit),
        amount(row.allowed, row.unit),
        `${row.percent.toFixed(1)} %`,
        most(row),
      ] as const,
  );
  const width = (index: 0 | 1 | 2 | 3): number => Math.max(...cells.map((cell) => cell[index].length));
  const line = ([name, used, allowed, percent, by]: (typeof cells)[number]): string =>
    `  ${name.padEnd(width(0))}  ${used.padStart(width(1))} of ${allowed.padStart(width(2))}  ${percent.padStart(width(3))}  ${by}`.trimEnd();
  return [
    paint('bold', 'Limits of Azure Resource Manager'),
    ...cells.map((cell, index) => ((rows[index]?.percent ?? 0) >= 80 ? paint('yellow', line(cell)) : line(cell))),
  ];
}

function most({ most: contributors, unit }: LimitRow): string {
  const named = contributors.filter(({ name }) => name !== '').slice(0, 2);
  return named.map(({ name, size }) => `${name} ${amount(size, unit)}`).join(', ');
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A report for machines; of a snapshot how many resources it has. */
export function checkJson({ depth, environments, findings, limits, snapshots, source, compiler }: CheckReport): object {
  return {
    ok: !findings.some(({ severity }) => severity === 'error'),
    depth,
    environments,
    compiler: compiler ?? null,
    modules: source ?? null,
    findings: findings.map(findingJson),
    limits,
    snapshots: snapshots.map(({ environment, resources }) => ({ environment, resources: resources.length })),
  };
}
