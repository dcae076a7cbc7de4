import { describe, expect, it } from 'vitest';
import { validUntil } from '../../../avm-catalog/constitution/custom/attestation.ts';
import type { OwnRule } from '../../../avm-catalog/constitution/custom/own-rule.ts';
import { ownRule } from '../../../avm-catalog/constitution/custom/rule.ts';
import { Estate } from '../../../avm-catalog/constitution/estate.ts';
import { evaluate } from '../../../avm-catalog/constitution/evaluate.ts';
import { dayAfter, daysBetween } from '../../../avm-catalog/kernel/day.ts';
import { resource, usual, violationsOf } from './support.ts';

const disk = (name: string, diskSizeGB: unknown, rest: object = {}) =>
  resource('Microsoft.Compute/disks', name, { properties: { diskSizeGB, ...rest } });
const late = '[reference(x).size]';
const brief = (changes: Partial<OwnRule>, ...disks: ReturnType<typeof disk>[]): readonly string[] =>
  violationsOf(changes, disks).map(({ resource: id, what, untold }) =>
    [id.split('/').at(-1), ...(untold ? ['untold'] : []), what.replace('the disk is too small ', '')].join(' '),
  );

describe('an aggregate', () => {
  it.each<readonly [string, NonNullable<OwnRule['aggregate']>, readonly unknown[], readonly string[]]>([
    ['a sum', { sum: 'properties.diskSizeGB', atMost: 100 }, [64, 36], []],
    [
      'too much',
      { sum: 'properties.diskSizeGB', atMost: 99 },
      [64, 36],
      [' (the sum of properties.diskSizeGB is 100)'],
    ],
    ['a sum of none', { sum: 'properties.diskSizeGB', atLeast: 1 }, [], [' (the sum of properties.diskSizeGB is 0)']],
    ['an average', { average: 'properties.diskSizeGB', atLeast: 50, atMost: 50 }, [64, 36], []],
    [
      'a low average',
      { average: 'properties.diskSizeGB', atLeast: 51 },
      [64, 36],
      [' (the average of properties.diskSizeGB is 50)'],
    ],
    [
      'the least',
      { min: 'properties.diskSizeGB', atLeast: 37 },
      [64, 36],
      [' (the min of properties.diskSizeGB is 36)'],
    ],
    ['the greatest', { max: 'properties.diskSizeGB', atLeast: 64 }, [64, 36], []],
    ['without those that lack it', { average: 'properties.diskSizeGB', atLeast: 64 }, [64, undefined, null], []],
    [
      'of nothing set',
      { min: 'properties.diskSizeGB', atLeast: 1 },
      [undefined],
      [' untold properties.diskSizeGB isn’t set in any resource'],
    ],
    [
      'of what only Azure knows',
      { sum: 'properties.diskSizeGB', atMost: 1 },
      [64, late],
      [' untold the sum of properties.diskSizeGB is known only to Azure'],
    ],
    [
      'of text',
      { sum: 'properties.diskSizeGB', atMost: 99 },
      ['64'],
      [' (properties.diskSizeGB is "64", which isn’t a number)'],
    ],
  ])('%s', (_, aggregate, sizes, expected) => {
    expect(brief({ aggregate }, ...sizes.map((size, index) => disk(`d${index}`, size)))).toEqual(expected);
  });

  it('counts only what the rule selects, and items of lists', () => {
    const where = { path: 'name', like: 'd*' };
    const resources = { type: 'Microsoft.Compute/disks', where };
    expect(
      brief({ resources, aggregate: { sum: 'properties.diskSizeGB', atMost: 5 } }, disk('d', 5), disk('x', 9)),
    ).toEqual([]);
    expect(
      brief(
        { aggregate: { sum: 'properties.parts[*].size', atMost: 2 } },
        disk('d', 0, { parts: [{ size: 1 }, { size: 2 }] }),
      ),
    ).toEqual([' (the sum of properties.parts[*].size is 3)']);
    const odd = { type: 'Microsoft.Compute/disks', where: { path: 'properties.kind', equals: 'a' } };
    expect(
      brief({ resources: odd, aggregate: { sum: 'properties.diskSizeGB', atMost: 5 } }, disk('d', 9, { kind: late })),
    ).toEqual([' untold the Microsoft.Compute/disks that count are known only to Azure']);
  });

  it('is not applicable without a resource, except for a sum', () => {
    const state = (aggregate: NonNullable<OwnRule['aggregate']>) => {
      const rule = { definition: ownRule('ORG-001', { ...usual, aggregate }), level: 'must' as const, parameters: {} };
      return evaluate(rule, [], { environment: 'dev', components: [] } as unknown as Parameters<typeof evaluate>[2])
        ?.because;
    };
    expect(state({ max: 'properties.diskSizeGB', atMost: 1 })).toBe('there’s no Microsoft.Compute/disks');
    expect(state({ sum: 'properties.diskSizeGB', atMost: 1 })).toBe('');
  });
});

