import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession } from '../../src/checks/bicep/session.ts';
import type { BicepSession } from '../../src/checks/bicep/session.ts';
import { withoutRealPaths } from '../../src/checks/constitution/typed-paths.ts';
import { madeUpScope, type Snapshot } from '../../src/checks/snapshot.ts';
import { makeFinding } from '../../src/findings/finding.ts';
import { bicepPath } from '../support/bicep.ts';
import { isMissing } from '../support/tools.ts';

const disk = 'Microsoft.Compute/disks';
const resource = (type: string, apiVersion: string) => ({ id: `/x/${type}`, type, name: 'x', apiVersion });
const snapshot: Snapshot = {
  environment: 'dev',
  scope: madeUpScope,
  resources: [
    resource(disk, '2024-03-02'),
    resource('Microsoft.Network/virtualNetworks/subnets', '2024-05-01'),
    resource('Contoso.Widgets/lines', '2024-01-01'),
  ],
  outputs: {},
  diagnostics: [],
};
const dead = (path: string, type = disk) =>
  makeFinding('constitution/dead-path', 'warning', { rule: 'ORG-001', path, type }, {}, ['ORG-001']);

describe.skipIf(isMissing('bicep'))('a path that no resource has set', () => {
  let session: BicepSession;
  beforeAll(() => {
    session = createSession({ path: bicepPath(), env: process.env });
  });
  afterAll(async () => {
    await session.close();
  });

  it.each<readonly [string, ReturnType<typeof dead>, boolean]>([
    ['real', dead('properties.tier'), false],
    ['real, in an object', dead('properties.securityProfile.secureVMDiskEncryptionSetId'), false],
    [
      'real, in a list',
      dead('properties.delegations[*].properties.serviceName', 'Microsoft.Network/virtualNetworks/subnets'),
      false,
    ],
    ['real, of a pattern of types', dead('properties.tier', 'Microsoft.Compute/*'), false],
    ['misspelled', dead('properties.teir'), true],
    ['misspelled in an object', dead('properties.securityProfile.diskEncryptionSetId'), true],
    ['of a type without types', dead('properties.anything', 'Contoso.Widgets/lines'), true],
    ['of no resource', dead('properties.tier', 'Microsoft.Compute/images'), true],
    ['that would be code', dead("properties['x${1}']"), true],
  ])('%s', async (_, finding, stays) => {
    expect(await withoutRealPaths(session, [finding], [snapshot])).toEqual(stays ? [finding] : []);
  });

  it('keeps all other findings, and judges several at once', async () => {
    const other = makeFinding('constitution/idle', 'note', { rule: 'A', title: 'b', type: disk, fits: 'no' }, {}, [
      'A',
    ]);
    const misspelled = dead('properties.teir');
    const found = await withoutRealPaths(session, [dead('properties.tier'), other, misspelled], [snapshot]);
    expect(found).toEqual([other, misspelled]);
  });
});
