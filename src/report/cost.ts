import { monthHours, type Quote } from '../../avm-catalog/azure/prices.ts';
import { billOfResources, unknownRows, type Bill, type BillRow } from '../../avm-catalog/constitution/billing/bill.ts';
import { magnitude } from '../../avm-catalog/constitution/billing/words.ts';
import { enumerate } from '../text/enumerate.ts';
import { capital } from '../text/pascal.ts';
import type { Subject } from './subject.ts';

export type Totals = readonly (readonly [environment: string, total: string])[];

/** What Azure charges for the predicted resources of each environment, by order of magnitude, with the source of each price. */
export function cost(subject: Subject) {
  const bills = subject.environments.flatMap((environment) => {
    const told = subject.predicted(environment);
    return told ? [{ environment, bill: billOfResources(told.map(({ resource }) => resource)) }] : [];
  });
  const sources = [
    ...new Map(bills.flatMap(({ bill }) => bill.rows.flatMap(quotesOf)).map((one) => [one.source, one])).values(),
  ].toSorted((a, b) => (a.source < b.source ? -1 : 1));
  return {
    hours: monthHours,
    groups: bills.map(({ environment, bill }) => ({
      environment,
      anchor: `cost-${environment}`,
      total: magnitude(bill),
      unknown: enumerate(unknownRows(bill).map(({ what }) => what)) || 'None',
      days: daysOf(bill),
      rows: bill.rows.filter((row) => !isOpen(row)).map((row) => rowOf(row, sources)),
      uses: enumerate(bill.rows.filter(isOpen).map(({ what }) => what)),
    })),
    sources: sources.map(({ source }) => source),
    totals: bills.map(({ environment, bill }) => [environment, magnitude(bill)] as const),
  };
}

const quotesOf = ({ quotes }: BillRow): readonly Quote[] => quotes;

/** From the first to the last day on which one of the prices was quoted. */
function daysOf({ rows }: Bill): string {
  const days = [...new Set(rows.flatMap(quotesOf).map(({ day }) => day))].toSorted();
  return days.length < 2 ? (days[0] ?? 'None') : `${days[0]} to ${days.at(-1)}`;
}

/** By use, without a limit: its amount says nothing. */
const isOpen = ({ by, most }: BillRow): boolean => by === 'use' && most === undefined;

function rowOf(row: BillRow, sources: readonly Quote[]) {
  return {
    what: capital(row.what),
    count: row.count,
    by: row.by === 'time' ? 'Time' : 'Use',
    amount: magnitude(row),
    because: row.by === 'use' ? '' : row.because,
    quotes: row.quotes.map(({ region, day, source }) => ({
      region,
      day,
      number: sources.findIndex((one) => one.source === source) + 1,
    })),
  };
}
