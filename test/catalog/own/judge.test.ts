import { describe, expect, it } from 'vitest';
import { comparisons, type Comparisons, type Condition } from '../../../avm-catalog/constitution/custom/condition.ts';
import { extension, factsIn, resource, verdict, verdictIn } from './support.ts';

const azureAlone = "[reference('/subscriptions/s/x').it]";
const missing = undefined;

/** What is asked, values of which it holds, and values of which it does not. */
const table: readonly (readonly [Comparisons, readonly unknown[], readonly unknown[]])[] = [
  [{ equals: 'TLS1_2' }, ['TLS1_2', 'tls1_2'], ['TLS1_1', 12, true, null, missing, ['TLS1_2'], {}]],
  [{ equals: 1.2 }, [1.2], ['1.2', 1, missing]],
  [{ equals: false }, [false], [true, 'false', 0, null, missing]],
  [{ equals: null }, [null, missing], ['', 0, false, []]],
  [{ notEquals: 'Enabled' }, ['Disabled', missing, null, 1, []], ['Enabled', 'enabled']],
  [{ in: ['a', 2] }, ['A', 2], ['b', '2', missing]],
  [{ notIn: ['a', 2] }, ['b', '2', missing], ['A', 2]],
  [{ like: 'st*prod*' }, ['stprod', 'STxPRODy'], ['xstprod', 'st', 1, missing, ['stprod']]],
  [{ like: '*' }, ['', 'anything'], [1, missing]],
  [{ like: 'a.c' }, ['a.c'], ['abc']],
  [{ notLike: '*_GRS' }, ['Standard_LRS', missing, 1], ['Standard_GRS', 'x_grs']],
  [{ startsWith: 'vm-' }, ['vm-1', 'VM-1'], ['xvm-1', 'vm', missing, 1]],
  [{ endsWith: '-team' }, ['a-team', 'A-TEAM'], ['team', '-teams', missing]],
  [{ contains: 'snet' }, ['a/snet-b', 'SNET', ['SNET', 'x']], ['sne', ['snets'], {}, missing]],
  [{ contains: 443 }, [[80, 443]], ['443', [80], 443, missing]],
  [{ notContains: '22' }, [['80'], 'none', missing], [['22'], '2200']],
  [{ atLeast: 64 }, [64, 65.5], [63, '64', missing, null, true]],
  [{ atMost: 64 }, [64, -1], [65, '1', missing, null]],
  [{ moreThan: 0 }, [1, 0.1], [0, -1, missing]],
  [{ lessThan: 10 }, [9], [10, 11, missing]],
  [{ length: { atLeast: 1 } }, ['a', [0], { a: 1 }], ['', [], {}, 7, null, missing]],
  [{ length: { atMost: 2 } }, ['', '🙂🙂', [1, 2]], ['abc', [1, 2, 3], 7, missing]],
  [{ exists: true }, [0, '', false, [], {}, azureAlone], [null, missing]],
  [{ exists: false }, [null, missing], [0, '', false, [], {}]],
  [{ atLeast: 1, atMost: 3 }, [1, 2, 3], [0, 4]],
  [
    { within: '10.0.0.0/8' },
    ['10.0.0.0/8', '10.255.1.0/24', '10.1.2.3', '10.1.2.3/24', ['10.1.0.0/16', '10.2.0.0/16']],
    ['11.0.0.0/8', '0.0.0.0/0', '*', ['10.1.0.0/16', '11.0.0.0/16'], [], 'fd00::/8', '10.0.0.0/33', 10, {}, missing],
  ],
  [{ within: ['10.0.0.0/8', '192.168.0.0/16'] }, ['192.168.1.0/24', ['10.1.0.0/16', '192.168.0.0/24']], ['172.16.0.1']],
  [
    { overlaps: '10.20.0.0/16' },
    ['10.0.0.0/8', '10.20.30.0/24', '*', 'Any', '0.0.0.0/0', ['11.0.0.0/8', '10.20.0.1']],
    ['10.21.0.0/16', [], ['11.0.0.0/8'], 'fd00::/8', missing, null, 7],
  ],
  [
    { includesPort: 3389 },
    ['3389', 3389, '3380-3400', '*', '0-65535', ['443', '3389-3389']],
    ['338', '3390-3400', '443', [], 'rdp', '3400-3380', '3389,3390', missing, null, { toString: 1 }],
  ],
  [{ includesPort: [22, 3389] }, ['20-22', ['3389']], ['23-3388']],
  [
    { before: '2026-06-01' },
    ['2026-05-31', '2026-05-31T23:59:59Z', '2025-01-01-preview', 1_780_185_600],
    ['2026-06-01', '2026-06-01T00:00:00Z', '2026-02-30', '20260101', 'soon', missing, {}],
  ],
  [{ after: '2026-06-01' }, ['2026-06-02', 1_780_358_400], ['2026-06-01', '2026-05-31', 0, missing]],
];

