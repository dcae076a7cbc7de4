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
  expect(rows.filter(({ unit }) => unit !== 'bytes').map(({ used }) => used)).toEqual([0, 0, 0, 0, 0]);
});

const step = (key: string, index?: number) => ({
  key,
  deployment: 'd',
  after: [],
  ...(index === undefined ? {} : { index }),
});

test('nested deployments are those that are predicted, by module, of the environment that has most of them', () => {
  const rows = (limit: LimitName, ...of: Parameters<typeof measureLimits>[1] & object) =>
    measureLimits(JSON.stringify(template({})), of).rows.find((row) => row.limit === limit);
  const dev = [[step('vm')], [step('vm'), step('disk', 0)], [step('vm'), step('disk', 1)], [step('logs')]];
  const most = [
    { name: 'vm', size: 3 },
    { name: 'logs', size: 1 },
  ];
  expect(rows('deployments', [[step('logs')]], dev)).toMatchObject({ used: 4, allowed: 800, percent: 0.5, most });
  expect(rows('what-if', [[step('logs')]], dev)).toMatchObject({ used: 4, allowed: 500, percent: 0.8, most });
  expect(rows('what-if')).toBeUndefined();
});

test('resources are counted in each template; numbered loops count, existing resources do not', () => {
  const inner = template({
    resources: { x: deployment(template({})), y: { type: 'T' }, z: { type: 'T', existing: true } },
  });
  const resources = {
    vm: deployment(inner),
    disks: deployment(template({ resources: [deployment(template({}), { name: 'one' })] }), { copy: { count: 3 } }),
    loop: deployment(template({}), { copy: { count: "[length(parameters('n'))]" } }),
  };
  expect(rowOf({ resources }, 'resources')).toMatchObject({
    used: 5,
    most: [{ name: '', size: 5 }, { name: 'vm', size: 2 }, { name: 'disks' }, {}, {}],
  });
});

test('a loop over a list that the template has counts as often as the list is long', () => {
  const loop = (list: string) => deployment(template({}), { copy: { count: `[length(variables('${list}'))]` } });
  const resources = { known: loop('three'), computed: loop('later'), lost: loop('none') };
  const variables = { three: [{}, {}, {}], later: "[parameters('n')]" };
  expect(rowOf({ resources, variables }, 'resources')?.used).toBe(5);
});

test('a warning from 80 percent on, an error above 100', () => {
  const severityAt = (count: number) => measure({ outputs: filler(count) }).findings.map(({ severity }) => severity);
  expect([51, 52, 64, 65].map(severityAt)).toEqual([[], ['warning'], ['warning'], ['error']]);
});

test('what what-if expands and a template spec holds is never an error: a deployment succeeds all the same', () => {
  const many = Array.from({ length: 600 }, (_, index) => [step('many', index)]);
  const { findings } = measureLimits(JSON.stringify(template({})), [many]);
  expect(findings).toMatchObject([{ code: 'limits/what-if', severity: 'warning', args: { used: 600, allowed: 500 } }]);
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
    expect(used['template-size']).toBeGreaterThan(200_000);
    expect(used['parameters']).toBeGreaterThan(60);
    expect(used['expression-length']).toBeGreaterThan(100);
  });
});
