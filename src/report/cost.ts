import { monthHours, type Quote } from '../../avm-catalog/azure/prices.ts';
import { billOfResources, type Bill, type BillRow } from '../../avm-catalog/constitution/billing/bill.ts';
import { magnitude } from '../../avm-catalog/constitution/billing/words.ts';
import { enumerate } from '../text/enumerate.ts';
import type { Subject } from './subject.ts';

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
      total: totalOf(bill),
      rows: bill.rows.filter((row) => !isOpen(row)).map((row) => rowOf(row, sources)),
      uses: enumerate(bill.rows.filter(isOpen).map(({ what }) => what)),
    })),
    sources: sources.map(({ source }) => source),
    summary: bills.map(({ environment, bill }) => `${environment}: ${totalOf(bill)}`).join('; '),
  };
}

const quotesOf = ({ quotes }: BillRow): readonly Quote[] => quotes;

function totalOf(bill: Bill): string {
  const total = magnitude(bill);
  return total === 'unknown' || total === 'none' ? total : `${total} a month`;
}

/** By use, without a limit: its amount says nothing. */
const isOpen = ({ by, most }: BillRow): boolean => by === 'use' && most === undefined;

function rowOf(row: BillRow, sources: readonly Quote[]) {
  return {
    what: row.what.charAt(0).toUpperCase() + row.what.slice(1),
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
