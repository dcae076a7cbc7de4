import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/checks/canonical.ts';
import { measureLimits, type LimitName } from '../../src/checks/limits.ts';
import { realModules } from './small-workspace.ts';

const filler = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${index}`, {}]));
const template = (parts: JsonObject) => ({ $schema: 'x', contentVersion: '1.0.0.0', resources: {}, ...parts });
const deployment = (inner: JsonObject, more: JsonObject = {}) => ({
  type: 'Microsoft.Resources/deployments',
  ...more,
  properties: { template: inner },
});
const measure = (parts: JsonObject) => measureLimits(JSON.stringify(template(parts), null, 2));
const rowOf = (parts: JsonObject, limit: LimitName) => measure(parts).rows.find((row) => row.limit === limit);

test('the size is that of the compact template in UTF-8', () => {
  const parts = { resources: { a: { type: 'T', name: 'é' } } };
  expect(rowOf(parts, 'template-size')?.used).toBe(Buffer.byteLength(JSON.stringify(template(parts))));
  expect(rowOf(parts, 'resource-size')).toMatchObject({ used: 24, most: [{ name: 'a', size: 24 }] });
});

test('an empty template uses nothing that counts and has no findings', () => {
  const { rows, findings } = measure({});
  expect(findings).toEqual([]);
  expect(rows.filter(({ unit }) => unit !== 'bytes').map(({ used }) => used)).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test('deployments are counted at every level, by module; numbered loops count, existing resources do not', () => {
  const inner = template({
    resources: { x: deployment(template({})), y: { type: 'T' }, z: { type: 'T', existing: true } },
  });
  const resources = {
    vm: deployment(inner),
    disks: deployment(template({ resources: [deployment(template({}), { name: 'one' })] }), { copy: { count: 3 } }),
    loop: deployment(template({}), { copy: { count: "[length(parameters('n'))]" } }),
  };
  const most = [
    { name: 'disks', size: 6 },
    { name: 'vm', size: 2 },
    { name: 'loop', size: 1 },
  ];
  expect(rowOf({ resources }, 'deployments')).toMatchObject({ used: 9, allowed: 800, percent: 1.1, most });
  expect(rowOf({ resources }, 'resources')).toMatchObject({
    used: 5,
    most: [{ name: '', size: 5 }, { name: 'vm', size: 2 }, { name: 'disks' }, {}, {}],
  });
});

test('a loop over a list that the template has counts as often as the list is long', () => {
  const loop = (list: string) => deployment(template({}), { copy: { count: `[length(variables('${list}'))]` } });
  const resources = { known: loop('three'), computed: loop('later'), lost: loop('none') };
  const variables = { three: [{}, {}, {}], later: "[parameters('n')]" };
  expect(rowOf({ resources, variables }, 'what-if')).toMatchObject({
    used: 5,
    most: [{ name: 'known', size: 3 }, { size: 1 }, { size: 1 }],
  });
  const inside = { many: deployment(template({ resources, variables }), { copy: { count: 2 } }) };
  expect(rowOf({ resources: inside }, 'what-if')?.used).toBe(12);
});

test('a warning from 80 percent on, an error above 100', () => {
  const severityAt = (count: number) => measure({ outputs: filler(count) }).findings.map(({ severity }) => severity);
  expect([51, 52, 64, 65].map(severityAt)).toEqual([[], ['warning'], ['warning'], ['error']]);
});

test('what what-if expands and a template spec holds is never an error: a deployment succeeds all the same', () => {
  const resources = { many: deployment(template({}), { copy: { count: 600 } }) };
  expect(rowOf({ resources }, 'what-if')).toMatchObject({ used: 600, allowed: 500 });
  expect(measure({ resources }).findings).toMatchObject([{ code: 'limits/what-if', severity: 'warning' }]);
});

test('limits of one template hold for nested ones', () => {
  const resources = {
    big: deployment(template({ resources: { er: deployment(template({ parameters: filler(257) })) } })),
  };
  expect(measure({ resources }).findings).toEqual([
    {
      code: 'limits/parameters',
      severity: 'error',
      where: { file: 'main.bicep' },
      ids: [],
      args: {
        used: 257,
        allowed: 256,
        unit: 'count',
        percent: 100.4,
        most: ['big/er: 257', 'main.bicep: 0', 'big: 0'],
      },
    },
  ]);
});

test('the longest expression, not the longest text', () => {
  const variables = { a: 'x'.repeat(30_000), b: `[[${'x'.repeat(30_000)}]`, c: [{ d: `[${'y'.repeat(20_000)}]` }] };
  const { rows, findings } = measure({ variables });
  expect(rows.find(({ limit }) => limit === 'expression-length')).toMatchObject({ used: 20_002, unit: 'characters' });
  expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['limits/expression-length', 'warning']]);
});

describe.skipIf(realModules === null)('a real module', () => {
  test('the virtual machine', async () => {
    const path = join(realModules ?? '', 'avm/res/compute/virtual-machine/0.22.2/main.json');
    const { rows, findings } = measureLimits(await readFile(path, 'utf8'));
    expect(findings).toEqual([]);
    const used = Object.fromEntries(rows.map((row) => [row.limit, row.used]));
    expect(used['deployments']).toBeGreaterThan(10);
    expect(used['template-size']).toBeGreaterThan(200_000);
    expect(used['parameters']).toBeGreaterThan(60);
    expect(used['expression-length']).toBeGreaterThan(100);
  });
});