describe('a comparison', () => {
  it.each(table)('%j', (wanted, holding, failing) => {
    const condition = { path: 'properties.it', ...wanted };
    for (const value of holding) expect(verdict(condition, value), JSON.stringify(value)).toBe(true);
    for (const value of failing) expect(verdict(condition, value), JSON.stringify(value)).toBe(false);
  });

  it('is tried in each of its words', () => {
    expect(new Set(table.flatMap(([wanted]) => Object.keys(wanted)))).toEqual(new Set(comparisons));
  });

  it('of what Azure alone knows is neither true nor false', () => {
    for (const [wanted] of table.filter(([one]) => one.exists === undefined))
      expect(verdict({ path: 'properties.it', ...wanted }, azureAlone), JSON.stringify(wanted)).toBe('unknown');
    expect(verdict({ path: 'properties.it.below', exists: true }, azureAlone)).toBe('unknown');
    expect(verdict({ path: 'properties.it', exists: true }, "[if(x, 'a', null())]")).toBe('unknown');
    expect(verdict({ path: 'properties.it', contains: 'a' }, [azureAlone])).toBe('unknown');
    expect(verdict({ path: 'properties.it', contains: 'a' }, [azureAlone, 'a'])).toBe(true);
    expect(verdict({ path: 'properties.it', equals: '[[no expression]' }, '[[no expression]')).toBe(true);
  });

  it('takes a region as Azure writes it and as people do', () => {
    const one = resource('Microsoft.Test/things', 'thing', { location: 'westeurope' });
    expect(verdictIn({ path: 'location', in: ['West Europe'] }, one)).toBe(true);
    expect(verdictIn({ path: 'location', in: ['North Europe'] }, one)).toBe(false);
  });
});

const is = (path: string, value: string): Condition => ({ path, equals: value });
const thing = resource('Microsoft.Test/things', 'thing', {
  sku: { name: 'Basic' },
  tags: { Owner: 'us', 'cost.center': '1' },
  zones: ['1', '2'],
  late: azureAlone,
  properties: {
    empty: [],
    rules: [
      { name: 'a', properties: { access: 'Allow', port: 22 } },
      { name: 'b', properties: { access: 'Deny', port: 23 } },
      { name: 'c', properties: { access: azureAlone, port: 24 } },
    ],
  },
});
const [yes, no, late] = [is('sku.name', 'basic'), is('sku.name', 'x'), is('late', 'x')];

