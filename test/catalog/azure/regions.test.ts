import { describe, expect, test } from 'vitest';
import { hasZones, pairOf, region, regionNames, regions } from '../../../avm-catalog/azure/regions.ts';
import { hasShared, readShared } from './shared-data.ts';

interface Source {
  readonly name: string;
  readonly displayName: string;
  readonly geography: string;
  readonly zones: number;
  readonly pairedWith: readonly string[];
  readonly shortCode: string | null;
}

describe('regions', () => {
  test.skipIf(!hasShared('data/regions.json'))('are the public ones of the source, with the same facts', () => {
    const source = readShared('data/regions.json') as readonly Source[];
    const expected = source
      .filter((it) => !/^(Canary|Stage)/.test(it.geography))
      .map(({ name, displayName, geography, zones, pairedWith, shortCode }) => ({
        name,
        displayName,
        geography,
        zones,
        pairedWith,
        shortCode,
      }));
    expect(regions).toEqual(expected);
  });

  test('have unique names and short codes', () => {
    expect(new Set(regionNames).size).toBe(regions.length);
    expect(new Set(regions.map((it) => it.shortCode)).size).toBe(regions.length);
  });

  test.each([
    ['westeurope', true, 'northeurope'],
    ['westus', false, 'eastus'],
    ['polandcentral', true, undefined],
    ['swedencentral', true, 'swedensouth'],
    ['atlantis', false, undefined],
    ['constructor', false, undefined],
  ])('%s: zones %s, pair %s', (name, zones, pair) => {
    expect(hasZones(name)).toBe(zones);
    expect(pairOf(name)).toBe(pair);
  });

  test('are found in any case and with spaces, as Azure finds them', () => {
    for (const name of ['uksouth', 'UK South', 'UKSouth']) expect(region(name)?.shortCode).toBe('uks');
    expect(regions.filter((it) => region(it.displayName) !== it)).toEqual([]);
  });
});
