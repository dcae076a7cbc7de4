import type { CheckReport } from '../../checks/check.ts';
import type { LimitRow } from '../../checks/limits.ts';
import { amount, limitNames, origin } from '../../checks/words.ts';
import type { State } from '../../../avm-catalog/constitution/state.ts';
import type { Spec } from '../../resolve/spec.ts';
import { stateText, tallyStates, whyText } from '../../resolve/state-text.ts';
import { ruleStates, type RuleState } from '../../resolve/states.ts';
import { findingJson, findingLines, tally } from '../shared/findings-text.ts';
import type { CheckedReport } from './checking.ts';
import { table } from '../shared/table.ts';
import type { Paint } from '../shared/terminal.ts';
import { tool } from '../shared/version.ts';

const did: Readonly<Record<CheckReport['depth'], string>> = {
  interface: 'Answers, plan and module interfaces',
  module: 'Answers, plan and the compiler',
  snapshot: 'Answers, plan, the compiler and what would be deployed',
};

/** A report for people: findings by file, states of rules, limits, and one line that says how it stands. */
export function checkLines(report: CheckReport, spec: Spec, paint: Paint): readonly string[] {
  const parts = [findingLines(report.findings, paint), ruleLines(ruleStates(spec, report), report, paint)];
  const told = [...parts, limitLines(report.limits, paint)].filter((one) => one.length > 0);
  return [...told.flatMap((one) => [...one, '']), verdict(report, paint)];
}

/** How many rules have which state; each that is not Compliant with the reason, where that is not the depth of the check. */
function ruleLines(rules: readonly RuleState[], { depth }: CheckReport, paint: Paint): readonly string[] {
  if (rules.length === 0) return [];
  const asked: readonly State[] = depth === 'snapshot' ? ['Compliant'] : ['Compliant', 'Not evaluated'];
  const open = rules.filter(({ state }) => !asked.includes(state));
  return [
    paint('bold', `Rules: ${tallyStates(rules)}`),
    ...table(open.map((one) => [one.rule.definition.id, stateText(one), whyText(one)])),
  ];
}

export function verdict({ findings, depth, environments, source, compiler }: CheckReport, paint: Paint): string {
  const about = `${did[depth]} of ${environments.join(', ')}`;
  const by = compiler === undefined ? '' : paint('dim', ` (Bicep ${compiler.version}, modules from ${origin(source)})`);
  if (findings.some(({ severity }) => severity === 'error'))
    return `${paint('red', '✗')} ${tally(findings)}: ${lower(about)}${by}`;
  const rest = tally(findings);
  return `${paint('green', '✓')} Passed${rest === '' ? '' : ` with ${rest}`}: ${lower(about)}${by}`;
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

/** What was evaluated with what, and how each rule stands. */
export function checkEvidence(report: CheckedReport, spec: Spec) {
  const { basis, depth, environments, source, compiler } = report;
  return {
    tool,
    ...basis,
    depth,
    environments,
    compiler: compiler ?? null,
    modules: source ?? null,
    rules: ruleStates(spec, report).map(stateJson),
  };
}

/** A report for machines; of a snapshot how many resources it has. */
export function checkJson(report: CheckedReport, spec: Spec) {
  const { findings, limits, snapshots } = report;
  return {
    ok: !findings.some(({ severity }) => severity === 'error'),
    ...checkEvidence(report, spec),
    findings: findings.map(findingJson),
    limits,
    snapshots: snapshots.map(({ environment, resources }) => ({ environment, resources: resources.length })),
  };
}

/** A rule with its state in each environment, for machines. */
export function stateJson({ rule: { definition, level }, state, environments }: RuleState) {
  return {
    id: definition.id,
    level,
    state,
    environments: Object.fromEntries(
      environments.map(({ environment, state: here, why, settings = null, evaluated }) => [
        environment,
        { state: here, why, settings, resources: evaluated.length },
      ]),
    ),
  };
}