it.each<readonly [string, Condition, boolean | 'unknown']>([
  ['all hold', { all: [yes, yes] }, true],
  ['one does not', { all: [yes, no, late] }, false],
  ['one is not told', { all: [yes, late] }, 'unknown'],
  ['any holds', { any: [no, late, yes] }, true],
  ['none of any holds', { any: [no, no] }, false],
  ['any is not told', { any: [no, late] }, 'unknown'],
  ['none holds', { none: [no, no] }, true],
  ['none, but one does', { none: [no, yes, late] }, false],
  ['none is not told', { none: [no, late] }, 'unknown'],
  ['not', { not: no }, true],
  ['not, but it does', { not: yes }, false],
  ['not told', { not: late }, 'unknown'],
  ['names regardless of case', is('SKU.Name', 'Basic'), true],
  ['a tag regardless of case', is('tags.owner', 'us'), true],
  ['a tag with a dot', is("tags['cost.center']", '1'), true],
  ['an item', is('zones[1]', '2'), true],
  ['no item', is('zones[2]', '2'), false],
  ['nothing inherited', { path: 'constructor', exists: true }, false],
  ['every', { every: 'zones[*]', in: ['1', '2'] }, true],
  ['not every', { every: 'zones[*]', equals: '1' }, false],
  ['every of nothing', { every: 'properties.empty[*].x', equals: '1' }, true],
  ['every of what is not there', { every: 'properties.nowhere[*]', equals: '1' }, true],
  ['every is not told', { every: 'properties.rules[*].properties.access', in: ['Allow', 'Deny'] }, 'unknown'],
  ['some', { some: 'properties.rules[*].properties.port', equals: 23 }, true],
  ['not some', { some: 'properties.rules[*].properties.port', equals: 25 }, false],
  ['some of nothing', { some: 'properties.empty[*]', exists: true }, false],
  ['some is not told', { some: 'properties.rules[*].properties.access', equals: 'x' }, 'unknown'],
  ['a list that is not told', { every: 'late[*]', equals: 'x' }, 'unknown'],
  ['holds', { some: 'properties.rules[*]', holds: { all: [is('name', 'a'), is('properties.access', 'Allow')] } }, true],
  [
    'holds of no one item',
    { some: 'properties.rules[*]', holds: { all: [is('name', 'b'), is('properties.access', 'Allow')] } },
    false,
  ],
  ['holds of one value', { path: 'properties', holds: { path: 'rules', length: { atLeast: 3 } } }, true],
  ['holds of what is not told', { path: 'late', holds: is('x', 'y') }, 'unknown'],
  [
    'every where',
    { every: 'properties.rules[*]', where: is('name', 'a'), holds: is('properties.access', 'Allow') },
    true,
  ],
  [
    'every where, broken',
    { every: 'properties.rules[*]', where: { path: 'name', in: ['a', 'b'] }, holds: is('properties.access', 'Allow') },
    false,
  ],
  [
    'every where it is not told which',
    {
      every: 'properties.rules[*]',
      where: is('properties.access', 'Audit'),
      holds: { path: 'properties.port', lessThan: 24 },
    },
    'unknown',
  ],
  [
    'every where it does not matter which',
    {
      every: 'properties.rules[*]',
      where: is('properties.access', 'Audit'),
      holds: { path: 'properties.port', atMost: 24 },
    },
    true,
  ],
  [
    'some where it is not told which',
    {
      some: 'properties.rules[*]',
      where: is('properties.access', 'Audit'),
      holds: { path: 'properties.port', equals: 24 },
    },
    'unknown',
  ],
])('%s', (_, condition, expected) => {
  expect(verdictIn(condition, thing)).toBe(expected);
});

const vault = resource('Microsoft.KeyVault/vaults', 'kv');
const other = resource('Microsoft.KeyVault/vaults', 'kv2');
const key = resource('Microsoft.KeyVault/vaults/keys', 'kv/key');
const lock = extension(vault, 'Microsoft.Authorization/locks', 'lock', { properties: { level: 'ReadOnly' } });
const keyLock = extension(key, 'Microsoft.Authorization/locks', 'lock');
const link = (id: string): object => ({ properties: { links: [{ to: id }] } });
const endpoint = resource('Microsoft.Network/privateEndpoints', 'pe', link(vault.id.toUpperCase()));
const pool = resource('Microsoft.Network/networkInterfaces', 'nic', link(`${vault.id}/pools/x`));
const lateEndpoint = resource('Microsoft.Network/privateEndpoints', 'late', link(azureAlone));
const locks = 'Microsoft.Authorization/locks';
const endpoints = 'Microsoft.Network/privateEndpoints';
const named = { by: 'referencedBy', path: 'properties.links[*].to' } as const;
const readOnly = { path: 'properties.level', equals: 'readonly' };

