import type { Charge } from './charge.ts';

const magnitudes = ['tens', 'hundreds', 'thousands', 'tens of thousands', 'hundreds of thousands', 'millions'];

/** The order of magnitude of an amount of 10 or more. */
function magnitudeOf(usd: number): string {
  return magnitudes[Math.min(Math.floor(Math.log10(usd)), magnitudes.length) - 1] ?? '';
}

/**
 * An amount by its order of magnitude, as prices differ by region and day: `hundreds of USD`, `tens to hundreds of USD`,
 * `at least hundreds of USD`.
 */
export function magnitude({ least, most }: Pick<Charge, 'least' | 'most'>): string {
  if (most === undefined) return least < 10 ? 'unknown' : `at least ${magnitudeOf(least)} of USD`;
  if (most === 0) return 'none';
  if (most < 10) return 'less than 10 USD';
  const [from, to] = [least < 10 ? '' : magnitudeOf(least), magnitudeOf(most)];
  if (from === to) return `${to} of USD`;
  return from === '' ? `up to ${to} of USD` : `${from} to ${to} of USD`;
}

/** An amount with two digits, which says no more than a quoted price can: `1,200`. */
export function rounded(usd: number): string {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(usd, 1))) - 1);
  return String(Math.round(usd / unit) * unit).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
