import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBicepFiles } from '../../src/checks/bicep-files/read.ts';
import { thisMachine } from '../../src/checks/bicep/folders.ts';
import { recordedBicepFiles } from '../../src/workspace/bicep-files.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { openCompiler } from '../../src/checks/bicep/open.ts';
import { checkWorkspace } from '../../src/checks/check.ts';
import { modulesOf } from '../../src/checks/with-modules.ts';
import { prepareModules } from '../../src/checks/modules/prepare.ts';
import { publicRegistry, registryOf } from '../../src/checks/modules/source.ts';
import { catalog } from '../plan/support.ts';
import { bicepPath } from '../support/bicep.ts';
import { laterBicep } from '../support/later.ts';
import { modulesFolder } from '../support/modules.ts';
import { cases, casesFolder, filesOf, readCase, writtenIn } from './cases.ts';
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
    for (const [path, text] of filesOf(name)) {
      mkdirSync(dirname(join(folder.path, path)), { recursive: true });
      writeFileSync(join(folder.path, path), text);
    }
    const report = await checkWorkspace({ root: folder.path.replace(/\/$/, ''), spec, plan, catalog, environments: plan.environments, depth: 'order', modules, today: '2026-11-27' });
    // A rule that is a wish and that an answer breaks is told before and after, and so is what is waived; nothing else is.
    const wishes = new Set(findings.flatMap((one) => one.ids));
    // A known fault of a module is told as such; test/checks/types shows that each is there.
    const expected = ['constitution/broken', 'rule-waived'];
    // What a person's file makes may be of a type that the catalog does not know, and is then told to be Not evaluated.
    const declared = plan.resources.flatMap((one) => (one.kind === 'file' ? one.file.resources.map(({ type }) => type) : []));
    const isUnknown = ({ code, args }: Finding): boolean => code === 'constitution/untold' && declared.some((type) => String(args.what).includes(`whether ${type} `));
    expect(report.findings.filter((one) => !isUnknown(one) && one.code !== 'types/module-fault' && (!expected.includes(one.code) || !one.ids.every((id) => wishes.has(id))))).toEqual([]);
    expect(report.snapshots.map((one) => one.environment)).toEqual(plan.environments);
    for (const { limit, percent } of report.limits) expect(percent, limit).toBeLessThan(['template-spec', 'what-if', 'outputs'].includes(limit) ? 80 : 40);
    // Registered in every subscription.
    const always = ['Microsoft.Authorization', 'Microsoft.Resources'];
    const predicted = report.snapshots.flatMap(({ resources }) => resources.map(({ type }) => type.replace(/\/.*/, '')));
    const registered = /^for provider in (.*); do$/m.exec(files.find(({ path }) => path === 'README.md')?.text ?? '')?.[1];
    // Modules write providers in other cases than Azure, which doesn't compare them by case.
    const lower = (names: readonly string[]): readonly string[] => [...new Set(names.map((one) => one.toLowerCase()))];
    expect(lower([...always, ...(registered?.split(' ') ?? [])])).toEqual(expect.arrayContaining([...lower(predicted)]));
  });

  it.skipIf(writtenIn(name).size === 0)('has the Bicep files of a person on record as the compiler reads them', async () => {
    if (!plan || !modules) throw new Error('no plan');
    await using folder = await createFixture(Object.fromEntries(writtenIn(name)));
    const recorded = recordedBicepFiles(join(casesFolder, name));
    const wanted = [...recorded.keys()].map((path) => ({ path, name, where: {} }));
    const root = folder.path.replace(/\/$/, '');
    const read = await readBicepFiles(wanted, { root, known: new Map(), source: { kind: 'folder', folder: modules }, registry: publicRegistry, machine: thisMachine() });
    expect(read).toEqual({ files: recorded, findings: [] });
    expect(recorded.size).toBeGreaterThan(1);
  });

  it('is left as it is by bicep format', async () => {
    if (!plan || !modules) throw new Error('no plan');
    await using folder = await createFixture(
      Object.fromEntries(
        [...files.filter((file) => /\.bicep(param)?$|bicepconfig/.test(file.path)).map((file) => [file.path, file.text] as const), ...writtenIn(name)],
      ),
    );
    const root = folder.path.replace(/\/$/, '');
    const prepared = await prepareModules(
      { kind: 'folder', folder: modules },
      { root, modules: modulesOf(plan), registry: registryOf(spec.mirror) ?? publicRegistry, bicep: bicepPath() },
    );
    const { session } = await openCompiler({ environment: prepared.environment });
    for (const file of files.filter((one) => /\.bicep(param)?$/.test(one.path)))
      expect(await session.format(join(root, file.path)), file.path).toBe(file.text);
    await session.close();
    await prepared.dispose();
  });
});
