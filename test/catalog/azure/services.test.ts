import { describe, expect, test } from 'vitest';
import { hasZones, pairOf, regionName, regions } from '../../../avm-catalog/azure/regions.ts';
import { offer, serviceFacts, serviceNames, type ServiceName } from '../../../avm-catalog/azure/services.ts';
import { sovereignCloud } from '../../../avm-catalog/azure/sovereign.ts';

describe('what a region offers', () => {
  test.each<[ServiceName, string, string]>([
    ['zonalBastion', 'westeurope', 'yes'],
    ['zonalBastion', 'newzealandnorth', 'yes'],
    ['zonalBastion', 'southeastasia', 'no'],
    ['zonalBastion', 'japaneast', 'no'],
    ['zonalBastion', 'westus3', 'unknown'],
    ['zonalBastion', 'northcentralus', 'no'],
    ['grsStorage', 'westeurope', 'yes'],
    ['grsStorage', 'italynorth', 'no'],
    ['grsStorage', 'ukwest', 'yes'],
    ['gzrsStorage', 'newzealandnorth', 'no'],
    ['gzrsStorage', 'ukwest', 'no'],
    ['gzrsStorage', 'japanwest', 'unknown'],
    ['geoVault', 'italynorth', 'no'],
    ['zonalVault', 'italynorth', 'yes'],
    ['zrsStorage', 'ukwest', 'no'],
    ['zrsDisk', 'japanwest', 'unknown'],
    ['zrsDisk', 'westus', 'no'],
    ['zonalVm', 'West Europe', 'yes'],
    ['zonalVm', 'atlantis', 'unknown'],
  ])('%s in %s: %s', (service, where, expected) => {
    expect(offer(service, where)).toBe(expected);
  });

  test.each<[ServiceName, number]>([
    ['zonalBastion', 29],
    ['zrsDisk', 31],
    ['gzrsStorage', 24],
  ])('%s: each region of the list is one that has zones', (service, count) => {
    expect(regions.filter(({ name }) => offer(service, name) === 'yes')).toHaveLength(count);
  });

  test('has no zone without zones and no copy in a pair without a pair, and says where it is from', () => {
    const [bare, alone] = [
      regions.filter(({ name }) => !hasZones(name)),
      regions.filter(({ name }) => pairOf(name) === undefined),
    ];
    const inZones = serviceNames.filter((name) => /^(zonal|zrs|gzrs)/.test(name));
    const inPairs = serviceNames.filter((name) => /^(grs|gzrs|geo)/.test(name));
    expect([bare.length, alone.length, inZones.length, inPairs.length]).toEqual([20, 13, 8, 3]);
    for (const service of inZones) for (const { name } of bare) expect(offer(service, name), name).toBe('no');
    for (const service of inPairs) for (const { name } of alone) expect(offer(service, name), name).toBe('no');
    for (const service of serviceNames)
      expect(serviceFacts(service).source).toMatch(/^https:\/\/learn\.microsoft\.com\/azure\//);
  });
});

test.each([
  ['West Europe', 'westeurope'],
  ['WestEurope', 'westeurope'],
  ['WEST US 2', 'westus2'],
  ['uksouth', 'uksouth'],
  ['Mars North', 'Mars North'],
])('the region %s is %s', (typed, name) => {
  expect(regionName(typed)).toBe(name);
});

test.each([
  ['usgovvirginia', 'Azure Government'],
  ['USGov Arizona', 'Azure Government'],
  ['usdodeast', 'Azure Government'],
  ['ussecwest', 'Azure Government Secret or Top Secret'],
  ['chinanorth3', 'Azure operated by 21Vianet in China'],
  ['China East 2', 'Azure operated by 21Vianet in China'],
  ['germanynortheast', 'Azure Germany'],
  ['germanynorth', undefined],
  ['westus', undefined],
])('%s belongs to %s', (name, cloud) => {
  expect(sovereignCloud(name)?.name).toBe(cloud);
});

test('no region of the public cloud is taken for one of another', () => {
  expect(regions.filter(({ name }) => sovereignCloud(name))).toEqual([]);
});
