import { expect, it } from 'vitest';
import * as z from 'zod';
import { makeJsonSchema } from '../../src/answers/make-json-schema.ts';
import { isExpression, type Value } from '../../src/bicep/value.ts';
import { planOf } from '../plan/support.ts';
import { switches, switchRows } from './switches.ts';
import { choices } from './table.ts';
import { workspaces } from './workspaces.ts';

type Node = { readonly [key: string]: unknown };

const schema: Node = makeJsonSchema(z);

function resolved(node: Node): Node {
  const { $ref } = node;
  return typeof $ref === 'string'
    ? resolved(
        $ref
          .split('/')
          .slice(1)
          .reduce<Node>((at, key) => at[key] as Node, schema),
      )
    : node;
}

/** Of the words of a long list of Azure's own, which the template only passes on, one stands for all. */
function fewOf(values: readonly unknown[]): readonly unknown[] {
  return values.length > 20 ? values.filter((one) => one === 'UTC') : values;
}

/** `path = value` for every value that the schema has below a node in so many words. */
function offered(from: Node, path: string): readonly string[] {
  const node = resolved(from);
  // What describes a size chooses nothing: it is what other settings are judged by.
  if (path.endsWith('customSizes')) return [];
  const list = (key: string): readonly Node[] => (node[key] ?? []) as readonly Node[];
  const values = [
    ...fewOf(list('enum')),
    ...('const' in node ? [node['const']] : []),
    ...(node['type'] === 'boolean' ? [true, false] : []),
    ...(node['type'] === 'null' ? [null] : []),
  ];
  const within = Object.entries((node['properties'] ?? {}) as Readonly<Record<string, Node>>);
  return [
    // An empty text is no choice: it is what a text is that nobody gave.
    ...values.filter((value) => value !== '').map((value) => `${path} = ${JSON.stringify(value)}`),
    ...['anyOf', 'oneOf', 'allOf'].flatMap((key) => list(key).flatMap((one) => offered(one, path))),
    ...within.flatMap(([key, one]) => offered(one, path === '' ? key : `${path}.${key}`)),
    ...(node['items'] ? offered(node['items'] as Node, `${path}[]`) : []),
  ];
}

it('every choice that a setting offers has a row that says what it ends in', () => {
  const { spec } = schema['properties'] as Readonly<Record<string, Node>>;
  const all = [...choices, ...switches.flatMap((one) => one.choices)];
  const rows = new Set(all.map(({ setting, value }) => `${setting} = ${JSON.stringify(value)}`));
  expect([...rows].toSorted()).toEqual([...new Set(offered(spec as Node, ''))].toSorted());
});

it.each([
  ['key-vault', 'keyVault', 'Microsoft.KeyVault/vaults', '/kv-'],
  ['storage-account', 'storageAccount', 'Microsoft.Storage/storageAccounts', '/st'],
  ['backup', 'backup', 'Microsoft.RecoveryServices/vaults', '/rsv-'],
])('a switch without a row ends in what its case shows: %s', (component, key, type, name) => {
  expect(switchRows(component, 'everything-on')).toEqual([
    { setting: `${key}.enabled`, value: true, ends: [{ type, name, path: 'id', is: expect.anything() as unknown }] },
    { setting: `${key}.enabled`, value: false, ends: [{ type, name, none: true }] },
  ]);
});

/** What parameters are compared with anywhere below a value, as `parameter = literal`. */
function compared(value: Value | undefined): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const [left, right] = isExpression(value) && value.$ === 'op' && value.op === '==' ? value.of : [];
  const own =
    isExpression(left) && left.$ === 'ref' && left.kind === 'param' ? [`${left.name} = ${JSON.stringify(right)}`] : [];
  return [...own, ...Object.values(value).flatMap((one) => compared(one as Value))];
}

it.each([
  ['of all kinds', workspaces['with everything']],
  [
    'of two kinds, and a third that a parameter file may give',
    {
      spec: { backup: { enabled: true, redundancy: 'LocallyRedundant' } },
      environments: { prod: { backup: { redundancy: 'ZoneRedundant' } } },
    },
  ],
])('a parameter that the template compares has a branch for every value that it takes: %s', (_, changes) => {
  const plan = planOf(changes);
  const parts = [
    ...plan.variables.map((one) => one.value),
    ...plan.resources.map((one) => ('params' in one ? one.params : {})),
  ];
  const asked = new Set(parts.flatMap(compared));
  const closed = plan.parameters.flatMap(({ name, type }) => (type.kind === 'literals' ? [{ name, of: type.of }] : []));
  const missing = closed.flatMap(({ name, of }) => {
    const without = of.filter((one) => !asked.has(`${name} = ${JSON.stringify(one)}`));
    // The last value is what the last branch is for, and numbers are used there as they are.
    if (of.every((one) => typeof one === 'number')) return [];
    return without.length === of.length || without.length < 2 ? [] : [`${name}: ${without.join(', ')}`];
  });
  expect([...asked].filter((one) => one.startsWith('backupRedundancy'))).toHaveLength(2);
  expect(missing).toEqual([]);
});

it('telemetry that differs by environment reaches every module that has it', () => {
  const modules = planOf(workspaces['with everything']).resources.filter((one) => one.kind === 'module');
  const told = (changes: object): Set<unknown> =>
    new Set(planOf(changes).resources.flatMap((one) => (one.kind === 'module' ? [one.params['enableTelemetry']] : [])));
  expect(modules.length).toBeGreaterThan(10);
  expect(modules.every((one) => isExpression(one.params['enableTelemetry']))).toBe(true);
  expect([...told({})]).toEqual([undefined]);
  expect([...told({ spec: { telemetry: false } })]).toEqual([false]);
});
