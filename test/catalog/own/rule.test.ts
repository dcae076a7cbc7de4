import { describe, expect, it } from 'vitest';
import { Estate } from '../../../avm-catalog/constitution/estate.ts';
import type { OwnRule } from '../../../avm-catalog/constitution/custom/own-rule.ts';
import { ownRule } from '../../../avm-catalog/constitution/custom/rule.ts';
import { resource, usual, violationsOf } from './support.ts';

const disk = (name: string, diskSizeGB: unknown, rest: object = {}) =>
  resource('Microsoft.Compute/disks', name, { properties: { diskSizeGB, ...rest } });
const must = { path: 'properties.diskSizeGB', atLeast: 64 };
const late = '[reference(x).size]';

describe('a custom rule', () => {
  it('names each resource that breaks it, with what is there', () => {
    const found = violationsOf({ must }, [disk('a', 64), disk('b', 32), resource('Microsoft.Compute/disks', 'c')]);
    expect(found).toEqual([
      {
        resource: disk('b', 32).id,
        what: 'the disk is too small (properties.diskSizeGB is 32)',
        instead: 'choose a larger one',
      },
      {
        resource: disk('c', 0).id,
        what: 'the disk is too small (properties.diskSizeGB isn’t set)',
        instead: 'choose a larger one',
      },
    ]);
  });

  it('says at most three things of a resource', () => {
    const all = ['a', 'b', 'c', 'd', 'e'].map((path) => ({ path, exists: true }));
    expect(violationsOf({ must: { all } }, [disk('a', 1)])[0]?.what).toBe(
      'the disk is too small (a isn’t set; b isn’t set; c isn’t set; 2 more)',
    );
  });

  it('neither passes nor fails what Azure alone knows', () => {
    const what = 'properties.diskSizeGB is known only to Azure';
    expect(violationsOf({ must }, [disk('a', late)])).toMatchObject([
      { resource: disk('a', 0).id, what, untold: true },
    ]);
  });

  it('looks only at its type, its where and its environments', () => {
    const resources = { type: 'microsoft.compute/DISKS', where: { path: 'properties.osType', exists: false } };
    const small = [
      disk('os', 32, { osType: 'Windows' }),
      disk('data', 32),
      resource('Microsoft.Compute/snapshots', 's'),
    ];
    expect(violationsOf({ must, resources }, small).map((one) => one.resource)).toEqual([disk('data', 0).id]);
    expect(violationsOf({ must, resources, environments: ['prod'] }, small, 'dev')).toEqual([]);
    expect(violationsOf({ must, resources, environments: ['prod'] }, small, 'prod')).toHaveLength(1);
  });

  it('does not tell what breaks it only where it may not be meant', () => {
    const resources = { type: 'Microsoft.Compute/disks', where: { path: 'properties.osType', equals: 'Linux' } };
    expect(violationsOf({ must, resources }, [disk('a', 32, { osType: late })])).toMatchObject([
      { what: 'properties.osType is known only to Azure', untold: true },
    ]);
    expect(violationsOf({ must, resources }, [disk('a', 64, { osType: late })])).toEqual([]);
  });

  it.each<readonly [NonNullable<OwnRule['count']>, number, string | undefined]>([
    [{ atLeast: 1 }, 0, 'the disk is too small (there’s no Microsoft.Compute/disks in the environment)'],
    [{ atLeast: 1 }, 1, undefined],
    [{ atMost: 1 }, 2, 'the disk is too small (there are 2 Microsoft.Compute/disks in the environment: "0", "1")'],
    [
      { atMost: 1 },
      5,
      'the disk is too small (there are 5 Microsoft.Compute/disks in the environment: "0", "1", "2", and 2 more)',
    ],
    [{ atMost: 0 }, 0, undefined],
    [{ atLeast: 2, atMost: 2 }, 2, undefined],
    [{ atLeast: 2, atMost: 2 }, 1, 'the disk is too small (there’s 1 Microsoft.Compute/disks in the environment: "0")'],
  ])('counts %j of %i', (count, present, what) => {
    const found = violationsOf(
      { count },
      Array.from({ length: present }, (_, index) => disk(String(index), 1)),
    );
    expect(found.map((one) => one.what)).toEqual(what === undefined ? [] : [what]);
    expect(found.every((one) => one.resource === '')).toBe(true);
  });

  it('ends its statement as a sentence, and says what it looks at in words', () => {
    const { statement, own, shapes } = ownRule('ORG-001', {
      ...usual,
      must,
      count: { atMost: 4 },
      environments: ['prod'],
    });
    expect(statement({})).toBe('A disk has 64 GiB or more.');
    expect(own?.must).toBe('4 or fewer in the environment; for each, properties.diskSizeGB is 64 or more');
    expect(shapes).toContain('in prod');
  });
});

describe('a path that no resource has', () => {
  const dead = (changes: Partial<OwnRule>, ...resources: ReturnType<typeof disk>[]) =>
    ownRule('ORG-001', { ...usual, ...changes }).own?.ofResources?.deadPaths([new Estate(resources)]);
  const group = resource('Microsoft.Network/networkSecurityGroups', 'nsg', {
    properties: { securityRules: [], flows: [{ name: 'a', kind: { of: 1 } }] },
  });
  const type = group.type;

  it('is told with its place and the name that may be meant', () => {
    expect(dead({ must: { any: [must, { path: 'properties.diskSizeGiB', atLeast: 1 }] } }, disk('a', 1))).toEqual([
      {
        answer: 'must.any.1.path',
        path: 'properties.diskSizeGiB',
        type: 'Microsoft.Compute/disks',
        nearest: 'diskSizeGB',
      },
    ]);
  });

  it('is not one that leads into an empty list, into an expression, or that may be missing', () => {
    const resources = { type };
    expect(dead({ resources, must: { every: 'properties.securityRules[*].x', exists: true } }, group)).toEqual([]);
    expect(dead({ must: { path: 'properties.diskSizeGB.x.y', equals: 1 } }, disk('a', late))).toEqual([]);
    const absent = { path: 'properties.zone', exists: false };
    expect(dead({ must: { any: [absent, { path: 'properties.zone', equals: 1 }] } }, disk('a', 1))).toEqual([]);
    expect(dead({ must: { path: 'properties.zone', equals: 1 } })).toEqual([]);
  });

  it('is found in items, in where and in related resources', () => {
    const condition = {
      every: 'properties.flows[*]',
      where: { path: 'nam', equals: 'a' },
      holds: { path: 'kind.of', equals: 1 },
    };
    const related = {
      type: 'Microsoft.Compute/disks',
      by: 'anywhere',
      where: { path: 'sku.name', equals: 'x' },
    } as const;
    expect(
      dead({ resources: { type, where: { not: condition } }, must: { related } }, group, disk('a', 1))?.map(
        (one) => one.answer,
      ),
    ).toEqual(['resources.where.not.where.path', 'must.related.where.path']);
    const to = { type: 'Microsoft.Compute/disks', by: 'referencedBy', path: 'properties.group.id' } as const;
    expect(dead({ resources: { type }, must: { related: to } }, group, disk('a', 1))?.map((one) => one.type)).toEqual([
      'Microsoft.Compute/disks',
    ]);
  });
});
