import { argumentOf } from '../findings/finding.ts';
import type { Waiver } from '../resolve/spec.ts';
import type { Subject } from './subject.ts';
import { signs, type Tone } from './words.ts';
import { ownValue } from '../bicep/own.ts';

const standing: Readonly<Record<string, readonly [word: string, tone: Tone]>> = {
  'waiver-expired': ['Expired', 'bad'],
  'waiver-expiring': ['Expires soon', 'warn'],
  'waiver-unused': ['Unused', 'warn'],
};

/** Lines of text that the first page of paper has for waivers. */
const mostLines = 10;
/** Of a line of text, between two rows. */
const gap = 0.6;

/** Each waiver with its state on the as-of date, the first to expire first. */
export function waivers(subject: Subject) {
  const rows = subject.request.spec.waivers
    .toSorted((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0))
    .map((one) => row(one, subject));
  const fitting = fittingIn(rows.map(linesOf));
  return {
    rows: rows.map((one, at) => ({ ...one, isLater: at >= fitting })),
    count: rows.length,
    single: rows.length === 1,
    /** Waivers that are on a later page of paper. */
    later: rows.length - fitting,
    one: rows.length - fitting === 1,
  };
}

function fittingIn(lines: readonly number[]): number {
  let left = mostLines;
  const end = lines.findIndex((count, at) => {
    left -= count;
    return left < 0 && at > 0;
  });
  return end < 0 ? lines.length : end;
}

/** Approver and environments wrap, in columns of about this many characters. */
function linesOf({ approvedBy, environments }: ReturnType<typeof row>): number {
  return gap + Math.max(1, Math.ceil(approvedBy.length / 36), Math.ceil(environments.length / 24));
}

function row({ id, rule, environments, resources, reason, approvedBy, until }: Waiver, subject: Subject) {
  const { findings } = subject.request.check;
  const said = findings.filter((one) => Object.hasOwn(standing, one.code) && argumentOf(one, 'waiver') === id);
  const [word, tone]: readonly [string, Tone] = ownValue(standing, said[0]?.code ?? '') ?? ['Active', 'good'];
  return {
    id,
    rule: subject.ids([rule]),
    environments: environments.join(', '),
    resources: resources.includes('*') ? '' : resources.join(', '),
    reason,
    approvedBy,
    until,
    word,
    tone,
    sign: signs[tone],
  };
}
