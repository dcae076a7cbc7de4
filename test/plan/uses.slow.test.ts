import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { describe, expect, it } from 'vitest';
import { checkWorkspace } from '../../src/checks/check.ts';
import { bicepPath } from '../support/bicep.ts';
import { modulesFolder } from '../support/modules.ts';
import { isMissing } from '../support/tools.ts';
import { app, image, shopOf, site } from './shop-answers.ts';
import { catalog } from './support.ts';

const modules = modulesFolder();
const other =
  '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id';
const own = { name: 'FILES_ENDPOINT', value: 'https://other' };

describe.skipIf(modules === null || isMissing('bicep'))('settings for what is used', () => {
  it.each<[string, object, object]>([
    ['as app settings', site(), {}],
    ['among app settings', site({ configs: [{ name: 'appsettings', properties: { LOG_LEVEL: 'debug' } }] }), {}],
    ['in containers', app([image, { ...image, name: 'side', env: [own] }]), {}],
    ['in containers that differ', app([image]), { params: { containers: [{ ...image, image: 'other:2' }] } }],
    [
      'in containers with variables that differ',
      app([{ ...image, env: [own] }]),
      { params: { containers: [{ ...image, env: [{ ...own, value: 'https://prod' }] }] } },
    ],
    ['beside identities of a person', site({ managedIdentities: { userAssignedResourceIds: [other] } }), {}],
    [
      'beside identities that only one environment has',
      site(),
      { params: { managedIdentities: { systemAssigned: true, userAssignedResourceIds: [other] } } },
    ],
  ])('compile and are predicted %s', async (_, component, prod) => {
    if (!modules) throw new Error('no modules');
    process.env['BICEP_PATH'] = bicepPath();
    const { plan, spec, files = [] } = shopOf(component, prod);
    if (!plan) throw new Error('no plan');
    await using folder = await createFixture();
    for (const file of files) {
      mkdirSync(dirname(join(folder.path, file.path)), { recursive: true });
      writeFileSync(join(folder.path, file.path), file.text);
    }
    const root = folder.path.replace(/\/$/, '');
    const report = await checkWorkspace({
      root,
      spec,
      plan,
      catalog,
      environments: plan.environments,
      depth: 'snapshot',
      modules,
    });
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(report.snapshots.map((one) => one.environment)).toEqual(plan.environments);
  });
});
