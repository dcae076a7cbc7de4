import { expect, test } from 'vitest';
import { diffInterfaces } from '../../../avm-catalog/modules/diff.ts';
import type { ModuleInterface, ParameterNode, Types } from '../../../avm-catalog/modules/interface.ts';

const iface = (parameters: Record<string, ParameterNode>, types: Types = {}): ModuleInterface => ({
  module: 'avm/res/x/y',
  version: '1.0.0',
  types,
  parameters,
  outputs: {},
});

/** `! kind path from > to`, with `!` for what can break. */
function diff(older: ModuleInterface, newer: ModuleInterface): string[] {
  return diffInterfaces(older, newer).map(({ kind, path, from, to, breaking }) =>
    [breaking ? '!' : ' ', kind, path, ...((from ?? to) ? [`${from ?? ''}>${to ?? ''}`] : [])].join(' '),
  );
}
const change = (from: ParameterNode, to: ParameterNode): string[] => diff(iface({ it: from }), iface({ it: to }));

test('nothing changed', () => {
  expect(change({ type: 'string' }, { type: 'string' })).toEqual([]);
});

test('parameters that came and went', () => {
  const newer = iface({ must: { type: 'string' }, may: { type: 'int', nullable: true } });
  expect(diff(iface({ gone: { type: 'bool' } }), newer)).toEqual([
    '! parameter-added must >string',
    '  parameter-added may >int?',
    '! parameter-removed gone',
  ]);
});

test('what a parameter takes', () => {
  expect(change({ type: 'string' }, { type: 'int' })).toEqual(['! type-changed it string>int']);
  expect(change({ type: 'string', nullable: true }, { type: 'string' })).toEqual(['! became-required it']);
  expect(change({ type: 'string' }, { type: 'string', hasDefault: true })).toEqual(['  became-optional it']);
  expect(change({ type: 'string', nullable: true }, { type: 'string', nullable: true, hasDefault: true })).toEqual([
    '  default-added it',
  ]);
  expect(change({ type: 'string', hasDefault: true }, { type: 'string', nullable: true })).toEqual([
    '  default-removed it',
  ]);
  expect(change({ type: 'string' }, { type: 'string', secure: true })).toEqual(['! secure-changed it >secure']);
  expect(change({ type: 'string', maxLength: 24 }, { type: 'string', maxLength: 12 })).toEqual([
    '! limit-changed it maxLength 24>maxLength 12',
  ]);
  expect(change({ type: 'int', minValue: 1 }, { type: 'int' })).toEqual([
    '  limit-changed it minValue 1>minValue none',
  ]);
});

test('allowed values', () => {
  const of = (...allowedValues: string[]): ParameterNode => ({ type: 'string', allowedValues });
  expect(change(of('a', 'b'), of('b', 'c'))).toEqual(['  values-added it >c', '! values-removed it a>']);
  expect(change(of('a'), { type: 'string' })).toEqual(['  values-added it >any']);
  expect(change({ type: 'string' }, of('a'))).toEqual(['! values-removed it any>']);
});

test('inside objects, arrays, variants and named types', () => {
  const types = (kind: ParameterNode): Types => ({
    one: { type: 'object', properties: { kind, self: { ref: 'one', nullable: true } } },
  });
  const older = iface({ list: { type: 'array', items: { ref: 'one' } } }, types({ type: 'string', nullable: true }));
  const newer = iface({ list: { type: 'array', items: { ref: 'one' } } }, types({ type: 'int' }));
  expect(diff(older, newer)).toEqual(['! became-required list[].kind', '! type-changed list[].kind string?>int']);
  const variants = (...names: string[]): ParameterNode => ({
    type: 'object',
    discriminator: {
      property: 'kind',
      mapping: Object.fromEntries(names.map((name) => [name, { type: 'object', properties: {} }])),
    },
  });
  expect(change(variants('a', 'b'), variants('b', 'c'))).toEqual(['  variant-added it(c)', '! variant-removed it(a)']);
});

test('outputs and scope', () => {
  const older = { ...iface({}), outputs: { id: { type: 'string' }, gone: { type: 'int' } } } as const;
  const newer = {
    ...iface({}),
    scope: 'subscription',
    outputs: { id: { type: 'array' }, more: { type: 'int' } },
  } as const;
  expect(diff(older, newer)).toEqual([
    '! scope-changed scope resourceGroup>subscription',
    '! type-changed outputs.id string>array',
    '  output-added outputs.more >int',
    '! output-removed outputs.gone',
  ]);
});
