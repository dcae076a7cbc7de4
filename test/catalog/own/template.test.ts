import { describe, expect, it } from 'vitest';
import type { TemplateRule } from '../../../avm-catalog/constitution/custom/own-rule.ts';
import { ownRule } from '../../../avm-catalog/constitution/custom/rule.ts';
import type { Solution } from '../../../avm-catalog/constitution/solution.ts';
import { declarationsOf } from '../../../src/checks/solution/declarations.ts';
import { usual } from './support.ts';

const text = `@secure()
param password string

param size string = 'a'

module vault 'br/public:avm/res/key-vault/vault:0.13.3' = {
  params: { name: 'kv' }
}

module accounts 'br/public:avm/res/storage/storage-account:0.27.1' = [for one in list: {
  params: one
}]

resource zone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: 'x'
}

output id string = vault.outputs.resourceId
`;

const template = {
  parameters: { password: { type: 'securestring' }, size: { type: 'string', defaultValue: 'a' } },
  variables: {
    list: [
      { name: 'one', sku: 'Standard_LRS' },
      { name: 'two', sku: 'Premium_LRS' },
    ],
  },
  resources: {
    vault: { properties: { parameters: { name: { value: 'kv' }, key: { value: "[reference('x').id]" } } } },
    accounts: {
      copy: { count: "[length(variables('list'))]" },
      properties: {
        parameters: {
          name: { value: "[variables('list')[copyIndex()].name]" },
          skuName: { value: "[variables('list')[copyIndex()].sku]" },
        },
      },
    },
    zone: { type: 'Microsoft.Network/privateDnsZones', properties: {} },
  },
  outputs: { id: { type: 'string', value: "[reference('vault').outputs.resourceId.value]" } },
};

const solution: Solution = {
  declarations: declarationsOf(text),
  template,
  parameters: [],
  own: [
    { file: 'modules/own.bicep', exception: '', declarations: declarationsOf('param size string\n'), template: {} },
  ],
  files: [],
  versionsOf: () => undefined,
};

const { title, level, category, statement, message, instead } = usual;
const about = { title, level, category, statement, message, instead };

function found(changes: Pick<TemplateRule, 'declarations'> & Partial<TemplateRule>, today?: string): readonly string[] {
  const { inspect } = ownRule('ORG-001', { ...about, ...changes });
  return inspect(solution, {}, today).map(({ symbol, within, file, what, untold }) =>
    [file, within, symbol, untold && 'untold', what.replace('the disk is too small ', '')].filter(Boolean).join(' '),
  );
}

describe('a rule over declarations', () => {
  it.each<readonly [string, Pick<TemplateRule, 'declarations'> & Partial<TemplateRule>, readonly string[]]>([
    [
      'parameters, also of files that main.bicep uses',
      { declarations: { kind: 'param' }, must: { path: 'secure', equals: true } },
      ['size (secure is false)', 'modules/own.bicep size (secure is false)'],
    ],
    [
      'parameters with a default',
      { declarations: { kind: 'param' }, must: { path: 'required', equals: true } },
      ['size (required is false)'],
    ],
    [
      'modules by path and version',
      { declarations: { kind: 'module' }, must: { path: 'module', like: 'avm/res/key-vault/*' } },
      ['accounts (module is "avm/res/storage/storage-account")'],
    ],
    [
      'what a loop gives to each item',
      {
        declarations: { kind: 'module', where: { path: 'params.skuName', exists: true } },
        must: { path: 'params.skuName', equals: 'Standard_LRS' },
      },
      ['accounts (params.skuName is "Premium_LRS")'],
    ],
    [
      'what only a deployment knows',
      {
        declarations: { kind: 'module', where: { path: 'name', equals: 'vault' } },
        must: { path: 'params.key', equals: 'x' },
      },
      ['vault untold params.key is known only to Azure'],
    ],
    [
      'native resources, except some',
      {
        declarations: { kind: 'resource' },
        count: { atMost: 0 },
        except: [{ where: { path: 'type', like: '*privateDnsZones' }, reason: 'No module' }],
      },
      [],
    ],
    [
      'a number of them',
      { declarations: { kind: ['module', 'output'] }, count: { atMost: 1 } },
      ['(there are 4 module or output declarations: "vault", "accounts", "accounts", and 1 more)'],
    ],
    ['a value of the template', { declarations: { kind: 'output' }, must: { path: 'type', equals: 'string' } }, []],
  ])('%s', (_what, changes, expected) => {
    expect(found(changes)).toEqual(expected);
  });

  it('knows the day of the check', () => {
    const changes = {
      declarations: { kind: 'resource' },
      must: { path: 'apiVersion', after: { days: -730 } },
    } as const;
    expect(found(changes, '2022-05-01')).toEqual([]);
    expect(found(changes, '2026-05-01')).toEqual(['zone (apiVersion is "2020-06-01")']);
    expect(found(changes)).toEqual(['zone untold apiVersion is "2020-06-01"']);
  });

  it('says what it is about', () => {
    const rule = ownRule('ORG-001', {
      ...about,
      declarations: { kind: ['module', 'resource'] },
      must: { path: 'name', exists: true },
    });
    expect(rule.own?.resources).toBe('module and resource declarations of main.bicep and of the files that it uses');
    expect(rule.own?.ofTemplate?.looksAtAny(solution, undefined)).toBe(true);
    expect(rule.own?.ofTemplate?.looksAtAny({ ...solution, declarations: [], own: [] }, undefined)).toBe(false);
  });
});
