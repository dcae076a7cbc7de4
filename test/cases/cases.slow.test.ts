import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCompiler } from '../../src/checks/bicep/open.ts';
import { checkWorkspace, modulesOf, registryOf } from '../../src/checks/check.ts';
import { prepareModules } from '../../src/checks/modules/prepare.ts';
import { publicRegistry } from '../../src/checks/modules/source.ts';
import { catalog } from '../plan/support.ts';
import { bicepPath } from '../support/bicep.ts';
import { laterBicep } from '../support/later.ts';
import { modulesFolder } from '../support/modules.ts';
import { cases, readCase } from './cases.ts';
import { isMissing } from '../support/tools.ts';

const modules = modulesFolder();

beforeAll(() => {
  // Whether a workspace builds depends on its bytes and the compiler alone, so the day is one in 2031.
  process.env['BICEP_PATH'] = laterBicep() ?? bicepPath();
});

describe.skipIf(modules === null || isMissing('bicep')).each(cases)('%s, with the real compiler and the real modules', (name) => {
  const { generated } = readCase(name);
  const { plan, spec, files = [], findings } = generated;

  it('has no diagnostic and breaks no rule in any environment', async () => {
    if (!plan || !modules) throw new Error('no plan');
    await using folder = await createFixture();
    for (const file of files) {
      mkdirSync(dirname(join(folder.path, file.path)), { recursive: true });
      writeFileSync(join(folder.path, file.path), file.text);
    }
    const report = await checkWorkspace({ root: folder.path.replace(/\/$/, ''), spec, plan, catalog, environments: plan.environments, depth: 'snapshot', modules });
    // A rule that is a wish and that an answer breaks is told before and after, and so is what is waived; nothing else is.
    const wishes = new Set(findings.flatMap((one) => one.ids));
    const expected = ['constitution/broken', 'rule-waived'];
    expect(report.findings.filter((one) => !expected.includes(one.code) || !one.ids.every((id) => wishes.has(id)))).toEqual([]);
    expect(report.snapshots.map((one) => one.environment)).toEqual(plan.environments);
    for (const { limit, percent } of report.limits) expect(percent, limit).toBeLessThan(['template-spec', 'what-if'].includes(limit) ? 80 : 40);
    // Registered in every subscription.
    const always = ['Microsoft.Authorization', 'Microsoft.Resources'];
    const predicted = report.snapshots.flatMap(({ resources }) => resources.map(({ type }) => type.replace(/\/.*/, '')));
    const registered = /^for provider in (.*); do$/m.exec(files.find(({ path }) => path === 'README.md')?.text ?? '')?.[1];
    expect([...always, ...(registered?.split(' ') ?? [])]).toEqual(expect.arrayContaining([...new Set(predicted)]));
  });

  it('is left as it is by bicep format', async () => {
    if (!plan || !modules) throw new Error('no plan');
    await using folder = await createFixture(
      Object.fromEntries(
        files.filter((file) => /\.bicep(param)?$|bicepconfig/.test(file.path)).map((file) => [file.path, file.text]),
      ),
    );
    const root = folder.path.replace(/\/$/, '');
    const prepared = await prepareModules(
      { kind: 'folder', folder: modules },
      { root, modules: modulesOf(plan), registry: registryOf(spec) ?? publicRegistry, bicep: bicepPath() },
    );
    const { session } = await openCompiler({ environment: prepared.environment });
    for (const file of files.filter((one) => /\.bicep(param)?$/.test(one.path)))
      expect(await session.format(join(root, file.path)), file.path).toBe(file.text);
    await session.close();
    await prepared.dispose();
  });
});