describe('an exception', () => {
  const must = { path: 'properties.diskSizeGB', atLeast: 64 };
  const except = [{ where: { path: 'tags.temporary', equals: 'true' }, reason: 'Gone in a day.' }];
  const temporary = { ...disk('t', 1), tags: { temporary: 'true' } };

  it('exempts what meets its condition, and nothing else', () => {
    expect(brief({ must, except }, temporary, disk('a', 1))).toEqual(['a (properties.diskSizeGB is 1)']);
    expect(brief({ count: { atMost: 0 }, except }, temporary)).toEqual([]);
  });

  it('that only Azure knows leaves the rule undecided', () => {
    const maybe = { ...disk('m', 1), tags: { temporary: late } };
    expect(brief({ must, except }, maybe)).toEqual(['m untold tags.temporary is known only to Azure']);
  });

  it('is told with its reason, and leaves the rule not applicable where nothing else is', () => {
    const definition = ownRule('ORG-001', { ...usual, must, except });
    expect(definition.exceptions).toEqual([
      { what: 'Resources where tags.temporary is "true"', why: 'Gone in a day.' },
    ]);
    const view = { environment: 'dev', components: [] } as unknown as Parameters<typeof evaluate>[2];
    const found = evaluate({ definition, level: 'must', parameters: {} }, [temporary], view);
    expect(found?.because).toBe('there’s no Microsoft.Compute/disks that isn’t exempt');
  });
});

describe('a selection by a day', () => {
  const until = (name: string, on: string) => ({ ...disk(name, 1), tags: { until: on } });
  const resources = { type: 'Microsoft.Compute/disks', where: { path: 'tags.until', before: { days: 0 } } };
  const definition = ownRule('ORG-001', { ...usual, resources });
  const view = { environment: 'dev', components: [] } as unknown as Parameters<typeof evaluate>[2];
  const on = (today: string | undefined) =>
    evaluate(
      { definition, level: 'must', parameters: {} },
      [until('old', '2026-01-01'), until('new', '2027-01-01')],
      view,
      today,
    );

  it('evaluates what it selects on that day, and nothing else', () => {
    expect(on('2026-06-01')?.evaluated.map((id) => id.split('/').at(-1))).toEqual(['old']);
    expect(on('2025-06-01')?.because).toMatch(/^there’s no /);
    expect(definition.own?.ofResources?.looksAtAny(new Estate([until('old', '2026-01-01')]), view, '2025-06-01')).toBe(
      false,
    );
  });
});

it('a count of none names each resource, so that a waiver can', () => {
  const resources = { type: 'Microsoft.Compute/disks', where: { path: 'name', like: 'd*' } };
  expect(brief({ resources, count: { atMost: 0 } }, disk('d1', 1), disk('d2', 1), disk('x', 1))).toEqual([
    'd1 (name is "d1")',
    'd2 (name is "d2")',
  ]);
});

it('an attestation is valid through its last day', () => {
  const attest = { how: 'x', by: 'ops', on: '2026-01-31', validFor: 30 };
  expect(validUntil(attest)).toBe('2026-03-02');
  expect(validUntil({ how: 'x', validFor: 30 })).toBeUndefined();
  expect(validUntil({ how: 'x', by: 'ops', on: '2026-01-31' })).toBeUndefined();
});

it('days are added as the calendar has them', () => {
  for (let days = -700_000; days < 700_000; days += 977)
    expect(daysBetween('2026-06-01', dayAfter('2026-06-01', days)), String(days)).toBe(days);
  expect(dayAfter('2024-02-28', 1)).toBe('2024-02-29');
  expect(dayAfter('2100-02-28', 1)).toBe('2100-03-01');
});
