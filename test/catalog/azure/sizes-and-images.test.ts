import { describe, expect, test } from 'vitest';
import { image, imageKeys, imageMismatch, images } from '../../../avm-catalog/azure/images.ts';
import { vmSize, vmSizeNames, vmSizes } from '../../../avm-catalog/azure/sizes.ts';

describe('sizes', () => {
  test('are named once, as Azure names them', () => {
    expect(new Set(vmSizeNames).size).toBe(vmSizeNames.length);
    for (const name of vmSizeNames) expect(name).toMatch(/^Standard_[BDEFL]\d+[a-z]+_v[2-6]$/);
  });

  test.each(vmSizes.map((it) => [it.name, it] as const))('%s is sane', (name, it) => {
    const letters = /^Standard_[A-Z](\d+)([a-z]+)_v\d$/.exec(name);
    expect(it.vCpus).toBe(Number(letters?.[1]));
    expect(it.tempDisk).toBe(/d/.test(letters?.[2] ?? '') || ['Fsv2', 'Lsv3'].includes(it.series));
    expect(it.memoryGiB / it.vCpus).toBeGreaterThanOrEqual(0.5);
    expect(it.memoryGiB / it.vCpus).toBeLessThanOrEqual(8);
    expect(it.maxNics).toBeGreaterThanOrEqual(2);
    expect(it.maxDataDisks).toBeGreaterThanOrEqual(4);
    expect(!it.trustedLaunch || it.generations.includes(2)).toBe(true);
    expect(it.generations.includes(1)).toBe(!name.endsWith('_v6'));
    expect(it.diskControllers).toEqual(name.endsWith('_v6') ? ['NVMe'] : ['SCSI']);
  });

  test('grow within a series', () => {
    for (const [before, after] of vmSizes.slice(1).map((it, index) => [vmSizes[index], it] as const)) {
      if (before?.series !== after.series) continue;
      expect(after.vCpus).toBeGreaterThanOrEqual(before.vCpus);
      expect(after.maxDataDisks).toBeGreaterThanOrEqual(before.maxDataDisks);
      expect(after.maxNics).toBeGreaterThanOrEqual(before.maxNics);
      expect(after.tempDiskGiB).toBeGreaterThanOrEqual(before.tempDiskGiB);
    }
  });

  test.each([
    ['Standard_B2s_v2', 2, 8, 4, 2, 0],
    ['Standard_D4ds_v5', 4, 16, 8, 2, 150],
    ['Standard_E96as_v5', 96, 672, 32, 8, 0],
    ['Standard_D16s_v6', 16, 64, 48, 8, 0],
    ['Standard_F16s_v2', 16, 32, 32, 4, 128],
    ['standard_l8s_v3', 8, 64, 16, 4, 80],
  ])('%s as documented', (name, vCpus, memoryGiB, maxDataDisks, maxNics, tempDiskGiB) => {
    expect(vmSize(name)).toMatchObject({ vCpus, memoryGiB, maxDataDisks, maxNics, tempDiskGiB });
  });

  test('a size that is not listed is unknown', () => {
    expect(vmSize('Standard_Z1')).toBeUndefined();
  });
});

describe('images', () => {
  test('have unique keys that say what they are', () => {
    expect(new Set(imageKeys).size).toBe(images.length);
    for (const it of images) {
      expect(it.key.startsWith(String(it.year))).toBe(true);
      expect(it.core).toBe(it.key.includes('core'));
      expect(it.smallDisk).toBe(it.key.includes('smalldisk'));
      expect(it.edition === 'azure-edition').toBe(it.key.includes('azure-edition'));
      expect(it.minOsDiskGB).toBe(it.smallDisk ? 30 : 127);
    }
  });

  test('Trusted Launch and hotpatch ask for generation 2', () => {
    for (const it of images) {
      expect(it.trustedLaunch).toBe(it.generation === 2);
    }
    const hot = images.filter((it) => it.hotpatch);
    expect(hot.every((it) => it.generation === 2 && it.edition === 'azure-edition')).toBe(true);
  });

  test('menus offer what can be secured, of every year', () => {
    const common = images.filter((it) => it.common);
    expect(common.every((it) => it.trustedLaunch)).toBe(true);
    expect(new Set(common.map((it) => it.year))).toEqual(new Set([2025, 2022, 2019, 2016]));
    expect(images[0]?.key).toBe('2025-datacenter-azure-edition');
  });

  test('2022 Azure Edition with a desktop is patched hot only as its hotpatch sku', () => {
    expect(image('2022-datacenter-azure-edition')?.hotpatch).toBe(false);
    expect(image('2022-Datacenter-Azure-Edition-Hotpatch')?.hotpatch).toBe(true);
    expect(image('2025-datacenter-azure-edition')?.hotpatch).toBe(true);
  });

  test.each([
    ['2016-datacenter-gensecond', 'Standard_D2s_v6', 'nvme'],
    ['2016-datacenter-gensecond', 'Standard_D2s_v5', undefined],
    ['2016-datacenter', 'Standard_D2s_v5', undefined],
    ['2022-datacenter', 'Standard_D2as_v6', 'generation'],
    ['2022-datacenter-azure-edition', 'Standard_D2as_v6', undefined],
  ])('%s on %s: %s', (key, size, kind) => {
    const [it, on] = [image(key), vmSize(size)];
    if (it === undefined || on === undefined) throw new Error('unknown image or size');
    expect(imageMismatch(it, on)?.kind).toBe(kind);
  });
});
