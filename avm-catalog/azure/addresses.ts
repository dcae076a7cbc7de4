/** An IPv4 range: `address` is its first address as an unsigned 32-bit number. */
export interface Cidr {
  readonly address: number;
  readonly prefix: number;
}

type CidrProblem =
  | { readonly kind: 'syntax'; readonly text: string }
  /** The address is within the range, not its first; `canonical` is the range that was meant. */
  | { readonly kind: 'not-network'; readonly text: string; readonly canonical: string };

type CidrResult = { readonly ok: true; readonly cidr: Cidr } | { readonly ok: false; readonly problem: CidrProblem };

/** Azure keeps the first four addresses of a subnet and its last. */
const reserved = 5;
/** No subnet in Azure is smaller. */
const smallestSubnetPrefix = 29;

const form = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

/** Leading zeros are refused: some readers take them for octal. */
export function parseCidr(text: string): CidrResult {
  const parts = form.exec(text)?.slice(1) ?? [];
  const [a = 256, b = 256, c = 256, d = 256, prefix = 33] = parts.map(Number);
  if ([a, b, c, d].some((it) => it > 255) || prefix > 32 || parts.some((it) => it !== String(Number(it)))) {
    return { ok: false, problem: { kind: 'syntax', text } };
  }
  const address = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  const cidr = { address: startOf(address, prefix), prefix };
  if (cidr.address === address) return { ok: true, cidr };
  return { ok: false, problem: { kind: 'not-network', text, canonical: formatCidr(cidr) } };
}

export function formatCidr(cidr: Cidr): string {
  return `${formatAddress(cidr.address)}/${cidr.prefix}`;
}

function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
}

export function addressCount(cidr: Cidr): number {
  return 2 ** (32 - cidr.prefix);
}

/** What Azure leaves for hosts in a subnet of this range; 0 where it is too small to be one. */
export function hostCount(cidr: Cidr): number {
  return cidr.prefix > smallestSubnetPrefix ? 0 : addressCount(cidr) - reserved;
}

/** A range contains itself. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  return outer.prefix <= inner.prefix && startOf(inner.address, outer.prefix) === outer.address;
}

export function overlaps(a: Cidr, b: Cidr): boolean {
  return contains(a, b) || contains(b, a);
}

/** Source: azure-docs virtual-network/virtual-networks-faq.md, ranges that no virtual network can have; RFC 1122 for 0.0.0.0/8. */
const unusable: readonly (Cidr & { readonly what: string })[] = [
  { address: 0, prefix: 8, what: 'this host' },
  { address: 0x7f000000, prefix: 8, what: 'a loopback address' },
  { address: 0xa9fe0000, prefix: 16, what: 'a link-local address' },
  { address: 0xe0000000, prefix: 3, what: 'a multicast or reserved address' },
];

/** What a range has that no virtual network can have; nothing for one that it can have. Source: as above. */
export function unusableRange(cidr: Cidr): string | undefined {
  return [...unusable, { address: 0xa83f8110, prefix: 32, what: 'the address of Azure DNS' }].find((it) =>
    overlaps(it, cidr),
  )?.what;
}

/** What an address is that no server in a network has; nothing for one that a server may have. */
export function unusableAddress(text: string): string | undefined {
  const parsed = parseCidr(`${text}/32`);
  return parsed.ok ? unusable.find((it) => contains(it, parsed.cidr))?.what : undefined;
}

const privateRanges: readonly Cidr[] = [
  { address: 0x0a000000, prefix: 8 },
  { address: 0xac100000, prefix: 12 },
  { address: 0xc0a80000, prefix: 16 },
  { address: 0x64400000, prefix: 10 },
];

/** The same in CIDR notation. */
export const privateAddressRanges: readonly string[] = privateRanges.map(formatCidr);

/** Wholly within RFC 1918 or the shared space of RFC 6598 (100.64.0.0/10), which Azure takes for private too. */
export function isPrivate(cidr: Cidr): boolean {
  return privateRanges.some((it) => contains(it, cidr));
}

/**
 * The next private range of the size of another that touches none of those taken: upwards from it, then from the beginning of
 * the private range that it is in, or the public range of the organization. Nothing where there is none, or where it is in none.
 */
export function nextFree(like: Cidr, taken: readonly Cidr[], owned: readonly Cidr[] = []): Cidr | undefined {
  const space = [...privateRanges, ...owned].find((it) => contains(it, like));
  if (!space) return undefined;
  const busy = [like, ...taken];
  const end = space.address + addressCount(space);
  return (
    firstFree(like.address + addressCount(like), end, like.prefix, busy) ??
    firstFree(space.address, like.address, like.prefix, busy)
  );
}

/** The lowest range of a size between two addresses that touches none of those taken; it takes as many steps as there are of them. */
export function firstFree(from: number, end: number, prefix: number, busy: readonly Cidr[]): Cidr | undefined {
  const step = 2 ** (32 - prefix);
  let address = from;
  while (address + step <= end) {
    const range = { address, prefix };
    const obstacle = busy.find((it) => overlaps(it, range));
    if (!obstacle) return range;
    address = Math.ceil((obstacle.address + addressCount(obstacle)) / step) * step;
  }
  return undefined;
}

/** In ascending order; none where the prefix is shorter than the range's own. */
export function* subnetsOf(cidr: Cidr, prefixLength: number): Generator<Cidr, void, undefined> {
  const step = 2 ** (32 - prefixLength);
  if (prefixLength < cidr.prefix || prefixLength > 32) return;
  const end = cidr.address + addressCount(cidr);
  for (let address = cidr.address; address < end; address += step) yield { address, prefix: prefixLength };
}

export function startOf(address: number, prefix: number): number {
  return prefix === 0 ? 0 : (address & (0xffffffff << (32 - prefix))) >>> 0;
}

type AddressProblem =
  | { readonly kind: 'syntax' }
  | { readonly kind: 'outside' }
  /** Azure keeps it; `first` and `last` are the ones it leaves. */
  | { readonly kind: 'reserved'; readonly first: string; readonly last: string };

/** Why a resource cannot have this fixed address in a subnet. */
export function addressProblem(text: string, subnet: Cidr): AddressProblem | undefined {
  const parsed = parseCidr(`${text}/32`);
  if (!parsed.ok) return { kind: 'syntax' };
  if (!contains(subnet, parsed.cidr)) return { kind: 'outside' };
  // Source: azure-docs virtual-network/virtual-networks-faq.md, "Are there any restrictions on using IP addresses".
  const first = subnet.address + 4;
  const last = subnet.address + addressCount(subnet) - 2;
  const { address } = parsed.cidr;
  return address < first || address > last
    ? { kind: 'reserved', first: formatAddress(first), last: formatAddress(last) }
    : undefined;
}
