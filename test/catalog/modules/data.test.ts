import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ModuleInterface } from '../../../avm-catalog/modules/interface.ts';
import { formatIndex } from '../../../avm-catalog/modules/format.ts';
import { dataFolder, latestVersion, loadIndex, loadInterface } from '../../../avm-catalog/modules/load.ts';
import { pinnedInterface } from '../../../avm-catalog/modules/pinned.ts';
import { argumentOf } from '../../../src/findings/finding.ts';
import { modulePath, moduleReference, pins, type ModuleName } from '../../../avm-catalog/modules/pins.ts';

const files = readdirSync(dataFolder(), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.json') && file !== 'index.json');

function load(module: string, version: string): ModuleInterface {
  const loaded = loadInterface(module, version);
  if ('finding' in loaded) throw new Error(JSON.stringify(loaded.finding));
  return loaded.interface;
}

describe('the catalog of interfaces', () => {
  test('has a file for each version it says it holds, and no other', () => {
    const held = Object.entries(loadIndex()).flatMap(([module, entry]) =>
      entry.held.map((version) => `${module}/${version}.json`),
    );
    expect(files.toSorted()).toEqual(held.toSorted());
  });

  test('stays small', () => {
    const bytes = files.reduce((sum, file) => sum + readFileSync(join(dataFolder(), file)).length, 0);
    expect(bytes).toBeLessThan(2_000_000);
  });

  test('names in interfaces mean something', () => {
    for (const [module, { held }] of Object.entries(loadIndex())) {
      for (const version of held) {
        const iface = load(module, version);
        const names = JSON.stringify(iface).matchAll(/"ref":"([^"]+)"/g);
        expect([...names].filter(([, name]) => !iface.types[name!])).toEqual([]);
      }
    }
  });

  test('the index is written one way', () => {
    expect(readFileSync(join(dataFolder(), 'index.json'), 'utf8')).toBe(formatIndex(loadIndex()));
  });
});

describe('pins', () => {
  test.each(Object.keys(pins) as ModuleName[])('%s is held', (name) => {
    expect(load(modulePath(name), pins[name])).toMatchObject({ module: modulePath(name), version: pins[name] });
  });

  test('a pinned interface has the overlays', () => {
    expect(pinnedInterface('network/load-balancer').parameters['probes']).toHaveProperty(
      'items.properties.requestPath',
    );
  });

  test('paths and references', () => {
    expect(modulePath('network/nat-gateway')).toBe('avm/res/network/nat-gateway');
    expect(modulePath('ptn/security/security-center')).toBe('avm/ptn/security/security-center');
    expect(moduleReference('network/nat-gateway')).toBe(
      `br/public:avm/res/network/nat-gateway:${pins['network/nat-gateway']}`,
    );
  });
});

describe('loadInterface', () => {
  const findingOf = (module: string, version = '1.0.0'): unknown => {
    const loaded = loadInterface(module, version);
    return 'finding' in loaded ? [loaded.finding.code, argumentOf(loaded.finding, 'nearest')] : undefined;
  };
  const nat = 'avm/res/network/nat-gateway';

  test('names the nearest module', () => {
    expect(findingOf('avm/res/network/natgateway')).toEqual(['unknown-module', nat]);
    expect(findingOf('network/nat-gatway')).toEqual(['unknown-module', nat]);
    expect(findingOf('br/public:avm/res/network/nat-gateway')).toEqual(['unknown-module', nat]);
    expect(findingOf('something/else/altogether/unheard')).toEqual(['unknown-module', undefined]);
    expect(findingOf('toString')).toEqual(['unknown-module', undefined]);
    expect(findingOf('../modules/data/avm')).toEqual(['unknown-module', undefined]);
  });

  test('tells a version that was never published from one it does not hold', () => {
    expect(findingOf(nat, '99.0.0')).toEqual(['unknown-module-version', latestVersion(nat)]);
    expect(findingOf(nat, 'latest')).toEqual(['unknown-module-version', latestVersion(nat)]);
    expect(findingOf(nat, loadIndex()[nat]!.versions[0])).toEqual(['module-version-not-held', latestVersion(nat)]);
  });
});

test('the latest version is the newest one the catalog holds', () => {
  expect(latestVersion('avm/res/network/virtual-network')).toBe('0.10.1');
  expect(latestVersion('avm/res/no/such')).toBeUndefined();
});
