import { describe, expect, it } from 'vitest';
import { idsAbove, mentionedBy, parentOf } from '../../../src/checks/order/mentions.ts';
import { parametersOf } from '../../../src/checks/order/parameter.ts';
import { readPlaces, type Placed, type Step } from '../../../src/checks/order/place.ts';
import { Precedence } from '../../../src/checks/order/precedence.ts';
import { parameterFile } from '../../../src/checks/order/predict.ts';

const group = '/subscriptions/s/resourceGroups/rg';
const network = `${group}/providers/Microsoft.Network/virtualNetworks/vnet`;

function step(key: string, after: readonly string[] = [], index?: number): Step {
  return { key, deployment: '', after, ...(index === undefined ? {} : { index }) };
}

function placed(...steps: readonly Step[]): Placed {
  const name = steps.map(({ key, index = '' }) => `${key}${index}`).join('-');
  const resource = { id: `${group}/providers/A.B/c/${name}`, type: 'A.B/c', name, apiVersion: '1' };
  return { resource, steps };
}

const order = (...all: readonly Placed[]): Precedence => new Precedence({ placed: all, deployments: [], lost: [] });

describe('precedence', () => {
  const first = placed(step('first'));
  const second = placed(step('second', ['first']));
  const third = placed(step('third', ['second']));

  it('goes through what is deployed', () => {
    expect(order(first, second, third).precedes(first, third)).toBe(true);
    expect(order(first, second, third).precedes(third, first)).toBe(false);
  });

  it('ends at what is not deployed', () => {
    expect(order(first, third).precedes(first, third)).toBe(false);
  });

  it('waits for every item of a loop, or for the one that is named', () => {
    const loop = [placed(step('loop', [], 0)), placed(step('loop', [], 1))];
    const all = placed(step('all', ['loop']));
    const one = placed(step('one', ['loop[1]']));
    const known = order(...loop, all, one);
    expect(loop.map((item) => known.precedes(item, all))).toEqual([true, true]);
    expect(loop.map((item) => known.precedes(item, one))).toEqual([false, true]);
  });

  it('compares modules where the ways to two resources part', () => {
    const inside = placed(step('module'), step('a'), step('x'));
    const beside = placed(step('module'), step('b', ['a']), step('y'));
    const after = placed(step('other', ['module']), step('z'));
    const nested = [placed(step('module'), step('a')), placed(step('module'), step('b', ['a']))];
    const known = order(inside, beside, after, ...nested, placed(step('module')), placed(step('other', ['module'])));
    expect(known.precedes(inside, beside)).toBe(true);
    expect(known.precedes(beside, inside)).toBe(false);
    expect(known.precedes(inside, after)).toBe(true);
  });

  it('names what waits for itself', () => {
    expect(order(placed(step('a', ['b'])), placed(step('b', ['a']))).circles()).toEqual([
      ['', 'a'],
      ['', 'b'],
    ]);
  });
});

describe('places', () => {
  it('of a resource that says who manages it are not known', () => {
    const resource = { id: network, type: 'A.B/c', name: 'vnet', apiVersion: '1', managedBy: 'someone' };
    expect(readPlaces([resource])).toEqual({ placed: [], deployments: [], lost: [network] });
  });
});

describe('IDs', () => {
  it('are within their parents, scopes, and resource group', () => {
    expect(idsAbove(`${network}/subnets/a/providers/Microsoft.Authorization/locks/l`)).toEqual([
      `${network}/subnets/a`,
      network,
      group,
      '/subscriptions/s',
    ]);
  });

  it('are found in keys and in expressions, and not in tags or in other words', () => {
    const identity = `${group}/providers/X.Y/z/i`;
    const resource = {
      id: `${group}/providers/A.B/c/d`,
      type: 'A.B/c',
      name: 'd',
      apiVersion: '1',
      tags: { from: `${network}/of-a-tag` },
      identity: { userAssignedIdentities: { [identity]: {} } },
      properties: { a: `[reference('${network}', '1').x]`, b: `see ${network}/in-words`, c: '/subscriptions/' },
    };
    expect(mentionedBy(resource)).toEqual([network, identity]);
  });

  it('of an extension whose name is computed have a scope', () => {
    const id = `[extensionResourceId('${network}', 'Microsoft.Authorization/roleAssignments', guid('x'))]`;
    const type = 'Microsoft.Authorization/roleAssignments';
    expect(parentOf({ id, type, name: '[guid()]', apiVersion: '1' })).toBe(network);
  });

  it('in the name of a child are not what it is within', () => {
    const id = `[resourceId('A.B/c/d', 'c', reference('${network}', '1').x)]`;
    expect(parentOf({ id, type: 'A.B/c/d', name: '[reference()]', apiVersion: '1' })).toBeUndefined();
  });
});

describe('parameters', () => {
  it('are written as values, whatever they are', () => {
    const id = `${group}/providers/Microsoft.KeyVault/vaults/kv`;
    const parameters = {
      text: { value: "it's ${x} \\ \n" },
      list: { value: [1, true, null, { 'a-b': '[concat()]' }] },
      secret: { reference: { keyVault: { id }, secretName: "p'w" } },
    };
    const lines = parameterFile({ parameters }).split('\n');
    expect(lines[0]).toBe("using './main.json'");
    expect(lines[1]).toBe(String.raw`param text = 'it\'s \${x} \\ \n'`);
    expect(lines.slice(2).join('').replaceAll(/\s+/g, '')).toBe(
      String.raw`paramlist=[1truenull{'a-b':'[concat()]'}]paramsecret=getSecret('s','rg','kv','p\'w')`,
    );
  });

  it('of a module are found through nested templates and variables', () => {
    const inner = {
      variables: { size: "[parameters('given')]" },
      resources: { thing: { properties: { sku: "[variables('size')]", own: 'x' } } },
    };
    const parameters = { given: { value: "[parameters('skuName')]" } };
    const module = { resources: { child: { properties: { parameters, template: inner } } } };
    const main = { resources: { account: { properties: { template: module } } } };
    const steps = [step('account'), step('child'), step('thing')];
    expect(parametersOf(main, steps, 'properties.sku')).toEqual(['skuName']);
    expect(parametersOf(main, steps, 'properties.own')).toEqual([]);
    expect(parametersOf(main, steps.slice(0, 1), 'properties.sku')).toEqual([]);
  });
});
