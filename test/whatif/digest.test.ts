import { assert, constantFrom, property as holds, shuffledSubarray, type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/whatif/digest.ts';
import { deployment, idOf, property, read, stack } from './results.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const changes = [
  {
    resourceId: idOf('Microsoft.KeyVault/vaults', 'kv'),
    changeType: 'Create',
    after: { name: 'kv', tags: { a: 'b' } },
  },
  {
    resourceId: idOf('Microsoft.Network/natGateways', 'ng'),
    changeType: 'Modify',
    delta: [
      property('properties.scope', 'Delete', { before: 'Public' }),
      property('properties.idleTimeoutInMinutes', 'Modify', { before: 4, after: 5 }),
      property('properties.list', 'Array', { children: [property('0', 'Create', { after: 'x' })] }),
    ],
  },
  { resourceId: idOf('Microsoft.Compute/disks', 'd'), changeType: 'Ignore' },
  { resourceId: idOf('Microsoft.Compute/disks', 'e'), changeType: 'Delete' },
];
const diagnostics = [
  { level: 'Warning', code: 'A', message: 'one', target: idOf('Microsoft.Compute/disks', 'd') },
  { level: 'Info', code: 'B', message: 'two', target: '' },
];
const digest = digestOf(read(deployment(changes, { diagnostics })));

const mixed = (text: string): Arbitrary<string> =>
  constantFrom(text, text.toLowerCase(), text.toUpperCase(), text.charAt(0).toLowerCase() + text.slice(1));

const shuffled = <T>(all: readonly T[]): Arbitrary<T[]> => shuffledSubarray([...all], { minLength: all.length });

/** The same JSON with the keys of each object the other way round. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

describe('the digest', () => {
  it('is the same in any order of changes, properties, and diagnostics, and of keys', () => {
    assert(
      holds(shuffled(changes), shuffled(changes[1]?.delta ?? []), shuffled(diagnostics), (all, delta, warned) => {
        const given = deployment(
          all.map((one) => (one.delta ? { ...one, delta } : one)),
          { diagnostics: warned },
        );
        expect(digestOf(read(given))).toBe(digest);
        expect(digestOf(read(reversed(given as Json) as object))).toBe(digest);
      }),
    );
  });

  it('is the same in any casing of IDs, types of change, and paths', () => {
    assert(
      holds(
        mixed('Modify'),
        mixed('Delete'),
        mixed('properties.scope'),
        mixed(idOf('A.B/c', 'd')),
        (kind, as, path, id) => {
          const of = (changeType: string, propertyChangeType: string, at: string, resourceId: string) =>
            digestOf(read(deployment([{ resourceId, changeType, delta: [property(at, propertyChangeType)] }])));
          expect(of(kind, as, path, id)).toBe(of('Modify', 'Delete', 'properties.scope', idOf('A.B/c', 'd')));
        },
      ),
    );
  });

  it('leaves out times, correlation IDs, and names of nested deployments', () => {
    const one = (at: string, name: string) =>
      digestOf(
        read(
          stack(
            [
              {
                id: idOf('A.B/c', 'd'),
                changeType: 'create',
                deploymentId: name,
                resourceConfigurationChanges: { after: { etag: at, name: 'd' } },
              },
            ],
            {
              correlationId: at,
              deploymentStackLastModified: at,
              duration: at,
              diagnostics: [
                { level: 'warning', code: 'X', message: at, target: idOf('Microsoft.Resources/deployments', name) },
              ],
            },
          ),
        ),
      );
    expect(one('2026-01-01', 'a')).toBe(one('2027-12-31', 'b'));
  });

  it('differs for every change that counts', () => {
    const others = [
      deployment(changes),
      deployment(changes.slice(1), { diagnostics }),
      deployment([...changes, { resourceId: idOf('A.B/c', 'new'), changeType: 'Create' }], { diagnostics }),
      deployment([{ ...changes[0], after: { name: 'kv', tags: { a: 'c' } } }, ...changes.slice(1)], { diagnostics }),
      deployment([...changes.slice(0, 3), { ...changes[3], changeType: 'Ignore' }], { diagnostics }),
      deployment(changes.slice(0, 3), { diagnostics, potentialChanges: changes.slice(3) }),
      deployment(
        changes.map((one) => (one.delta ? { ...one, delta: one.delta.slice(1) } : one)),
        { diagnostics },
      ),
    ].map((one) => digestOf(read(one)));
    expect(new Set([digest, ...others]).size).toBe(others.length + 1);
  });

  it('differs by template, parameters, and flags, whatever the order of their keys', () => {
    const result = read(deployment(changes));
    const template = { a: 1, b: 2 };
    expect(digestOf(result, { template })).toBe(digestOf(result, { template: { b: 2, a: 1 } }));
    const all = [{}, { template }, { parameters: template }, { flags: template }, { template, flags: template }];
    expect(new Set(all.map((inputs) => digestOf(result, inputs))).size).toBe(all.length);
  });
});
