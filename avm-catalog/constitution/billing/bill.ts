import type { Quote } from '../../azure/prices.ts';
import { Estate, type Predicted } from '../estate.ts';
import type { Charge } from './charge.ts';
import { chargesOf } from './types.ts';

/** Equal charges of several resources. */
export interface BillRow {
  readonly what: string;
  readonly count: number;
  readonly by: Charge['by'];
  readonly because: string;
  readonly least: number;
  readonly most?: number;
  readonly quotes: readonly Quote[];
}

/** What Azure charges for the predicted resources of an environment, in USD a month. */
export interface Bill {
  /** By time, the largest amount first, then by use; what has no quoted price comes last. */
  readonly rows: readonly BillRow[];
  /** Of what is charged for by time. */
  readonly least: number;
  /** Undefined if something has no quoted price. */
  readonly most?: number;
}

export function billOf(estate: Estate): Bill {
  const rows = grouped(estate.resources.flatMap((one) => chargesOf(one, estate)));
  const timed = rows.filter(({ by }) => by === 'time');
  return { rows, ...sum(timed) };
}

export const billOfResources = (resources: readonly Predicted[]): Bill => billOf(new Estate(resources));

/** Rows that are charged for by time, although nobody quotes how much. */
export function unknownRows({ rows }: Bill): readonly BillRow[] {
  return rows.filter(({ by, most }) => by === 'time' && most === undefined);
}

function grouped(charges: readonly Charge[]): readonly BillRow[] {
  const groups = new Map<string, Charge[]>();
  for (const one of charges) {
    const key = JSON.stringify([one.by, one.what, one.because]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const rows = [...groups.values()].map(rowOf);
  return rows.toSorted((a, b) => rank(a) - rank(b) || (b.most ?? 0) - (a.most ?? 0) || (a.what < b.what ? -1 : 1));
}

const rank = ({ by, most }: BillRow): number => (by === 'use' ? 2 : most === undefined ? 1 : 0);

function rowOf(charges: readonly Charge[]): BillRow {
  const { by, what, because } = charges[0]!;
  const quotes = [...new Map(charges.flatMap((one) => one.quotes).map((one) => [one.source, one])).values()];
  return { what, count: charges.length, by, because, quotes, ...sum(charges) };
}

type Amount = Pick<Charge, 'least' | 'most'>;

function sum(amounts: readonly Amount[]): Amount {
  const least = amounts.reduce((total, one) => total + one.least, 0);
  if (amounts.some(({ most }) => most === undefined)) return { least };
  return { least, most: amounts.reduce((total, { most = 0 }) => total + most, 0) };
}
