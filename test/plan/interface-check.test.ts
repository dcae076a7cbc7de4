import { describe, expect, test } from 'vitest';
import { loadInterface } from '../../avm-catalog/modules/load.ts';
import type { ModuleInterface } from '../../avm-catalog/modules/interface.ts';
import { modulePath, pins, type ModuleName } from '../../avm-catalog/modules/pins.ts';
import { arrayOf, literals, object, string } from '../../src/bicep/type.ts';
import { call, method, param, symbol, type ReferenceExpression } from '../../src/bicep/value.ts';
import { checkParameters, type CheckContext } from '../../src/plan/interface-check.ts';
import { cases, declarations } from './interface-cases.ts';

function load(module: string, version: string): ModuleInterface {
  const loaded = loadInterface(module, version);
  if ('finding' in loaded) throw new Error(JSON.stringify(loaded.finding));
  return loaded.interface;
}

const pinned = (name: ModuleName): ModuleInterface => load(modulePath(name), pins[name]);

const context: CheckContext = {
  resolveType: ({ kind, name }: ReferenceExpression) => {
    if (kind === 'symbol') return { type: 'string' };
    return name === 'two' ? { type: 'int', allowedValues: [2] } : declarations[name]?.type;
  },
};

describe('checkParameters', () => {
  test.each(cases)('$module: $name', ({ module, version, params, problems }) => {
    const found = checkParameters(load(module, version), params, context);
    expect(found.map(({ code, path }) => `${code} ${path}`)).toEqual(problems);
  });

  test('names the nearest right word', () => {
    const params = { name: 'st1', kindd: 'x', lock: { kidn: 'None' }, skuName: 'Standard_LSR' };
    const found = checkParameters(pinned('storage/storage-account'), params);
    expect(found.map(({ args }) => args['nearest'])).toEqual(['kind', 'kind', 'Standard_LRS']);
  });

  test('refuses a secret in plain text, and a secret where it is not kept', () => {
    const secret = method(symbol('vault'), 'getSecret', 'password');
    const vm = pinned('compute/virtual-machine');
    const codes = (params: Record<string, string | typeof secret>): string[] =>
      checkParameters(vm, params).flatMap(({ code, path }) =>
        code === 'missing-parameter' ? [] : [`${code} ${path}`],
      );
    expect(codes({ adminPassword: 'P@ssw0rd!' })).toEqual(['literal-secret adminPassword']);
    expect(codes({ adminPassword: secret })).toEqual([]);
    expect(codes({ computerName: secret })).toEqual(['exposed-secret computerName']);
    expect(codes({ adminPassword: '' })).toEqual([]);
  });

  test('accepts what it does not know', () => {
    const params = {
      name: call('someNewFunction', 1),
      kind: param('nobodyKnows', 'path'),
      tags: call('union', {}, {}),
    };
    expect(checkParameters(pinned('storage/storage-account'), params)).toEqual([]);
  });

  test('takes the types of the plan', () => {
    const types = {
      roles: arrayOf(object({ principalId: string, roleDefinitionIdOrName: string })),
      kind: literals('Nope'),
    };
    const resolveType = ({ name }: ReferenceExpression) => types[name as keyof typeof types];
    const found = checkParameters(
      pinned('storage/storage-account'),
      { name: 'st1', roleAssignments: param('roles'), kind: param('kind') },
      { resolveType },
    );
    expect(found.map(({ code, path }) => `${code} ${path}`)).toEqual(['not-allowed kind']);
  });

  test('does not mistake what every object has for a parameter', () => {
    const found = checkParameters(pinned('storage/storage-account'), {
      name: 'st1',
      toString: 'x',
      lock: { constructor: 'x' },
    });
    expect(found.map(({ code }) => code)).toEqual(['unknown-parameter', 'unknown-property']);
  });
});