describe('a related resource', () => {
  it.each<readonly [string, Condition['related'], boolean | 'unknown']>([
    ['a child', { type: 'microsoft.keyvault/VAULTS/keys', by: 'child' }, true],
    ['no child of another', { type: locks, by: 'child' }, false],
    ['an extension', { type: locks, by: 'extension' }, true],
    ['one extension, and not that of its child', { type: locks, by: 'extension', atMost: 1 }, true],
    ['an extension that fits', { type: locks, by: 'extension', where: readOnly }, true],
    ['no extension that fits', { type: locks, by: 'extension', where: { not: readOnly } }, false],
    ['by reference', { type: endpoints, ...named }, true],
    ['by the id of a part', { type: 'Microsoft.Network/networkInterfaces', ...named }, true],
    ['none of a type', { type: 'Microsoft.Network/natGateways', by: 'anywhere' }, false],
    ['none is wanted', { type: 'Microsoft.Network/natGateways', by: 'anywhere', atMost: 0 }, true],
    ['none is wanted, but one is there', { type: endpoints, ...named, atMost: 0 }, false],
    ['perhaps two', { type: endpoints, ...named, atLeast: 2 }, 'unknown'],
    ['perhaps more than one', { type: endpoints, ...named, atMost: 1 }, 'unknown'],
    ['never three', { type: endpoints, ...named, atLeast: 3 }, false],
    ['a pattern, itself left out', { type: 'Microsoft.KeyVault/*', by: 'anywhere', atLeast: 2, atMost: 2 }, true],
  ])('%s', (_, related = { type: '', by: 'child' }, expected) => {
    expect(verdictIn({ related }, vault, other, key, lock, keyLock, endpoint, pool, lateEndpoint)).toBe(expected);
  });

  it('is a parent, or what an id in it names', () => {
    const vaults = 'Microsoft.KeyVault/vaults';
    expect(verdictIn({ related: { type: vaults, by: 'parent' } }, key, vault)).toBe(true);
    expect(verdictIn({ related: { type: vaults, by: 'parent' } }, key, other)).toBe(false);
    const to = { type: vaults, by: 'reference', path: 'properties.links[*].to' } as const;
    expect(verdictIn({ related: to }, endpoint, vault, other)).toBe(true);
    expect(verdictIn({ related: { ...to, atLeast: 2 } }, endpoint, vault, other)).toBe(false);
    expect(verdictIn({ related: to }, endpoint, other)).toBe(false);
    expect(verdictIn({ related: to }, lateEndpoint, vault)).toBe('unknown');
    const inItem = { some: 'properties.links[*]', holds: { related: { ...to, path: 'to' } } };
    expect(verdictIn(inItem, endpoint, vault)).toBe(true);
    expect(verdictIn(inItem, endpoint, other)).toBe(false);
  });
});

it.each<readonly [Condition, readonly string[]]>([
  [is('sku.name', 'x'), ['sku.name is "Basic"']],
  [is('sku.tier', 'x'), ['sku.tier isn’t set']],
  [late, ['late is known only to Azure']],
  [{ all: [yes, no, is('zones[0]', 'x')] }, ['sku.name is "Basic"', 'zones[0] is "1"']],
  [{ none: [no, yes] }, ['sku.name is "Basic"']],
  [
    { every: 'properties.rules[*].properties.port', atMost: 22 },
    ['properties.rules[1].properties.port is 23', 'properties.rules[2].properties.port is 24'],
  ],
  [{ some: 'properties.empty[*]', exists: true }, ['properties.empty[*] has no matching item']],
  [{ path: 'zones', length: { atLeast: 3 } }, ['zones is a list of 2']],
  [{ related: { type: endpoints, by: 'child' } }, ['there’s no Microsoft.Network/privateEndpoints as its child']],
])('the evidence for %j is %j', (condition, expected) => {
  expect(factsIn(condition, thing)).toEqual(expected);
});
