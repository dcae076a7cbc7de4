import { billOfResources, unknownRows } from '../../../avm-catalog/constitution/billing/bill.ts';
import { magnitude } from '../../../avm-catalog/constitution/billing/words.ts';
import type { CheckReport } from '../../checks/check.ts';
import { enumerate } from '../../text/enumerate.ts';
import { table } from '../shared/table.ts';
import type { Paint } from '../shared/terminal.ts';

type Predicted = Pick<CheckReport, 'snapshots'>;

/** Charges by time of each environment, by order of magnitude, and what has no quoted price. */
export function costLines({ snapshots }: Predicted, paint: Paint): readonly string[] {
  if (snapshots.length === 0) return [];
  const cells = snapshots.map(({ environment, resources }) => {
    const bill = billOfResources(resources);
    const unknown = enumerate(unknownRows(bill).map(({ what }) => what));
    return [environment, magnitude(bill), unknown === '' ? '' : `without ${unknown}, of unknown price`];
  });
  return [
    paint('bold', 'Charges by time, a month at list prices (avm report has the prices, and charges by use)'),
    ...table(cells),
  ];
}

export function costJson({ snapshots }: Predicted) {
  return snapshots.map(({ environment, resources }) => {
    const bill = billOfResources(resources);
    return {
      environment,
      byTime: magnitude(bill),
      charges: bill.rows.map((row) => ({
        what: row.what,
        resources: row.count,
        by: row.by,
        amount: magnitude(row),
        quotes: row.quotes,
      })),
    };
  });
}
