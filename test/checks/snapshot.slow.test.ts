import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/checks/canonical.ts';
import { madeUpScope, snapshotText, takeSnapshot } from '../../src/checks/snapshot.ts';
import { openWorkspace, realModules, smallEnvironments, smallFiles } from './small-workspace.ts';
import { isMissing } from '../support/tools.ts';

const dev = { name: 'dev', parametersFile: 'main.dev.bicepparam' };

test('canonical text has sorted keys and keeps the order of arrays', () => {
  expect(canonical({ b: [{ d: 1, c: null }, 'x'], a: true })).toBe(
    '{\n  "a": true,\n  "b": [\n    {\n      "c": null,\n      "d": 1\n    },\n    "x"\n  ]\n}\n',
  );
});

describe.skipIf(realModules === null || isMissing('bicep'))('snapshots with real modules', () => {
  test('the resources of each environment, the same text every time', async () => {
    await using open = await openWorkspace();
    const results = [];
    for (const environment of [...smallEnvironments, dev]) {
      results.push(await takeSnapshot(open.session, open.prepared.root, environment, { resourceGroup: 'rg-shop' }));
    }
    const [first, test, prod, again] = results.map(({ snapshot }) => snapshot);
    if (!first || !test || !prod || !again) throw new Error('no snapshot');
    expect(results.flatMap(({ findings }) => findings)).toEqual([]);
    const root = `/subscriptions/${madeUpScope.subscriptionId}/resourceGroups/rg-shop/providers/Microsoft.Network`;
    expect(first.resources.map(({ id }) => id)).toEqual([
      `${root}/networkSecurityGroups/nsg-shop-dev`,
      `${root}/virtualNetworks/vnet-shop-dev`,
      `${root}/virtualNetworks/vnet-shop-dev/subnets/snet-app`,
    ]);
    expect(first.scope).toEqual({ ...madeUpScope, resourceGroup: 'rg-shop' });
    expect(first.outputs).toHaveProperty('networkId');
    expect(prod.resources[0]?.name).toBe('nsg-shop-prod');
    expect(snapshotText(again)).toBe(snapshotText(first));
    expect(snapshotText(prod)).not.toBe(snapshotText(first));
  });

  test('an expression that only fails when it is evaluated is a finding', async () => {
    await using open = await openWorkspace(
      {
        'main.bicep': `param n int
var names = ['a']
resource id 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: names[n]
  location: 'westeurope'
}
`,
        'main.dev.bicepparam': "using 'main.bicep'\nparam n = 3\n",
      },
      undefined,
      [],
    );
    const { snapshot, findings } = await takeSnapshot(open.session, open.prepared.root, dev);
    expect(snapshot).toBeNull();
    expect(findings).toMatchObject([
      { code: 'snapshot/failed', severity: 'error', where: { file: 'main.dev.bicepparam', environment: 'dev' } },
    ]);
    expect(findings[0]?.args).toMatchObject({ message: expect.stringContaining("array index '3' is out of bounds") });
  });

  test('parameters that do not compile are a finding too', async () => {
    await using open = await openWorkspace({ ...smallFiles, 'main.dev.bicepparam': "using 'main.bicep'\n" });
    const { findings } = await takeSnapshot(open.session, open.prepared.root, dev);
    expect(findings.map(({ code }) => code)).toEqual(['snapshot/failed']);
  });
});
