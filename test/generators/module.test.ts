import { describe, expect, it } from 'vitest';
import type { Place, Referable } from '../../generators/module/place.ts';
import { askOptional } from '../../generators/module/optional.ts';
import { askValue } from '../../generators/module/value.ts';
import { componentGenerator } from '../../generators/component.ts';
import type { TypeNode } from '../../avm-catalog/modules/interface.ts';
import { loadCatalog } from '../../avm-catalog/modules/catalog.ts';
import { latestVersion } from '../../avm-catalog/modules/load.ts';
import { parameterOf } from '../../avm-catalog/modules/resolve.ts';
import { parseAnswers } from '../../src/answers/parse.ts';
import { applyChange } from '../../src/cli/change/change.ts';
import { generate } from '../../src/files/generate.ts';
import { workspace } from '../cli/run.ts';
import { scripted, type Script } from './scripted.ts';

const catalog = loadCatalog();
const group = '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-shared/providers';
const vault = `${group}/Microsoft.KeyVault/vaults/kv-shared`;
const referable: readonly Referable[] = [
  { name: 'virtual-network', title: 'Virtual network', type: 'virtual-network' },
  { name: 'plan', title: 'Existing plan', type: 'existing-resource', armType: 'Microsoft.Web/serverfarms', id: 'x' },
  { name: 'hub-vault', title: 'Hub', type: 'existing-resource', armType: 'Microsoft.KeyVault/vaults', id: vault },
];

async function given(place: Omit<Place, 'isSecure' | 'types'> & Partial<Place>, script: Script = {}) {
  const session = scripted(script, '.');
  const whole = { types: {}, isSecure: place.node.secure === true, ...place };
  return { session, value: await askValue(whole, { ask: session.ask, referable, last: {} }) };
}

function placeOf(module: string, parameter: string): Place {
  const iface = catalog.interface(`avm/res/${module}`, latestVersion(`avm/res/${module}`) ?? '');
  const node = parameterOf(iface, parameter);
  return { path: parameter, node, types: iface.types, isSecure: node.secure === true };
}

describe('a value of a parameter', () => {
  const text: TypeNode = { type: 'string', minLength: 3, maxLength: 5 };

  it.each([
    [text, 'size (text, 3 to 5 characters)', ['ab', 'abc'], 'It has 2 characters, and must be text, 3 to 5', 'abc'],
    [{ type: 'string' }, 'size (text)', ['', 'a'], 'Write a value.', 'a'],
    [
      { type: 'int', minValue: 1, maxValue: 64 },
      'size (a whole number, 1 to 64)',
      ['65', '1.5', '64'],
      'Write a whole number, 1 to 64.',
      64,
    ],
    [{ type: 'int', minValue: 0 }, 'size (a whole number, at least 0)', ['-1', '0'], 'Write a whole number', 0],
    [{ type: 'object' }, 'size (an object, such as {name: value})', ['[a]', '{a: 0.5}'], 'Write an object', { a: 0.5 }],
    [{ type: 'array' }, 'size (a list, such as [a, b])', ['{a: b}', '[a, 1]'], 'Write a list', ['a', 1]],
    [{}, 'size (any value)', ['{a', '12'], 'It cannot be read', 12],
  ] as const)(
    '%j is asked for with its bounds, which are checked at once',
    async (node, message, typed, said, value) => {
      const found = await given({ path: 'size', node }, { '*size': [...typed] });
      expect(found.value).toEqual(value);
      expect(found.session.asked[0]).toBe(message);
      expect(found.session.refused).toHaveLength(typed.length - 1);
      for (const one of found.session.refused) expect(one).toContain(said);
    },
  );

  it('that is one of a few is chosen, and yes or no is confirmed', async () => {
    const tier = { path: 'tier', node: { type: 'string', allowedValues: ['Basic', 'Premium'] } } as const;
    expect((await given(tier, { tier: 'Premium' })).value).toBe('Premium');
    expect((await given({ path: 'zoned', node: { type: 'bool' } }, { zoned: true })).value).toBe(true);
    const proposed = async (path: string) => (await given({ path, node: { type: 'bool' } }, {})).value;
    expect(await proposed('zoned')).toBe(false);
    expect(await proposed('administrators.azureADOnlyAuthentication')).toBe(true);
    const several = { path: 'zones', node: { type: 'array', allowedValues: [1, 2, 3], maxLength: 2 } } as const;
    expect((await given(several, { zones: ['1', '3'] })).value).toEqual([1, 3]);
  });

  it('that is one of several kinds begins with the kind, and then has what that kind needs', async () => {
    const place = placeOf('dev-ops-infrastructure/pool', 'agentProfile');
    const { value, session } = await given(place, {
      'agentProfile.kind': 'Stateful',
      'agentProfile.maxAgentLifetime': '7.00:00:00',
      'agentProfile.gracePeriodTimeSpan': '00:30:00',
    });
    expect(value).toEqual({
      kind: 'Stateful',
      maxAgentLifetime: '7.00:00:00',
      gracePeriodTimeSpan: expect.any(String),
    });
    expect(session.asked[0]).toBe('agentProfile.kind');
  });

  it('that is a list is asked for item by item, as many as there have to be', async () => {
    const node: TypeNode = { type: 'array', minLength: 2, maxLength: 3, items: { type: 'string' } };
    const { value, session } = await given(
      { path: 'zones', node },
      { 'zones.0': 'a', 'zones.1': 'b', 'zones.2': 'c', 'zones: another one?': true },
    );
    expect(value).toEqual(['a', 'b', 'c']);
    expect(session.asked.filter((one) => one.endsWith('another one?'))).toHaveLength(1);
  });
});

