import { describe, expect, it } from 'vitest';
import { noiseEntries, noiseOf, noiseReasons, noiseSource } from '../../avm-catalog/azure/what-if-noise.ts';
import { assess } from '../../src/whatif/assess.ts';
import type { JsonObject } from '../../src/checks/canonical.ts';
import { deployment, idOf, inventory, property, read } from './results.ts';

/** A resource that sets exactly one path. */
function setting(path: string): JsonObject {
  const keys = path.split(/\.|(?=\[)/);
  return keys.reduceRight<unknown>(
    (inner, key) => (key.startsWith('[') ? [inner] : { [key]: inner }),
    'set by the template',
  ) as JsonObject;
}

const rows = noiseEntries.flatMap((entry) =>
  (entry.as ?? ['delete']).map((as) => [`${entry.type} ${entry.path} as ${as}`, entry, as] as const),
);

describe.each(rows)('%s', (_, entry, as) => {
  const path = entry.path.replaceAll('[*]', '[0]');
  const id = idOf(entry.type);
  const values = { create: { after: 'x' }, modify: { before: 'y', after: 'x' }, delete: { before: 'y' } }[as];
  const result = read(deployment([{ resourceId: id, changeType: 'Modify', delta: [property(path, as, values)] }]));
  const resource = { id, type: entry.type, name: 'one' };

  it('is noise if the template doesn’t set it, with its source', () => {
    const [one] = assess(result, inventory(resource)).resources;
    expect(one).toMatchObject({
      verdict: 'noise',
      real: [],
      noise: [{ path, reason: noiseReasons[entry.kind], source: noiseSource(entry.issue) }],
    });
  });

  it('is a change if the template sets it', () => {
    const [one] = assess(result, inventory({ ...resource, ...setting(path) })).resources;
    expect(one).toMatchObject({ verdict: 'change', noise: [], real: [{ path }] });
  });
});

describe('noise', () => {
  const type = 'Microsoft.Network/natGateways';
  const id = idOf(type);
  const of = (...delta: readonly object[]) => read(deployment([{ resourceId: id, changeType: 'Modify', delta }]));

  it('hides no change beside it', () => {
    const both = of(
      property('properties.scope', 'Delete', { before: 'Public' }),
      property('properties.idleTimeoutInMinutes', 'Modify', { before: 4, after: 5 }),
    );
    expect(assess(both, inventory({ id, type, name: 'one' }))).toMatchObject({
      changes: 'yes',
      resources: [
        {
          verdict: 'change',
          noise: [{ path: 'properties.scope' }],
          real: [{ path: 'properties.idleTimeoutInMinutes' }],
        },
      ],
    });
  });

  it('is only what an issue reports: no other type, path, or kind of change', () => {
    expect(noiseOf('microsoft.network/NATGATEWAYS', 'Properties.Scope', 'delete')).toBeDefined();
    expect(noiseOf('Microsoft.Network/routeTables', 'properties.scope', 'delete')).toBeUndefined();
    expect(noiseOf(type, 'properties.scopes', 'delete')).toBeUndefined();
    expect(noiseOf(type, 'properties.scope', 'modify')).toBeUndefined();
  });

  it('is what Azure calls without effect', () => {
    const one = of(property('properties.x', 'NoEffect', { after: 1 }));
    expect(assess(one, undefined)).toMatchObject({
      changes: 'no',
      resources: [{ verdict: 'noise', noise: [{ kind: 'no-effect' }] }],
    });
  });

  it('without a prediction is only a deletion outside of lists: only that shows that the template doesn’t set it', () => {
    const verdict = (path: string, as: string, of_ = type) =>
      assess(
        read(
          deployment([{ resourceId: idOf(of_), changeType: 'Modify', delta: [property(path, as, { before: 'a' })] }]),
        ),
        undefined,
      ).resources[0]?.verdict;
    expect(verdict('properties.scope', 'Delete')).toBe('noise');
    expect(
      verdict('properties.subnets[0].properties.delegations[0].id', 'Delete', 'Microsoft.Network/virtualNetworks'),
    ).toBe('change');
    expect(
      verdict('properties.privateEndpointNetworkPolicies', 'Modify', 'Microsoft.Network/virtualNetworks/subnets'),
    ).toBe('change');
  });

  it('is not what a value sets that only a deployment computes', () => {
    const vnet = 'Microsoft.Network/virtualNetworks';
    const gone = read(
      deployment([
        {
          resourceId: idOf(vnet),
          changeType: 'Modify',
          delta: [property('properties.subnets', 'Delete', { before: [] })],
        },
      ]),
    );
    const resource = { id: idOf(vnet), type: vnet, properties: "[reference('x').y]" };
    expect(assess(gone, inventory(resource)).resources[0]?.verdict).toBe('change');
  });

  it('is not what is missing within something that the template sets', () => {
    const vnet = 'Microsoft.Network/virtualNetworks';
    const path = 'properties.subnets[0].properties.networkSecurityGroup';
    const lost = property(path, 'Delete', { before: { id: idOf('Microsoft.Network/networkSecurityGroups') } });
    const result = read(deployment([{ resourceId: idOf(vnet), changeType: 'Modify', delta: [lost] }]));
    const inline = { id: idOf(vnet), type: vnet, properties: { subnets: [{ name: 'a', properties: {} }] } };
    expect(assess(result, inventory(inline)).resources[0]).toMatchObject({ verdict: 'change', noise: [] });
    expect(assess(result, undefined).resources[0]).toMatchObject({ verdict: 'change', noise: [] });
    expect(assess(result, inventory({ ...inline, properties: {} })).resources[0]).toMatchObject({ verdict: 'noise' });
  });

  it('has no entry twice', () => {
    const keys = noiseEntries.map(({ type: of_, path }) => `${of_} ${path}`.toLowerCase());
    expect(new Set(keys).size).toBe(keys.length);
  });
});
