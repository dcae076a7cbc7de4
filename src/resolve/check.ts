import type { AnswerProblem } from '../../avm-catalog/kernel/problem.ts';
import { coreProblems } from '../../avm-catalog/kernel/core-problems.ts';
import type { View } from '../../avm-catalog/kernel/view.ts';
import { breaksIn } from '../../avm-catalog/constitution/evaluate.ts';
import type { Break, Rule } from '../../avm-catalog/constitution/rule.ts';
import type { Answers } from '../answers/answers.ts';
import { findingOf, type Finding } from '../findings/finding.ts';
import { answerPath } from './answer-path.ts';
import { checkEnvironments } from './check-environments.ts';
import { checkNameCodes } from './check-name-codes.ts';
import { checkFixed } from './check-fixed.ts';
import { checkParameters } from './check-parameters.ts';
import { checkRequirements } from './check-requirements.ts';
import { checkScope } from './check-scope.ts';
import { checkTags } from './check-tags.ts';
import { attestations, notSecrets } from './check-declared.ts';
import { environmentFindings } from './rule-environments.ts';
import type { Spec, Waiver } from './spec.ts';
import { unwaived, waive } from './waivers.ts';

/** What in the answers cannot be, or breaks a rule, before anything is planned. */
export function checkSpec(spec: Spec, answers: Answers): readonly Finding[] {
  const found = spec.views.flatMap((view) => [
    ...componentFindings(view, answers, spec),
    ...rulesFindings(view, answers, spec),
  ]);
  return [
    ...once(waive(found, spec), spec.views.length),
    ...checkEnvironments(spec, answers),
    ...checkTags(spec, answers),
    ...checkParameters(spec),
    ...checkFixed(spec),
    ...checkRequirements(spec),
    ...checkScope(spec),
    ...environmentFindings(spec),
    ...checkNameCodes(spec),
    ...attestations(spec),
    ...notSecrets(answers),
  ];
}

/** Findings of `checkSpec` as they are where other waivers count, as those that have not run out. */
export function withWaivers(findings: readonly Finding[], spec: Spec, waivers: readonly Waiver[]): readonly Finding[] {
  const environments = spec.views.map((view) => view.environment);
  const isWaived = ({ code }: Finding): boolean => code === 'rule-waived';
  const again = waive(unwaived(findings.filter(isWaived), environments), { ...spec, waivers });
  return [...findings.filter((one) => !isWaived(one)), ...once(again, environments.length)];
}

function componentFindings(view: View, answers: Answers, spec: Spec): readonly Finding[] {
  const problems = [...coreProblems(view), ...spec.components.flatMap((one) => one.check?.(view) ?? [])];
  return problems.map((problem) => answerFinding(problem, view, answers));
}

function answerFinding(problem: AnswerProblem, view: View, answers: Answers): Finding {
  const answer = answerPath(problem.answer, view.environment, answers);
  const where = { file: 'avm.yaml', answer, environment: view.environment };
  return findingOf(problem, problem.severity, where, problem.ids);
}

/** A component that a person named, and what an environment is for it. */
interface Seen {
  readonly view: View;
  readonly path: (path: string) => string;
}

function rulesFindings(view: View, answers: Answers, { components, rules }: Spec): readonly Finding[] {
  const seen = components.flatMap((one): readonly Seen[] =>
    one.seen && one.enabled(view) ? [{ view: one.seen.view(view), path: one.seen.path }] : [],
  );
  return rules.flatMap((rule) => ruleFindings(rule, view, answers, seen));
}

/** What breaks a rule in the settings of the blueprint, and in those of each component that a person named. */
function breaksOf(rule: Rule, view: View, seen: readonly Seen[]): readonly Break[] {
  const named = seen.flatMap((own) => {
    const breaks = breaksIn(rule, own.view) ?? [];
    return breaks.flatMap((one) => (own.path(one.answer) === one.answer ? [] : [inNames(one, own.path)]));
  });
  return [...(breaksIn(rule, view) ?? []), ...named];
}

/** The remedy names the same setting as the finding. */
function inNames(one: Break, path: (path: string) => string): Break {
  return { ...one, answer: path(one.answer), instead: one.instead.replaceAll(one.answer, path(one.answer)) };
}

function ruleFindings(rule: Rule, view: View, answers: Answers, seen: readonly Seen[]): readonly Finding[] {
  if (rule.level === 'off') return [];
  const { id, title } = rule.definition;
  return breaksOf(rule, view, seen).map(({ answer, what, instead, untold }) => ({
    code: untold ? 'constitution/untold' : 'rule-broken',
    severity: rule.level === 'must' && !untold ? 'error' : 'warning',
    where: { file: 'avm.yaml', answer: answerPath(answer, view.environment, answers), environment: view.environment },
    ids: [id],
    args: { rule: id, title, what, instead },
  }));
}

/** A finding that every environment has, at the same answer, is told once and without an environment. */
function once(findings: readonly Finding[], environments: number): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.code, anywhere(finding), finding.args]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || environments === 1 || group.length < environments) return group;
    return [{ ...first, where: anywhere(first) }];
  });
}

function anywhere({ where: { file, answer } }: Finding): Finding['where'] {
  return { ...(file === undefined ? {} : { file }), ...(answer === undefined ? {} : { answer }) };
}
