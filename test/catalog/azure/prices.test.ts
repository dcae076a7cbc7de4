import { describe, expect, it } from 'vitest';
import { diskPrice } from '../../../avm-catalog/azure/disk-prices.ts';
import { prices, queryAlertPrice, retailSource, type Price } from '../../../avm-catalog/azure/prices.ts';
import { vmSizeNames } from '../../../avm-catalog/azure/sizes.ts';
import { pricedSizes, vmPrice } from '../../../avm-catalog/azure/vm-prices.ts';

const quoted: readonly (readonly [string, Price])[] = [
  ...Object.entries(prices),
  ...[1, 5, 10, 15].map((minutes) => [`query alert ${minutes}`, queryAlertPrice(minutes) as Price] as const),
  ['retail', { ...retailSource, usd: 1, unit: 'hour' }],
];

describe('a price', () => {
  it.each(quoted)('has an amount, a day, and a source at one commit: %s', (_, { usd, day, source }) => {
    expect(usd).toBeGreaterThan(0);
    expect(day).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
    expect(source).toMatch(/^https:\/\/github\.com\/[\w-]+\/[\w.-]+\/(?:blob|tree)\/[0-9a-f]{40}\//);
  });

  it('of an alert that is evaluated more often is higher, and without a period unknown', () => {
    const amounts = [60, 15, 10, 5, 1].map((minutes) => queryAlertPrice(minutes)?.usd);
    expect(amounts).toEqual([0.5, 0.5, 1, 1.5, 3]);
    expect(queryAlertPrice(0)).toBeUndefined();
  });
});

describe('a VM', () => {
  it('has a price for sizes of the catalog only, each once', () => {
    expect(pricedSizes.filter((size) => !vmSizeNames.includes(size))).toEqual([]);
    expect(new Set(pricedSizes).size).toBe(pricedSizes.length);
    expect(pricedSizes.length).toBeGreaterThan(100);
  });

  it.each(pricedSizes)('costs more with a Windows license: %s', (size) => {
    expect(vmPrice(size, true)).toBeGreaterThan(vmPrice(size, false) as number);
  });

  it('is found without regard to case, and unknown without a quote', () => {
    expect(vmPrice('standard_d4S_V5', true)).toBe(0.414);
    expect(vmPrice('Standard_E4as_v5', true)).toBeUndefined();
  });
});

it.each([
  ['Premium_LRS', 128, 21.68],
  ['Premium_LRS', 129, 41.811428],
  ['Premium_ZRS', 100, 32.519],
  ['StandardSSD_LRS', 64, 4.8],
  ['Standard_LRS', 8, 1.536],
  ['Standard_ZRS', 8, undefined],
  ['PremiumV2_LRS', 128, undefined],
  ['UltraSSD_LRS', 128, undefined],
  ['Premium_LRS', 40_000, undefined],
  ['constructor_LRS', 8, undefined],
])('%s with %i GiB costs %s USD a month', (type, size, usd) => expect(diskPrice(type, size)).toBe(usd));
