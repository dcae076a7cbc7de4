import { describe, expect, it } from 'vitest';
import { madeUpScope, type Snapshot } from '../../src/checks/snapshot.ts';
import { tagFindings } from '../../src/checks/tag-limits.ts';
import { describe as prose } from '../../src/findings/describe.ts';

const tags = (count: number): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag${index}`, 'x']));

function snapshot(type: string, count: number | null): Snapshot {
  const one = {
    id: `/${type}/a`,
    type,
    name: 'a',
    apiVersion: '2024-01-01',
    ...(count === null ? {} : { tags: tags(count) }),
  };
  return { environment: 'prod', scope: madeUpScope, resources: [one], outputs: {}, diagnostics: [] };
}

describe('tags of predicted resources', () => {
  it.each([
    ['Microsoft.Network/privateDnsZones', 15, 0],
    ['Microsoft.Network/privateDnsZones', 16, 1],
    ['microsoft.network/privatednszones/virtualnetworklinks', 16, 1],
    ['Microsoft.KeyVault/vaults/keys', 16, 1],
    ['Microsoft.KeyVault/vaults', 16, 0],
    ['Microsoft.Compute/virtualMachines', 51, 1],
    ['Microsoft.Compute/virtualMachines', null, 0],
  ])('%s with %s: %i too many', (type, count, found) => {
    const findings = tagFindings([snapshot(type, count)]);
    expect(findings.map((one) => one.where)).toEqual(
      Array.from({ length: found }, () => ({ environment: 'prod', resource: `/${type}/a` })),
    );
    for (const one of findings) expect(prose(one).remedy).toMatch(/^Remove tags/);
  });
});
