import { createFixture } from 'fs-fixture';
import { describe, expect, it } from 'vitest';
import { read } from '../../avm-catalog/constitution/estate.ts';
import { checkWorkspace } from '../../src/checks/check.ts';
import { bicepPath } from '../support/bicep.ts';
import { modulesFolder } from '../support/modules.ts';
import { catalog, generated } from './support.ts';

const modules = modulesFolder();

describe.skipIf(modules === null)('the name of the computer, as the compiler predicts it', () => {
  it('is the one that is set, and a unique one of at most 15 characters where none is', async () => {
    process.env['BICEP_PATH'] = bicepPath();
    const {
      plan,
      spec,
      files = [],
    } = generated({
      workload: { name: 'contoso-payroll-web', description: 'x' },
      environments: { prod: { virtualMachine: { computerName: 'PAYROLL-PROD-01' } } },
    });
    if (!plan || !modules) throw new Error('no plan');
    await using folder = await createFixture(Object.fromEntries(files.map((file) => [file.path, file.text])));
    const root = folder.path.replace(/\/$/, '');
    const environments = ['dev', 'prod'];
    const report = await checkWorkspace({ root, spec, plan, catalog, environments, depth: 'snapshot', modules });
    expect(report.findings.filter((one) => one.severity === 'error')).toEqual([]);
    const names = report.snapshots.map(({ environment, resources }) => [
      environment,
      resources
        .filter((one) => one.type.toLowerCase() === 'microsoft.compute/virtualmachines')
        .map((one) => read(one, 'properties.osProfile.computerName')),
    ]);
    expect(Object.fromEntries(names)).toEqual({ dev: ['contostgyf-dev'], prod: ['PAYROLL-PROD-01'] });
  });
});
