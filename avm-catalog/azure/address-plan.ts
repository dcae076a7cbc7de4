import { addressCount, firstFree, type Cidr } from './addresses.ts';

export interface WantedRange {
  readonly name: string;
  readonly prefixLength: number;
}

type AddressPlanProblem =
  | { readonly kind: 'no-room'; readonly name: string; readonly prefixLength: number }
  | { readonly kind: 'prefix'; readonly name: string; readonly prefixLength: number }
  | { readonly kind: 'duplicate'; readonly name: string };

type AddressPlan =
  | { readonly ok: true; readonly ranges: ReadonlyMap<string, Cidr> }
  | { readonly ok: false; readonly problem: AddressPlanProblem };

/**
 * Gives each name the lowest free range of its size, the largest first and names of one size by name,
 * so that the order they are asked in changes nothing. The map is in the order asked.
 * Ranges of an earlier plan go into `taken`: they stay where they are.
 */
export function propose(
  addressSpace: readonly Cidr[],
  wanted: readonly WantedRange[],
  taken: readonly Cidr[] = [],
): AddressPlan {
  const problem = wantedProblem(wanted);
  if (problem !== undefined) return { ok: false, problem };
  const given = new Map<string, Cidr>();
  const busy = [...taken];
  for (const { name, prefixLength } of wanted.toSorted(bySizeThenName)) {
    const range = freeIn(addressSpace, prefixLength, busy);
    if (range === undefined) return { ok: false, problem: { kind: 'no-room', name, prefixLength } };
    given.set(name, range);
    busy.push(range);
  }
  const asked = wanted.flatMap(({ name }) => {
    const range = given.get(name);
    return range === undefined ? [] : [[name, range] as const];
  });
  return { ok: true, ranges: new Map(asked) };
}

function wantedProblem(wanted: readonly WantedRange[]): AddressPlanProblem | undefined {
  const seen = new Set<string>();
  for (const { name, prefixLength } of wanted) {
    if (seen.has(name)) return { kind: 'duplicate', name };
    if (!Number.isInteger(prefixLength) || prefixLength < 0 || prefixLength > 32) {
      return { kind: 'prefix', name, prefixLength };
    }
    seen.add(name);
  }
  return undefined;
}

// Code units, not a locale: the same answers give the same bytes everywhere.
function bySizeThenName(a: WantedRange, b: WantedRange): number {
  if (a.prefixLength !== b.prefixLength) return a.prefixLength - b.prefixLength;
  return a.name < b.name ? -1 : 1;
}

function freeIn(addressSpace: readonly Cidr[], prefix: number, busy: readonly Cidr[]): Cidr | undefined {
  for (const space of addressSpace) {
    const end = space.address + addressCount(space);
    const found = prefix < space.prefix ? undefined : firstFree(space.address, end, prefix, busy);
    if (found) return found;
  }
  return undefined;
}
