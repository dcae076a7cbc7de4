import { unknownReasons } from '../findings/messages/what-if.ts';
import { counted } from '../findings/tally.ts';
import { ownValue } from '../bicep/own.ts';
import type { Json } from '../checks/canonical.ts';
import type { ChangeEffect } from '../../avm-catalog/constitution/changes.ts';
import type { PropertyChange } from './model.ts';
import type { NotKnown } from './not-known.ts';
import type { Counts, Report, ReportedResource } from './report.ts';

export const headings: Readonly<Record<ChangeEffect, string>> = {
  delete: 'Deletions',
  replace: 'Replacements',
  detach: 'No longer managed by the stack',
  'role-assignment': 'Permissions',
  'public-access': 'Public access',
};

/** What a rule says of a change, as a clause. */
export function effectClause(effect: ChangeEffect, paths: readonly string[]): string {
  const clauses: Readonly<Record<ChangeEffect, string>> = {
    delete: 'the deployment deletes this resource',
    replace: `the deployment changes ${paths.map((one) => `'${one}'`).join(', ')}, which Azure refuses for a resource that exists`,
    detach: 'the stack no longer manages this resource',
    'role-assignment': 'the deployment changes permissions',
    'public-access': 'the deployment opens this resource to public networks',
  };
  return clauses[effect];
}

const verbs: Readonly<Record<string, string>> = {
  create: 'create',
  modify: 'modify',
  delete: 'delete',
  detach: 'detach',
  deploy: 'deploy',
  nochange: 'manage',
};

export const verbOf = ({ kind, certain, verdict }: ReportedResource): string =>
  kind === 'nochange' && verdict !== 'change'
    ? 'no change'
    : `${certain ? '' : 'perhaps '}${ownValue(verbs, kind) ?? kind}`;

const signs: Readonly<Record<string, string>> = { create: '+', modify: '~', delete: '-', detach: '<', nochange: '~' };

export const signOf = ({ kind, verdict }: ReportedResource): string =>
  verdict === 'unknown' ? '?' : (ownValue(signs, kind) ?? '?');

/** One sentence that a pipeline can show. */
export function headline({ changes, counts }: Report): string {
  const tally = tallyOf(counts);
  if (changes === 'no') return tally === '' ? 'Nothing changes.' : `Nothing changes: ${tally}.`;
  if (changes === 'unknown') return `It’s not known whether anything changes: ${tally}.`;
  return `${tally.charAt(0).toUpperCase()}${tally.slice(1)}.`;
}

function tallyOf(counts: Counts): string {
  const parts: readonly (readonly [number, string])[] = [
    [counts.delete, 'to delete'],
    [counts.detach, 'to detach'],
    [counts.modify, 'to modify'],
    [counts.create, 'to create'],
    [counts.notKnown, 'not known'],
    [counts.noise, 'with noise only'],
    [counts.unchanged, 'unchanged'],
    [counts.outside, 'outside the template'],
  ];
  return parts.flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}`])).join(', ');
}

/** Longest text of a value on a line. */
const longest = 80;

/** `properties.sku.name: "a" → "b"` */
export function propertyText({ path, kind, before, after }: PropertyChange): string {
  const value = (one: Json | undefined): string => {
    if (one === undefined) return 'nothing';
    const text = JSON.stringify(one);
    return text.length > longest ? `${text.slice(0, longest)}…` : text;
  };
  if (kind === 'create') return `${path}: set to ${value(after)}`;
  if (kind === 'delete') return `${path}: remove ${value(before)}`;
  return `${path}: ${value(before)} → ${value(after)}`;
}

export function reasonText({ why, detail }: NotKnown): string {
  const reason = ownValue(unknownReasons, why) ?? why;
  return detail === '' ? reason : `${reason} (${detail})`;
}

/** What is left out, said. */
export const andMore = (count: number, what: string): string => `and ${counted(count, what)} more`;
