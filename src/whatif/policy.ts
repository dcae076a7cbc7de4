import type { ChangeEffect } from '../../avm-catalog/constitution/changes.ts';
import type { Rule } from '../../avm-catalog/constitution/rule.ts';
import { makeFinding, type Finding, type Place, type Severity } from '../findings/finding.ts';
import type { Spec } from '../resolve/spec.ts';
import { waive } from '../resolve/waivers.ts';
import type { Assessed, Assessment } from './assess.ts';
import type { NotKnown } from './not-known.ts';
import { effectClause } from './words.ts';

/** What a command line forbids without approval: an effect, or that anything is not known. */
export type Forbidden = ChangeEffect | 'unknown';

interface Policy {
  readonly forbidden: readonly Forbidden[];
  /** A person approved exactly this result, so that all of it is allowed. */
  readonly isApproved: boolean;
  readonly digest: string;
  readonly environment: string | undefined;
  /** The constitution of the workspace, and its waivers that are in force. */
  readonly constitution?: Pick<Spec, 'rules' | 'waivers' | 'views'> | undefined;
  /** Where a resource is declared. */
  readonly at: (one: Assessed) => Place;
}

/** What a person must look at, each as a finding; what is forbidden, as an error. */
export function judge({ resources, notKnown }: Assessment, policy: Policy): readonly Finding[] {
  return [
    ...resources.flatMap((one) => one.effects.flatMap((effect) => effectFindings(one, effect, policy))),
    ...notKnown.filter(({ decides }) => decides).map((one) => unknownFinding(one, policy)),
  ];
}

const usual: Readonly<Record<Forbidden, Severity>> = {
  delete: 'warning',
  replace: 'warning',
  detach: 'warning',
  'role-assignment': 'note',
  'public-access': 'warning',
  unknown: 'note',
};

function severityOf(what: Forbidden, { forbidden, isApproved }: Policy): Severity {
  return forbidden.includes(what) && !isApproved ? 'error' : usual[what];
}

/** The command line’s own refusal is said in any case; else a rule says it, if one is about it. */
function effectFindings(one: Assessed, effect: ChangeEffect, policy: Policy): readonly Finding[] {
  const { id: resource, type, kind, certain } = one.change;
  const { digest, isApproved, constitution } = policy;
  const where = { ...policy.at(one), resource, ...placeOf(policy) };
  const args = { type, does: certain ? kind : `perhaps ${kind}`, paths: one.replacing, digest };
  const severity = severityOf(effect, policy);
  const own = makeFinding(`what-if-${effect}`, severity, args, where, one.origin?.ids ?? []);
  const rules = isApproved ? [] : (constitution?.rules ?? []).filter((rule) => isAbout(rule, effect));
  const broken = rules.map((rule) => ruleFinding(rule, effectClause(effect, one.replacing), digest, where));
  const judged = constitution ? waive(broken, constitution) : [];
  return judged.length > 0 && severity !== 'error' ? judged : [own, ...judged];
}

const isAbout = ({ definition, level }: Rule, effect: ChangeEffect): boolean =>
  level !== 'off' && definition.changes.includes(effect);

function ruleFinding({ definition: { id, title }, level }: Rule, what: string, digest: string, where: Place): Finding {
  const instead = `approve exactly this result with --approve ${digest}`;
  const severity = level === 'must' ? 'error' : 'warning';
  return makeFinding('constitution/broken', severity, { rule: id, title, what, instead }, where, [id]);
}

function unknownFinding({ id, why, detail }: NotKnown, policy: Policy): Finding {
  const where = { ...(id === '' ? {} : { resource: id }), ...placeOf(policy) };
  return makeFinding('what-if-unknown', severityOf('unknown', policy), { why, detail }, where);
}

const placeOf = ({ environment }: Policy): Place => (environment === undefined ? {} : { environment });
