import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propose, type WantedRange } from '../../../avm-catalog/azure/address-plan.ts';
import {
  addressCount,
  addressProblem,
  type Cidr,
  contains,
  formatCidr,
  hostCount,
  isPrivate,
  overlaps,
  parseCidr,
  startOf,
  subnetsOf,
} from '../../../avm-catalog/azure/addresses.ts';

function cidr(text: string): Cidr {
  const result = parseCidr(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.cidr;
}

const anyCidr = fc
  .record({ address: fc.nat(0xffffffff), prefix: fc.integer({ min: 0, max: 32 }) })
  .map(({ address, prefix }) => ({ address: startOf(address, prefix), prefix }));

describe('a range of addresses', () => {
  test.each([
    '',
    '10.0.0.0',
    '10.0.0/8',
    '10.0.0.256/24',
    '10.0.0.0/33',
    '010.0.0.0/8',
    '10.0.0.0/08',
    ' 10.0.0.0/8',
    '10.0.0.0/8\n',
    '-1.0.0.0/8',
  ])('%j is no range', (text) => {
    expect(parseCidr(text)).toEqual({ ok: false, problem: { kind: 'syntax', text } });
  });

  test.each([
    ['10.0.0.1/24', '10.0.0.0/24'],
    ['192.168.255.255/16', '192.168.0.0/16'],
    ['255.255.255.255/0', '0.0.0.0/0'],
  ])('%s is told to be %s', (text, canonical) => {
    expect(parseCidr(text)).toEqual({ ok: false, problem: { kind: 'not-network', text, canonical } });
  });

  test('reads back as it was written', () => {
    fc.assert(
      fc.property(anyCidr, (it) => {
        expect(parseCidr(formatCidr(it))).toEqual({ ok: true, cidr: it });
      }),
    );
  });

  test('holds another one when it holds its first and last address', () => {
    fc.assert(
      fc.property(anyCidr, anyCidr, (a, b) => {
        const within = a.address <= b.address && b.address + addressCount(b) <= a.address + addressCount(a);
        expect(contains(a, b)).toBe(within);
        const apart = a.address + addressCount(a) <= b.address || b.address + addressCount(b) <= a.address;
        expect(overlaps(a, b)).toBe(!apart);
        expect(overlaps(b, a)).toBe(!apart);
      }),
    );
  });

  test.each([
    ['10.0.0.0/24', 251],
    ['10.0.0.0/26', 59],
    ['10.0.0.0/29', 3],
    ['10.0.0.0/30', 0],
  ])('%s has room for %i hosts', (text, hosts) => {
    expect(hostCount(cidr(text))).toBe(hosts);
  });

  test.each([
    ['10.0.0.0/8', true],
    ['172.16.0.0/12', true],
    ['172.32.0.0/16', false],
    ['192.168.1.0/24', true],
    ['100.64.0.0/10', true],
    ['100.128.0.0/16', false],
    ['10.0.0.0/7', false],
    ['8.8.8.0/24', false],
    ['0.0.0.0/0', false],
  ])('%s private: %s', (text, expected) => {
    expect(isPrivate(cidr(text))).toBe(expected);
  });

  test('is cut into subnets without gap or overlap', () => {
    expect([...subnetsOf(cidr('10.1.0.0/24'), 26)].map(formatCidr)).toEqual([
      '10.1.0.0/26',
      '10.1.0.64/26',
      '10.1.0.128/26',
      '10.1.0.192/26',
    ]);
    expect([...subnetsOf(cidr('255.255.255.254/31'), 32)].map(formatCidr)).toEqual([
      '255.255.255.254/32',
      '255.255.255.255/32',
    ]);
    expect([...subnetsOf(cidr('10.1.0.0/24'), 23)]).toEqual([]);
  });
});

describe('a proposal', () => {
  const anyWanted = fc.uniqueArray(fc.record({ name: fc.string(), prefixLength: fc.integer({ min: 20, max: 29 }) }), {
    selector: (it) => it.name,
    maxLength: 12,
  });
  const space = [cidr('10.0.0.0/20'), cidr('10.9.0.0/22')];
  const texts = (wanted: readonly WantedRange[], taken: readonly Cidr[] = []) => {
    const plan = propose(space, wanted, taken);
    return plan.ok ? Object.fromEntries([...plan.ranges].map(([name, it]) => [name, formatCidr(it)])) : plan.problem;
  };

  test('gives the largest first and answers in the order asked', () => {
    const plan = propose(
      [cidr('10.0.0.0/24')],
      [
        { name: 'pe', prefixLength: 28 },
        { name: 'app', prefixLength: 25 },
        { name: 'AzureBastionSubnet', prefixLength: 26 },
      ],
    );
    expect(plan.ok && [...plan.ranges].map(([name, it]) => [name, formatCidr(it)])).toEqual([
      ['pe', '10.0.0.192/28'],
      ['app', '10.0.0.0/25'],
      ['AzureBastionSubnet', '10.0.0.128/26'],
    ]);
  });

  test('keeps to the space, to what is taken and to itself', () => {
    fc.assert(
      fc.property(
        anyWanted,
        fc.array(
          anyCidr.filter((it) => it.prefix > 21),
          { maxLength: 4 },
        ),
        (wanted, taken) => {
          const plan = propose(space, wanted, taken);
          if (!plan.ok) return;
          const ranges = [...plan.ranges.values()];
          expect([...plan.ranges.keys()]).toEqual(wanted.map((it) => it.name));
          for (const [index, it] of ranges.entries()) {
            expect(it.address).toBe(startOf(it.address, it.prefix));
            expect(it.prefix).toBe(wanted[index]?.prefixLength);
            expect(space.some((whole) => contains(whole, it))).toBe(true);
            expect([...taken, ...ranges.slice(index + 1)].some((other) => overlaps(it, other))).toBe(false);
          }
        },
      ),
    );
  });

  test('does not depend on the order of asking', () => {
    fc.assert(
      fc.property(anyWanted, (wanted) => {
        expect(texts(wanted.toReversed())).toEqual(texts(wanted));
      }),
    );
  });

  test('fills a space to the last address when nothing is taken', () => {
    const wanted = [26, 25, 27, 27].map((prefixLength, index) => ({ name: `s${index}`, prefixLength }));
    expect(propose([cidr('10.0.0.0/24')], wanted).ok).toBe(true);
  });

  test('leaves alone what is there', () => {
    expect(texts([{ name: 'new', prefixLength: 24 }], [cidr('10.0.0.0/26'), cidr('10.0.1.0/24')])).toEqual({
      new: '10.0.2.0/24',
    });
    expect(texts([{ name: 'new', prefixLength: 22 }], [cidr('10.0.0.0/20')])).toEqual({ new: '10.9.0.0/22' });
  });

  test('says what does not fit', () => {
    expect(texts([{ name: 'a', prefixLength: 19 }])).toEqual({ kind: 'no-room', name: 'a', prefixLength: 19 });
    expect(
      texts([
        { name: 'a', prefixLength: 24 },
        { name: 'a', prefixLength: 25 },
      ]),
    ).toEqual({ kind: 'duplicate', name: 'a' });
    expect(texts([{ name: 'a', prefixLength: 33 }])).toEqual({ kind: 'prefix', name: 'a', prefixLength: 33 });
  });
});

describe('a fixed address in a subnet', () => {
  const subnet = cidr('10.20.8.32/27');

  test.each([
    ['10.20.8.36', undefined],
    ['10.20.8.62', undefined],
    ['10.20.8.32', 'reserved'],
    ['10.20.8.35', 'reserved'],
    ['10.20.8.63', 'reserved'],
    ['10.20.8.31', 'outside'],
    ['10.20.8.64', 'outside'],
    ['10.20.8', 'syntax'],
  ])('%s: %s', (address, kind) => {
    expect(addressProblem(address, subnet)?.kind).toBe(kind);
  });

  test('leaves as many as Azure leaves', () => {
    const free = Array.from({ length: addressCount(subnet) }, (_, index) =>
      addressProblem(formatCidr({ address: subnet.address + index, prefix: 32 }).slice(0, -3), subnet),
    ).filter((one) => one === undefined);
    expect(free).toHaveLength(hostCount(subnet));
  });
});
