import { monthly, type Price, type Quote } from '../../azure/prices.ts';
import type { Predicted } from '../estate.ts';

/** What Azure charges for a predicted resource, in USD for a month of 730 hours, at quoted list prices. */
export interface Charge {
  readonly resource: string;
  /** What is charged for: `VM, Standard_D2s_v5 with a Windows license`. */
  readonly what: string;
  /** `time` while the resource exists, whatever it does; `use` for a quantity that nobody knows before. */
  readonly by: 'time' | 'use';
  readonly least: number;
  /** Undefined if nobody knows. */
  readonly most?: number;
  /** Why it isn’t one amount; empty if it is. */
  readonly because: string;
  readonly quotes: readonly Quote[];
}

/** One amount: a quoted price, so many times. */
export function fixed({ id }: Predicted, what: string, price: Price, times = 1): Charge {
  const usd = monthly(price) * times;
  return { resource: id, what, by: 'time', least: usd, most: usd, because: '', quotes: [price] };
}

type Range = Pick<Charge, 'least' | 'because' | 'quotes'> & { readonly most?: number };

export function ranged({ id }: Predicted, what: string, range: Range): Charge {
  return { resource: id, what, by: 'time', ...range };
}

/** Charged for by time, or perhaps so, and no source quotes how much. */
export function unpriced({ id }: Predicted, what: string, because = 'no source quotes its price'): Charge {
  return { resource: id, what, by: 'time', least: 0, because, quotes: [] };
}

/** By a quantity; `capped` if a setting limits it. */
export function byUse(
  { id }: Predicted,
  what: string,
  capped?: { readonly most: number; readonly price: Price },
): Charge {
  const because = 'it depends on use';
  if (!capped) return { resource: id, what, by: 'use', least: 0, because, quotes: [] };
  return { resource: id, what, by: 'use', least: 0, most: capped.most, because, quotes: [capped.price] };
}
