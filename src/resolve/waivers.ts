import { like } from '../../avm-catalog/constitution/custom/compare.ts';
import { heldAt } from '../../avm-catalog/constitution/rule.ts';
import type { Answers } from '../answers/answers.ts';
import { daysBetween } from '../answers/day.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import type { Breach } from '../findings/messages/waivers.ts';
import type { Spec, Waiver } from './spec.ts';

/** Days before its end from which on a waiver is spoken of. */
const soon = 30;

export function waiversOf({ constitution, environments }: Answers): readonly Waiver[] {
  return Object.entries(constitution.waivers ?? {}).map(([id, one]) => ({
    id,
    ...one,
    environments: one.environments ?? Object.keys(environments),
    resources: one.resources ?? ['*'],
  }));
}

/** True after its last day. */
export function expired({ until }: Waiver, today: string): boolean {
  return until < today;
}

/** The waivers that count on a day. */
export function inForce(waivers: readonly Waiver[], today: string): readonly Waiver[] {
  return waivers.filter((one) => !expired(one, today));
}

const breaches: ReadonlySet<string> = new Set<Breach>(['rule-broken', 'constitution/broken', 'constitution/untold']);
type Broken = Extract<Finding, { readonly code: Breach }>;
const isBroken = (finding: Finding): finding is Broken => breaches.has(finding.code);

/** Findings with those that a waiver covers as notes that name it; one without an environment is one of them all. */
export function waive(
  findings: readonly Finding[],
  { waivers, views }: Pick<Spec, 'waivers' | 'views'>,
): readonly Finding[] {
  if (waivers.length === 0) return findings;
  const all = views.map((view) => view.environment);
  return findings.map((finding) => {
    const { environment, resource } = finding.where;
    const where = environment === undefined ? all : [environment];
    if (!isBroken(finding)) return finding;
    const by = finding.ids.map((rule) => waiverFor(waivers, rule, where, resource)).find((one) => one !== undefined);
    return by ? waived(finding, by) : finding;
  });
}

/** What it was stays in the arguments, so that it can be again. */
function waived({ code, severity, where, ids, args }: Broken, { id, reason, approvedBy, until }: Waiver): Finding {
  const is = { ...args, waiver: id, reason, approvedBy, until, code, severity };
  return makeFinding('rule-waived', 'note', is, where, ids);
}

/** Findings as they were before they were waived, by environment again. */
export function unwaived(findings: readonly Finding[], environments: readonly string[]): readonly Finding[] {
  return findings.flatMap((finding): readonly Finding[] => {
    if (finding.code !== 'rule-waived') return [finding];
    const { code, severity, rule, title, what, instead } = finding.args;
    const args = { rule, title, what, instead };
    const { environment } = finding.where;
    return (environment === undefined ? environments : [environment]).map((one) =>
      makeFinding(code, severity, args, { ...finding.where, environment: one }, finding.ids),
    );
  });
}

/**
 * The first waiver that covers what breaks a rule in all of some environments. An answer, and what is missing, are no resource: an
 * answer stands for all that comes of it, so a waiver for some resources alone does not cover it.
 */
export function waiverFor(
  waivers: readonly Waiver[],
  rule: string,
  environments: readonly string[],
  resource = '',
): Waiver | undefined {
  const names = namesOf(resource);
  return waivers.find(
    (one) =>
      one.rule === rule &&
      environments.every((environment) => one.environments.includes(environment)) &&
      one.resources.some((pattern) => pattern === '*' || names.some((name) => like(name, pattern.toLowerCase()))),
  );
}

/** What a resource may be named by, in lower case, as Azure minds none: id, name with and without its parents', type. */
function namesOf(id: string): readonly string[] {
  if (id === '') return [];
  const own = id.slice(id.toLowerCase().lastIndexOf('/providers/') + '/providers/'.length);
  const parts = id.includes('/') ? own.split('/') : [id];
  const names = parts.filter((_, index) => index > 0 && index % 2 === 0);
  const type = parts.filter((_, index) => index === 0 || index % 2 === 1).join('/');
  return [id, type, names.join('/'), names.at(-1) ?? ''].map((name) => name.toLowerCase());
}

function whyUnused({ rule, environments }: Waiver, findings: readonly Finding[]): string {
  const open = findings.filter(
    (one) => isBroken(one) && one.ids.includes(rule) && environments.includes(one.where.environment ?? ''),
  );
  if (open.length === 0) return 'the rule is compliant without it';
  return open.some(({ where }) => where.resource === undefined)
    ? 'the environment as a whole is noncompliant, which no name of a resource covers'
    : 'the noncompliant resources have other names';
}

/**
 * What is to be said of the waivers themselves on a day. `findings` are those of a check; `predicted` are the environments
 * whose resources it saw: without them nobody can say that a waiver is for nothing.
 */
export function waiverFindings(
  { waivers, rules }: Spec,
  findings: readonly Finding[],
  predicted: readonly string[],
  today: string,
): readonly Finding[] {
  const used = new Set(findings.flatMap(({ code, args }) => (code === 'rule-waived' ? [args.waiver] : [])));
  return waivers.flatMap((waiver): readonly Finding[] => {
    const { id, rule, until, approvedBy, environments } = waiver;
    const at = { file: 'avm.yaml', answer: `constitution.waivers.${id}` };
    const is = { waiver: id, rule, until, approvedBy };
    if (expired(waiver, today)) return [makeFinding('waiver-expired', 'error', is, at, [rule])];
    const days = daysBetween(today, until);
    const isOff = rules.some(({ definition, level }) => definition.id === rule && level === 'off');
    const isElsewhere = rules.some(({ definition }) => definition.id === rule && heldAt(definition).changes);
    const isSeen = !isElsewhere && environments.every((one) => predicted.includes(one));
    const isIdle = isOff || (isSeen && !used.has(id));
    const why = isOff ? 'the rule is off' : whyUnused(waiver, findings);
    return [
      ...(days <= soon ? [makeFinding('waiver-expiring', 'warning', { ...is, days }, at, [rule])] : []),
      ...(isIdle ? [makeFinding('waiver-unused', 'warning', { ...is, why }, at, [rule])] : []),
    ];
  });
}
