import type { Reason } from '../bicep/value.ts';
import { accountOf, partOf, reasonsWithin, sourceOf } from '../files/tracing/account.ts';
import { environmentsIn } from '../files/tracing/deployed.ts';
import { activeIds, isRuleOn, reasonIds, satisfiedIn } from '../resolve/requirements.ts';
import type { Requirement } from '../resolve/requirement.ts';
import type { PlanParameter, PlanResource } from '../plan/plan.ts';
import { links, plain, type Link, type Subject } from './subject.ts';

/** IDs with their implementation, and declarations with their IDs. */
export function traceability(subject: Subject) {
  const { spec, plan } = subject.request;
  const environmentsOf = environmentsIn(plan);
  const all = [...spec.requirements.values()].map((one) => requirementRow(one, subject));
  const served = all.filter((one) => one.own || !one.idle);
  const left = all.filter((one) => !served.includes(one));
  return {
    rules: subject.rules.map(({ rule }) => idRow(rule.definition.id, rule.definition.title, subject)),
    requirements: [...served, ...spec.stories.map(({ id, title }) => idRow(id, title, subject))],
    unused: left.filter(({ why }) => why === ''),
    outOfScope: left.filter(({ why }) => why !== ''),
    resources: plan.resources.map((one) => resourceRow(one, environmentsOf(one), subject)),
    parameters: plan.parameters.map((one) => parameterRow(one, subject)),
  };
}

/** What implements a rule also implements the requirements that it satisfies. */
function requirementRow(one: Requirement, subject: Subject) {
  const { spec } = subject.request;
  const { id, statement, answer, task, outOfScope = '' } = one;
  const rules = one.rules.filter((rule) => isRuleOn(rule, spec));
  const by = [...rules, ...(task === undefined ? [] : [`a person: ${task}`])].join(', ');
  const met = satisfiedIn(one, spec).map((view) => view.environment);
  const where = met.length === 0 ? 'nowhere' : subject.where(met).replace(/^(?!everywhere)/, 'in ');
  const own = answer === undefined ? '' : `Satisfied ${where}${by === '' ? '' : ` by ${by}`}.`;
  const note = outOfScope === '' ? own : `Out of scope: ${outOfScope}`;
  return { ...idRow(id, statement, subject, [id, ...rules]), own: answer !== undefined, note, why: outOfScope };
}

/** `of` are the IDs that count as an implementation. */
function idRow(id: string, title: string, subject: Subject, of: readonly string[] = [id]) {
  const { plan, files } = subject.request;
  const account = accountOf((reason: Reason) => of.some((any) => reason.ids.includes(any)), plan, files);
  const resources = account.resources.map((one) => [one.symbol, `#made-${one.symbol}`] as const);
  const rest = [...account.parameters, ...account.outputs];
  return {
    anchor: `trace-${id}`,
    id,
    title,
    note: '',
    href: subject.rules.some(({ rule }) => rule.definition.id === id) ? `#rule-${id}` : '',
    resources: links(resources),
    whole: resources.length === plan.resources.length,
    parameters: links(rest.map((name) => [name, account.parameters.includes(name) ? `#given-${name}` : ''])),
    files: account.files.map(({ path, lines }) => ({ path, lines: lines.map(lineText).join(', ') })),
    count: account.files.length,
    one: account.files.length === 1,
    idle: account.files.length === 0 && resources.length === 0,
  };
}

function lineText([from, to]: readonly [number, number]): string {
  return from === to ? String(from) : `${from}–${to}`;
}

function resourceRow(one: PlanResource, environments: readonly string[], subject: Subject) {
  const { plan } = subject.request;
  const own = reasonIds(one.reason.ids, subject.request.spec);
  const within = new Set(reasonsWithin(one).flatMap((reason) => reason.ids));
  return {
    anchor: `made-${one.symbol}`,
    symbol: one.symbol,
    is: sourceOf(one),
    part: partOf(one, plan),
    where: subject.where(environments),
    ids: subject.ids(own),
    details: subject.ids(activeIds([...within].filter((id) => !own.includes(id)).toSorted(), subject.request.spec)),
  };
}

function parameterRow({ name, description, reason }: PlanParameter, subject: Subject) {
  return {
    anchor: `given-${name}`,
    name,
    description,
    answers: plain(reason.answers ?? []) satisfies readonly Link[],
    ids: subject.ids(reasonIds(reason.ids, subject.request.spec)),
  };
}
