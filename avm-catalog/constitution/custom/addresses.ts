import { contains, overlaps, parseCidr, type Cidr } from '../../azure/addresses.ts';
import { isUnresolved } from '../estate.ts';
import { both, either, type Verdict } from './verdict.ts';

const everything: Cidr = { address: 0, prefix: 0 };
/** `VirtualNetwork`, `Storage.WestEurope`: only Azure knows the addresses of a service tag. */
const serviceTag = /^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)?$/;

/** An IPv4 range or address; the first address of a range may be any address in it. */
export function rangeOf(text: string): Cidr | undefined {
  if (/^(\*|any)$/i.test(text)) return everything;
  const parsed = parseCidr(text.includes('/') ? text : `${text}/32`);
  if (parsed.ok) return parsed.cidr;
  return parsed.problem.kind === 'not-network' ? rangeOf(parsed.problem.canonical) : undefined;
}

/** True if all addresses of a value, or of each item of a list, are in one of the ranges. */
export function isWithinRanges(value: unknown, ranges: readonly unknown[]): Verdict {
  if (!Array.isArray(value)) return liesIn(value, ranges, contains);
  return value.length === 0 ? false : both(value.map((one) => liesIn(one, ranges, contains)));
}

/** True if a value, or an item of a list, shares addresses with one of the ranges. */
export function overlapsRanges(value: unknown, ranges: readonly unknown[]): Verdict {
  return either([value].flat().map((one) => liesIn(one, ranges, overlaps)));
}

function liesIn(value: unknown, ranges: readonly unknown[], relates: (outer: Cidr, inner: Cidr) => boolean): Verdict {
  if (isUnresolved(value)) return 'unknown';
  if (typeof value !== 'string') return false;
  const inner = rangeOf(value);
  if (!inner) return serviceTag.test(value) ? 'unknown' : false;
  return either(
    ranges.map((range): Verdict => {
      if (isUnresolved(range)) return 'unknown';
      const outer = typeof range === 'string' ? rangeOf(range) : undefined;
      return outer !== undefined && relates(outer, inner);
    }),
  );
}

/** True if one of the ports is among those of a value: a port, `3380-3400`, `*`, or a list of these. */
export function includesPort(value: unknown, ports: readonly number[]): Verdict {
  return either(
    [value].flat().map((one: unknown): Verdict => {
      if (isUnresolved(one)) return 'unknown';
      const [from, to] = portsOf(one);
      return ports.some((port) => port >= from && port <= to);
    }),
  );
}

const noPorts = [Infinity, -Infinity] as const;

function portsOf(value: unknown): readonly [from: number, to: number] {
  if (typeof value === 'number') return [value, value];
  if (value === '*') return [0, 65_535];
  const [, from, to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(typeof value === 'string' ? value : '') ?? [];
  return from === undefined ? noPorts : [Number(from), Number(to)];
}
