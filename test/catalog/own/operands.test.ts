import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../avm-catalog/constitution/custom/condition.ts';
import { judge, onResource } from '../../../avm-catalog/constitution/custom/judge.ts';
import { conditionText } from '../../../avm-catalog/constitution/custom/words.ts';
import { Estate } from '../../../avm-catalog/constitution/estate.ts';
import { resolve } from '../../../src/resolve/resolve.ts';
import { answersWith } from '../../plan/support.ts';
import { factsIn, resource, verdictIn } from './support.ts';

const azureAlone = "[reference('x').it]";
const network = resource('Microsoft.Network/virtualNetworks', 'vnet', {
  location: 'westeurope',
  tags: { owner: 'platform-team', region: 'West Europe', 'cost.center': 'x', late: azureAlone },
  properties: {
    space: ['10.20.0.0/16'],
    small: 1,
    large: 2,
    late: azureAlone,
    owner: 'Platform-Team',
    created: '2026-01-31',
    subnets: [
      { name: 'a', range: '10.20.1.0/24', from: '80', to: '80' },
      { name: 'b', range: '10.20.2.0/24', from: '80', to: '81' },
    ],
  },
});

describe('an operand from the same resource', () => {
  it.each<readonly [string, Condition, boolean | 'unknown']>([
    ['equal, regardless of case', { path: 'properties.owner', equals: { path: 'tags.owner' } }, true],
    ['not equal', { path: 'properties.owner', equals: { path: 'tags.region' } }, false],
    ['a tag with a dot', { path: 'properties.owner', notEquals: { path: "tags['cost.center']" } }, true],
    ['a region, without spaces', { path: 'location', equals: { path: 'tags.region' } }, true],
    ['a number', { path: 'properties.small', lessThan: { path: 'properties.large' } }, true],
    ['a larger number', { path: 'properties.small', atLeast: { path: 'properties.large' } }, false],
    ['text for a number', { path: 'properties.small', atMost: { path: 'tags.owner' } }, false],
    ['missing: nothing equals it', { path: 'properties.nowhere', equals: { path: 'tags.nowhere' } }, false],
    ['missing: everything differs', { path: 'properties.owner', notEquals: { path: 'tags.nowhere' } }, true],
    ['known only to Azure', { path: 'properties.owner', equals: { path: 'tags.late' } }, 'unknown'],
    ['inside what only Azure knows', { path: 'properties.owner', equals: { path: 'properties.late.x' } }, 'unknown'],
    ['a prefix', { path: 'properties.owner', startsWith: { path: 'tags.owner' } }, true],
    ['a list', { path: 'properties.subnets[0].range', within: { path: 'properties.space' } }, true],
    ['the items of a list', { path: 'properties.owner', in: { path: 'properties.subnets[*].name' } }, false],
    ['none of the items', { path: 'properties.owner', notIn: { path: 'properties.subnets[*].name' } }, true],
    [
      'each, with the resource',
      { every: 'properties.subnets[*].range', within: { resource: 'properties.space' } },
      true,
    ],
    ['each, with the item', { every: 'properties.subnets[*]', holds: { path: 'from', equals: { path: 'to' } } }, false],
    ['some, with the item', { some: 'properties.subnets[*]', holds: { path: 'from', equals: { path: 'to' } } }, true],
  ])('%s', (_, condition, expected) => {
    expect(verdictIn(condition, network)).toBe(expected);
  });

  it('is part of the evidence and of the text', () => {
    const condition = { path: 'properties.small', atLeast: { path: 'properties.large' } };
    expect(factsIn(condition, network)).toEqual(['properties.small is 1', 'properties.large is 2']);
    expect(conditionText(condition)).toBe('properties.small is the value of properties.large or more');
  });
});

describe('a range', () => {
  it.each<readonly [unknown, boolean | 'unknown']>([
    ['VirtualNetwork', 'unknown'],
    ['Storage.WestEurope', 'unknown'],
    [['10.1.0.0/16', 'Internet'], 'unknown'],
    [['11.0.0.0/8', 'Internet'], false],
    [azureAlone, 'unknown'],
    ['10.1.0.0/16', true],
  ])('of %j is told only as far as its addresses are known', (it, expected) => {
    expect(verdictIn({ path: 'it', within: '10.0.0.0/8' }, resource('A.B/c', 'x', { it }))).toBe(expected);
  });
});

describe('a setting', () => {
  const [view] = resolve(
    answersWith({
      environments: { dev: { network: { addressSpace: '10.20.0.0/22' } } },
      spec: { keyVault: { enabled: true } },
    }),
  ).views;
  const verdict = (condition: Condition, around: object = { view }): unknown =>
    judge(condition, onResource(network, new Estate([network]), around)).verdict;

  it.each<readonly [string, Condition, boolean | 'unknown']>([
    ['of the core', { setting: 'network.addressSpace', within: '10.0.0.0/8' }, true],
    ['with its full path', { setting: 'spec.network.addressSpace', equals: '10.20.0.0/22' }, true],
    ['of a component', { setting: 'keyVault.enabled', equals: true }, true],
    ['a tag', { setting: 'tags.owner', equals: { path: 'tags.owner' } }, true],
    ['the tag of the environment', { setting: 'tags.env', equals: 'dev' }, true],
    ['the workload', { setting: 'workload.name', equals: 'legacyapp' }, true],
    ['as an operand', { path: 'properties.space', within: { setting: 'network.addressSpace' } }, false],
    ['that is not set', { setting: 'keyVault.nothing', exists: true }, false],
    ['a list', { setting: 'virtualMachine.dataDisks', length: { atMost: 0 } }, true],
  ])('%s', (_, condition, expected) => {
    expect(verdict(condition)).toBe(expected);
  });

  it('is unknown without settings, and is named in the evidence', () => {
    const condition = { setting: 'network.addressSpace', within: '11.0.0.0/8' };
    expect(verdict(condition, {})).toBe('unknown');
    expect(judge(condition, onResource(network, new Estate([network]), { view })).facts()).toEqual([
      'the setting network.addressSpace is "10.20.0.0/22"',
    ]);
    expect(conditionText(condition)).toBe('the setting network.addressSpace is within "11.0.0.0/8"');
  });
});

describe('a day counted from the check', () => {
  const verdict = (condition: Condition, today?: string): unknown =>
    judge(condition, onResource(network, new Estate([network]), { today })).verdict;
  const old = { path: 'properties.created', before: { days: -90 } };

  it('depends on the as-of date, and is unknown without one', () => {
    expect(verdict(old, '2026-05-01')).toBe(false);
    expect(verdict(old, '2026-05-02')).toBe(true);
    expect(verdict(old)).toBe('unknown');
    expect(verdict({ path: 'properties.created', after: { days: 0 } }, '2026-01-30')).toBe(true);
    expect(verdict({ path: 'properties.created', after: { days: 0 } }, '2026-01-31')).toBe(false);
  });

  it.each([
    [-90, 'is before the day 90 days before the check'],
    [1, 'is before the day 1 day after the check'],
    [0, 'is before the day of the check'],
  ])('%i in words', (days, text) => {
    expect(conditionText({ path: 'x', before: { days } })).toBe(`x ${text}`);
  });
});
