import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { cacheFolder, publicRepository, writeCacheEntry } from '../../../src/checks/modules/cache-entry.ts';

test('the folders Bicep looks in', () => {
  const folder = (registry: string, path: string): string => cacheFolder('cache', { registry, path }, '0.7.2');
  expect(cacheFolder('cache', publicRepository('avm/res/network/virtual-network'), '0.7.2')).toBe(
    join('cache', 'br', 'mcr.microsoft.com', 'bicep$avm$res$network$virtual-network', '0.7.2$'),
  );
  expect(folder('localhost:5000', 'bicep/avm')).toBe(join('cache', 'br', 'localhost$5000', 'bicep$avm', '0.7.2$'));
});

test('an entry is what bicep restore leaves, and the same each time', async () => {
  await using fixture = await createFixture({});
  const write = (): string => writeCacheEntry(fixture.path, publicRepository('avm/res/a/b'), '1.0.0', '{"é":1}');
  const read = async (): Promise<string[]> =>
    Promise.all(['main.json', 'manifest', 'metadata', 'lock'].map((name) => readFile(join(write(), name), 'utf8')));
  const [main, manifest, metadata, lock] = await read();
  expect([main, lock]).toEqual(['{"é":1}', '']);
  expect(JSON.parse(manifest!)).toMatchObject({ schemaVersion: 2, layers: [{ size: 8 }] });
  expect(JSON.parse(metadata!)).toEqual({ manifestDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
  expect(await read()).toEqual([main, manifest, metadata, lock]);
});
