import { makeFinding, type Finding, type Place, type Severity } from '../findings/finding.ts';
import type { Assessed, Assessment } from './assess.ts';
import type { ChangeEffect } from '../../avm-catalog/constitution/changes.ts';
import type { NotKnown } from './not-known.ts';

/** What a command line forbids without approval: an effect, or that anything is not known. */
export type Forbidden = ChangeEffect | 'unknown';

interface Policy {
  readonly forbidden: readonly Forbidden[];
  /** The digest that a person approved; what it forbids is then allowed for exactly that result. */
  readonly isApproved: boolean;
  readonly digest: string;
  readonly environment: string | undefined;
  /** Where a resource is declared. */
  readonly at: (one: Assessed) => Place;
}

/** What is to be looked at, each as a finding; what is forbidden, as an error. */
export function judge({ resources, notKnown }: Assessment, policy: Policy): readonly Finding[] {
  return [
    ...resources.flatMap((one) => one.effects.map((effect) => effectFinding(one, effect, policy))),
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

function effectFinding(one: Assessed, effect: ChangeEffect, policy: Policy): Finding {
  const { id: resource, type, kind, certain } = one.change;
  const where = { ...policy.at(one), resource, ...placeOf(policy) };
  const args = { type, does: certain ? kind : `perhaps ${kind}`, paths: one.replacing, digest: policy.digest };
  return makeFinding(`what-if-${effect}`, severityOf(effect, policy), args, where, one.origin?.ids ?? []);
}

function unknownFinding({ id, why, detail }: NotKnown, policy: Policy): Finding {
  const where = { ...(id === '' ? {} : { resource: id }), ...placeOf(policy) };
  return makeFinding('what-if-unknown', severityOf('unknown', policy), { why, detail }, where);
}

const placeOf = ({ environment }: Policy): Place => (environment === undefined ? {} : { environment });
