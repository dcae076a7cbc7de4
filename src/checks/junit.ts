import type { Finding } from '../findings/finding.ts';
import type { EnvironmentState, RuleState } from '../resolve/states.ts';
import { xmlText } from '../text/escape.ts';

type Describe = (finding: Finding) => string;

interface Case {
  readonly name: string;
  readonly group: string;
  /** An error; a test that is neither failed nor skipped has passed. */
  readonly failed?: string;
  readonly skipped?: string;
}

/**
 * A check as JUnit XML: a suite for each environment with a test for each rule that is on, and one for findings that are
 * about no rule. Passed is only what is compliant; what isn't an error and isn't compliant either is skipped, with its state.
 */
export function toJunit(states: readonly RuleState[], findings: readonly Finding[], describe: Describe): string {
  const environments = states[0]?.environments.map(({ environment }) => environment) ?? [];
  const rules = new Set(states.map(({ rule }) => rule.definition.id));
  const isAboutRule = ({ code, ids }: Finding): boolean =>
    /^(?:rule-(?:broken|waived)$|constitution\/)/.test(code) && ids.some((id) => rules.has(id));
  const others = findings.filter((one) => !isAboutRule(one));
  const suites = [
    ...environments.map((environment) => ({
      name: environment,
      cases: states.flatMap((state) =>
        state.environments
          .filter((one) => one.environment === environment)
          .map((one) => ruleCase(state, one, describe)),
      ),
    })),
    { name: 'workspace', cases: others.map((one, index) => findingCase(one, index, describe)) },
  ];
  const all = suites.flatMap(({ cases }) => cases);
  const lines = suites.flatMap(({ name, cases }) => suiteLines(name, cases));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="avm check"${counts(all)}>`,
    ...lines,
    '</testsuites>',
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function ruleCase({ rule }: RuleState, { state, why, findings }: EnvironmentState, describe: Describe): Case {
  const { id, title, category } = rule.definition;
  const about = { name: `${id}: ${title}`, group: category };
  if (state === 'Compliant') return about;
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (state === 'Noncompliant' && errors.length > 0) return { ...about, failed: errors.map(describe).join('; ') };
  return { ...about, skipped: [`${state}: ${why}`, ...findings.map(describe)].join('; ') };
}

function findingCase(finding: Finding, index: number, describe: Describe): Case {
  const about = { name: `${index + 1}: ${finding.code}`, group: finding.where.file ?? 'avm.yaml' };
  const text = describe(finding);
  return finding.severity === 'error'
    ? { ...about, failed: text }
    : { ...about, skipped: `${finding.severity}: ${text}` };
}

function counts(cases: readonly Case[]): string {
  const failures = cases.filter(({ failed }) => failed !== undefined).length;
  const skipped = cases.filter((one) => one.skipped !== undefined).length;
  return ` tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
}

function suiteLines(name: string, cases: readonly Case[]): readonly string[] {
  return [
    `  <testsuite name="${xmlText(name)}"${counts(cases)}>`,
    ...cases.map((one) => caseLine(one)),
    '  </testsuite>',
  ];
}

function caseLine({ name, group, failed, skipped }: Case): string {
  const start = `    <testcase name="${xmlText(name)}" classname="${xmlText(group)}"`;
  if (failed !== undefined) return `${start}><failure message="${xmlText(failed)}"/></testcase>`;
  return skipped === undefined ? `${start}/>` : `${start}><skipped message="${xmlText(skipped)}"/></testcase>`;
}