describe('the ID of a resource', () => {
  const place = { path: 'serverFarmResourceId', node: { type: 'string' } } as const;

  it('is that of a component, which fits by its type', async () => {
    expect((await given(place)).value).toEqual({ idOf: 'plan' });
    expect((await given({ ...place, path: 'virtualNetworkResourceId' })).value).toEqual({ idOf: 'virtual-network' });
  });

  it('is another one, whole', async () => {
    const id = `${group}/Microsoft.Web/serverfarms/asp-1`;
    const { value, session } = await given(place, {
      'serverFarmResourceId (the': 'another resource',
      '*serverFarmResourceId (/': ['asp-1', id],
    });
    expect(value).toBe(id);
    expect(session.refused).toEqual([expect.stringContaining('Enter the full ID')]);
  });

  it.each(['clientId', 'tenantId', 'principalId', 'appId'])('is not %s, which is text', async (path) => {
    const { session } = await given({ path, node: { type: 'string' } }, { [path]: 'a' });
    expect(session.asked).toEqual([`${path} (text)`]);
  });
});

describe('a secret', () => {
  it('is in a key vault that exists, of the workspace or another one', async () => {
    const place = { path: 'password', node: { type: 'string', secure: true } } as const;
    const names = { '*password: name': ['a b', 'sql'] };
    const found = await given(place, { 'password: key vault with': 'hub-vault', ...names });
    expect(found.value).toEqual({ keyVault: vault, secret: 'sql' });
    expect(found.session.refused).toEqual(['Use 1 to 127 letters, digits, and hyphens.']);
    const other = await given(place, {
      'password: key vault with': 'another resource',
      '*password: ID': ['kv', vault.replace('kv-shared', 'kv-2')],
      '*password: name': ['sql'],
    });
    expect(other.value).toEqual({ keyVault: vault.replace('kv-shared', 'kv-2'), secret: 'sql' });
  });

  it('may be inside a list', async () => {
    const place = placeOf('app/container-app', 'secrets');
    const { value } = await given(place, {
      '*Which optional property of secrets.0?': ['name', 'value', 'no more'],
      'secrets.0.name': 'key',
      'secrets.0.value: the key vault': 'hub-vault',
      'secrets.0.value: name': 'api-key',
    });
    expect(value).toEqual([{ name: 'key', value: { keyVault: vault, secret: 'api-key' } }]);
  });
});

describe('optional parameters', () => {
  it.each([
    ['public net', ['publicNetworkAccess']],
    ['ACL', ['networkAcls']],
    ['networkacls bypass', ['networkAcls']],
    ['zzz', []],
  ])('are found by "%s", in their names and in those of what is inside', async (term, names) => {
    const found: string[] = [];
    const { ask } = scripted({}, '.');
    const parameters = ['publicNetworkAccess', 'networkAcls', 'minimumTlsVersion'];
    await askOptional(
      parameters.map((one) => placeOf('storage/storage-account', one)),
      {
        asking: {
          referable,
          last: {},
          ask: {
            ...ask,
            search: async ({ choices }) => {
              found.push(...choices(term).map(({ name }) => name));
              return choices(term).at(-1)?.value as never;
            },
          },
        },
        ask: async () => true,
      },
    );
    expect(found).toEqual([...names, 'no more']);
  });
});

describe('a module', () => {
  it('is asked for as a whole, by environment too, and what comes of it can be planned', async () => {
    const { cwd, file } = await workspace();
    const session = scripted(
      {
        'What do you want to add?': 'An Azure Verified Module',
        '*Which module?': ['management/management-group', 'sql/server'],
        'Name of the component': 'orders',
        'In which environments?': 'all of them',
        '*Which optional parameter?': [
          'administratorLogin',
          'administratorLoginPassword',
          'minimalTlsVersion',
          'databases',
          'no more',
        ],
        'administratorLogin (': 'dbadmin',
        'administratorLoginPassword: ID': vault,
        '*administratorLoginPassword: name': ['orders-dev', 'orders-test', 'orders-prod'],
        minimalTlsVersion: '1.2',
        'databases.0.name': 'orders',
        'databases.0.availabilityZone': '-1',
        'Which of these differ': ['administratorLoginPassword'],
      },
      cwd,
      { folder: '.' },
    );
    const applied = applyChange(await file('avm.yaml'), await componentGenerator.prompts(session));
    expect(session.refused).toEqual([expect.stringContaining('is deployed to a')]);
    if (!('text' in applied)) throw new Error(JSON.stringify(applied));
    const parsed = parseAnswers(applied.text);
    expect(parsed).toHaveProperty('answers.components.orders.params.databases.0.name', 'orders');
    expect(parsed).toHaveProperty(
      'answers.environments.prod.components.orders.params.administratorLoginPassword.secret',
      'orders-prod',
    );
    if (!('answers' in parsed)) throw new Error(JSON.stringify(parsed));
    const { findings, files } = generate(parsed.answers, applied.text, catalog);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(files?.find(({ path }) => path === 'main.prod.bicepparam')?.text).toContain("'orders-prod'");
  });
});
