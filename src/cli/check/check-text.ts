import type { CheckReport } from '../../checks/check.ts';
import { predicts, type Depth } from '../../checks/depth.ts';
import type { LimitRow } from '../../checks/limits.ts';
import { amount, limitNames, origin } from '../../checks/words.ts';
import type { TimingRow } from '../../checks/order/timing.ts';
import { lastPart } from '../../../avm-catalog/azure/resource-ids.ts';
import { timing } from '../../../avm-catalog/azure/timing.ts';
import type { State } from '../../../avm-catalog/constitution/state.ts';
import type { Spec } from '../../resolve/spec.ts';
import { stateText, tallyStates, whyText } from '../../resolve/state-text.ts';
import { ruleStates, type RuleState } from '../../resolve/states.ts';
import { findingLines, tally } from '../shared/findings-text.ts';
import type { CheckedReport } from './checking.ts';
import { costJson, costLines } from './cost-text.ts';
import { table } from '../shared/table.ts';
import type { Paint } from '../shared/terminal.ts';
import { tool } from '../../files/tool.ts';

const did: Readonly<Record<Depth, string>> = {
  interface: 'settings, plan, and module interfaces',
  module: 'settings, plan, and compilation',
  snapshot: 'settings, plan, compilation, and predicted resources',
  types: 'settings, plan, compilation, predicted resources, and their types',
  order: 'settings, plan, compilation, predicted resources, their types, and their order',
};

/** The result as text: findings by file, states of rules, limits, timing, and the verdict. */
export function checkLines(report: CheckReport, spec: Spec, paint: Paint): readonly string[] {
  const parts = [findingLines(report.findings, paint), ruleLines(ruleStates(spec, report), report, paint)];
  const told = [
    ...parts,
    limitLines(report.limits, paint),
    costLines(report, paint),
    timingLines(report.timing, paint),
  ].filter((one) => one.length > 0);
  return [...told.flatMap((one) => [...one, '']), verdict(report, paint)];
}

/** The level that the run reached: an error can end it before. */
function reached({ depth, compiler, snapshots }: CheckReport): Depth {
  if (compiler === undefined) return 'interface';
  return predicts(depth) && snapshots.length === 0 ? 'module' : depth;
}

/** The number of rules by state; those that are not Compliant have a reason, unless it is the validation level. */
function ruleLines(rules: readonly RuleState[], report: CheckReport, paint: Paint): readonly string[] {
  if (rules.length === 0) return [];
  const asked: readonly State[] = predicts(reached(report)) ? ['Compliant'] : ['Compliant', 'Not evaluated'];
  const open = rules.filter(({ state }) => !asked.includes(state));
  return [
    paint('bold', `Rules: ${tallyStates(rules)}`),
    ...table(open.map((one) => [one.rule.definition.id, stateText(one), whyText(one)])),
  ];
}

export function verdict(report: CheckReport, paint: Paint): string {
  const { findings, environments, source, compiler } = report;
  const about = `${did[reached(report)]} of ${environments.join(', ')}`;
  const by = compiler === undefined ? '' : paint('dim', ` (Bicep ${compiler.version}, modules from ${origin(source)})`);
  if (findings.some(({ severity }) => severity === 'error'))
    return `${paint('red', '✗')} Failed with ${tally(findings)}: ${about}${by}`;
  const rest = tally(findings);
  return `${paint('green', '✓')} Passed${rest === '' ? '' : ` with ${rest}`}: ${about}${by}`;
}

/** Limits of Azure Resource Manager, with the use of each and the largest contributors. */
function limitLines(rows: readonly LimitRow[], paint: Paint): readonly string[] {
  if (rows.length === 0) return [];
  const cells = rows.map(
    (row) =>
      [
        limitNames[row.limit],
        amount(row.used, row.unit),
        amount(row.allowed, row.unit),
        `${row.percent.toFixed(1)}%`,
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

/** Where an effect of time can strike, by effect, and what the workspace does about it. */
function timingLines(rows: readonly TimingRow[], paint: Paint): readonly string[] {
  const effects = [...new Set(rows.map(({ effect }) => effect))];
  if (effects.length === 0) return [];
  return [
    paint('bold', 'Timing: only a deployment shows whether these are late'),
    ...effects.flatMap((effect) => {
      const { what, takes, handled } = timing[effect];
      const cells = rows.filter((row) => row.effect === effect).map((row) => [lastPart(row.resource), row.environment]);
      return [`  ${what} (${takes}). ${handled}`, ...new Set(table(cells).map((line) => `  ${line}`))];
    }),
  ];
}

function most({ most: contributors, unit }: LimitRow): string {
  const named = contributors.filter(({ name }) => name !== '').slice(0, 2);
  return named.map(({ name, size }) => `${name} ${amount(size, unit)}`).join(', ');
}

/** The evidence of a check as a document has it that doesn’t name the tool otherwise. */
export function checkEvidence(report: CheckedReport, spec: Spec) {
  return { tool, ...evidenceJson(report, spec) };
}

/** What a check depends on, and the state of each rule. */
function evidenceJson(report: CheckedReport, spec: Spec) {
  const { basis, depth, environments, source, compiler } = report;
  return {
    ...basis,
    depth,
    environments,
    compiler: compiler ?? null,
    modules: source ?? null,
    rules: ruleStates(spec, report).map(stateJson),
  };
}

/** The result as JSON, but for the findings; a snapshot has its number of resources. */
export function checkJson(report: CheckedReport, spec: Spec) {
  const { limits, snapshots, timing: rows } = report;
  return {
    ...evidenceJson(report, spec),
    limits,
    snapshots: snapshots.map(({ environment, resources }) => ({ environment, resources: resources.length })),
    cost: costJson(report),
    timing: rows.map((row) => ({ ...row, ...timing[row.effect] })),
  };
}

/** A rule with its state in each environment, as JSON. */
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
