import { expect, test } from 'vitest';
import type { ModuleInterface } from '../../../avm-catalog/modules/interface.ts';
import { extractInterface } from '../../../avm-catalog/modules/extract.ts';
import { loadIndex, loadInterface } from '../../../avm-catalog/modules/load.ts';
import { stubTemplate } from '../../../src/checks/modules/interface-stub.ts';

const all = Object.entries(loadIndex()).map(([module, { held }]): ModuleInterface => {
  const loaded = loadInterface(module, held.at(-1) ?? '');
  if ('finding' in loaded) throw new Error(module);
  return loaded.interface;
});

test('a stub has the interface it was made of, for every module', () => {
  for (const iface of all) {
    expect(extractInterface(iface.module, iface.version, stubTemplate(iface, { derived: true }))).toEqual(iface);
  }
});

test('without derived types no schema of a resource provider is named', () => {
  const text = JSON.stringify(all.map((iface) => stubTemplate(iface)));
  expect(text).not.toContain('__bicep_resource_derived_type!');
});

test('a stub deploys nothing and gives a value for every output', () => {
  const [first] = all.filter(({ module }) => module === 'avm/res/network/nat-gateway');
  const stub = stubTemplate(first!) as { resources: object; outputs: Record<string, { value: unknown }> };
  expect(stub.resources).toEqual({});
  expect(Object.values(stub.outputs).map(({ value }) => value)).toEqual(['', '', '', '']);
});
