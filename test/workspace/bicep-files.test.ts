import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { describe, expect, it } from 'vitest';
import { bicepFilesPath, formatBicepFiles, type BicepFile } from '../../avm-catalog/modules/bicep-file.ts';
import { recordedBicepFiles } from '../../src/workspace/bicep-files.ts';

const file: BicepFile = {
  path: 'modules/a.bicep',
  sources: { 'modules/a.bicep': 'a'.repeat(64) },
  modules: [{ module: 'avm/res/cache/redis', version: '0.18.0' }],
  resources: [{ type: 'A.B/c', file: 'modules/a.bicep', exception: '' }],
  interface: {
    module: 'modules/a.bicep',
    version: '',
    types: { sku: { type: 'string', allowedValues: ['a', 'b'], exported: true } },
    parameters: {
      name: { type: 'string', minLength: 3, maxLength: 24 },
      list: { type: 'array', items: { ref: 'sku' }, hasDefault: true },
      pair: { type: 'array', tuple: [{ type: 'int' }, { type: 'bool', nullable: true }] },
      choice: {
        type: 'object',
        discriminator: {
          property: 'kind',
          mapping: { one: { type: 'object', properties: { kind: { type: 'string' } } } },
        },
      },
    },
    outputs: { key: { type: 'string', secure: true } },
  },
};

async function read(text: string): Promise<ReadonlyMap<string, BicepFile>> {
  await using folder = await createFixture();
  mkdirSync(join(folder.path, '.avm'));
  writeFileSync(join(folder.path, bicepFilesPath), text);
  return recordedBicepFiles(folder.path);
}

const text = formatBicepFiles([file]);

describe('what was read of Bicep files', () => {
  it('is the same once it was written', async () => {
    expect(await read(text)).toEqual(new Map([[file.path, file]]));
  });

  it('has files in one order, whatever order they are given in', () => {
    const other = { ...file, path: 'a.bicep' };
    expect(formatBicepFiles([file, other])).toBe(formatBicepFiles([other, file]));
  });

  it.each([
    ['no JSON', 'x'],
    ['a merge conflict', text.replace('{\n', '<<<<<<< ours\n{\n')],
    ['another schema', text.replace('"schema": 1', '"schema": 2')],
    ['a path outside', text.replaceAll('modules/a.bicep', '../a.bicep')],
    ['no hash', text.replace('a'.repeat(64), 'a')],
    ['an unknown type', text.replace('"type":"int"', '"type":"float"')],
    ['an unknown fact', text.replace('"minLength":3', '"least":3')],
    ['a fact of another kind', text.replace('"minLength":3', '"minLength":"3"')],
    ['a type that is none', text.replace('{"ref":"sku"}', '"sku"')],
    ['a list that is none', text.replace('"tuple":[', '"tuple":{"a":[').replace('}],"hasDefault', '}]},"hasDefault')],
    ['a key of another world', text.replace('"exception":""', '"exception":"","__proto__":{"x":1}')],
    ['no outputs', text.replace('"outputs"', '"output"')],
  ])('counts as unread where it holds %s', async (_, damaged) => {
    expect(damaged).not.toBe(text);
    expect(await read(damaged)).toEqual(new Map());
  });
});
