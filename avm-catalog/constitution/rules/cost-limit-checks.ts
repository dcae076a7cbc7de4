import { enumerate } from '../../../src/text/enumerate.ts';
import { billOf, unknownRows, type Bill } from '../billing/bill.ts';
import { rounded } from '../billing/words.ts';
import { untold, type Estate, type Violation } from '../estate.ts';

export interface CostLimits {
  readonly environments: readonly string[];
  readonly usd: number | null;
  readonly usdElsewhere: number | null;
}

export function limitWords({ environments, usd, usdElsewhere }: CostLimits): string {
  const amount = (one: number | null): string => (one === null ? 'no limit' : `${one} USD`);
  return `${amount(usd)} in ${enumerate(environments)}, and ${amount(usdElsewhere)} elsewhere`;
}

/** A null limit is none. What may be below or above it, for want of a price or a quantity, is untold. */
export function withinLimit(estate: Estate, limit: number | null): readonly Violation[] {
  if (limit === null) return [];
  const bill = billOf(estate);
  const than = `and the limit is ${limit} USD`;
  if (bill.least > limit) {
    const what = `charges by time are at least ${rounded(bill.least)} USD a month, most of it for ${largest(bill)}, ${than}`;
    return [{ resource: '', what, instead: 'use smaller or fewer resources, or raise the limit' }];
  }
  if (bill.most !== undefined && bill.most <= limit) return [];
  return [
    untold('', `${undecided(bill)}, ${than}`, 'compare the charges in the report with the Azure pricing calculator'),
  ];
}

function largest({ rows }: Bill): string {
  const named = rows.filter(({ by, least }) => by === 'time' && least > 0).slice(0, 2);
  return enumerate(named.map(({ what }) => what));
}

function undecided(bill: Bill): string {
  const { least, most } = bill;
  if (most !== undefined) return `charges by time are between ${rounded(least)} and ${rounded(most)} USD a month`;
  const unknown = enumerate(unknownRows(bill).map(({ what }) => what));
  return `charges by time are at least ${rounded(least)} USD a month, without ${unknown} of unknown price`;
}
