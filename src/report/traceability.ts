import { requirements } from '../../avm-catalog/requirements.ts';
import type { Reason } from '../bicep/value.ts';
import { accountOf, reasonsWithin, sourceOf } from '../files/tracing/account.ts';
import { environmentsOf } from '../files/tracing/deployed.ts';
import type { PlanParameter, PlanResource } from '../plan/plan.ts';
import { links, plain, type Link, type Subject } from './subject.ts';

/** Ids to what is there for them, and what there is to the ids it is there for. */
export function traceability(subject: Subject) {
  const { spec, plan } = subject.request;
  const rules = subject.evidence.map(({ rule }) => idRow(rule.definition.id, rule.definition.title, subject));
  const served = Object.entries(requirements).map(([id, statement]) => idRow(id, statement, subject));
  return {
    rules,
    requirements: served.filter((one) => !one.idle),
    unused: served.filter((one) => one.idle).map(({ id, title }) => ({ id, title })),
    resources: plan.resources.map((one) => resourceRow(one, subject)),
    parameters: plan.parameters.map((one) => parameterRow(one, subject)),
    workload: spec.workload.name,
  };
}

function idRow(id: string, title: string, subject: Subject) {
  const { plan, files } = subject.request;
  const account = accountOf((reason: Reason) => reason.ids.includes(id), plan, files);
  const resources = account.resources.map((one) => [one.symbol, `#made-${one.symbol}`] as const);
  const rest = [...account.parameters, ...account.outputs];
  return {
    anchor: `trace-${id}`,
    id,
    title,
    href: Object.hasOwn(requirements, id) ? '' : `#rule-${id}`,
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

function resourceRow(one: PlanResource, subject: Subject) {
  const { plan } = subject.request;
  const own = active(one.reason.ids, subject);
  const within = new Set(reasonsWithin(one).flatMap((reason) => reason.ids));
  return {
    anchor: `made-${one.symbol}`,
    symbol: one.symbol,
    is: sourceOf(one),
    part: plan.components.find(({ name }) => name === one.component)?.title ?? '',
    where: subject.where(environmentsOf(one, plan)),
    ids: subject.ids(own),
    details: subject.ids(active([...within].filter((id) => !own.includes(id)).toSorted(), subject, [])),
  };
}

function parameterRow({ name, description, reason }: PlanParameter, subject: Subject) {
  return {
    anchor: `given-${name}`,
    name,
    description,
    answers: plain(reason.answers ?? []) satisfies readonly Link[],
    ids: subject.ids(active(reason.ids, subject)),
  };
}

/** Ids of rules that are on, and of requirements; what has none left is there because every environment has it. */
function active(
  ids: readonly string[],
  { request: { spec } }: Subject,
  otherwise: readonly string[] = ['FR-017'],
): readonly string[] {
  const on = ids.filter((id) => Object.hasOwn(requirements, id) || spec.settings.on(id));
  return on.length > 0 ? on : otherwise;
}
