import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileWorkspace } from '../../src/checks/compile.ts';
import {
  openWorkspace,
  realModules,
  smallEnvironments,
  smallFiles,
  smallMain,
  type Opened,
} from './small-workspace.ts';
import { isMissing } from '../support/tools.ts';

describe.skipIf(realModules === null || isMissing('bicep'))('compiling with real modules', () => {
  let good: Opened;
  beforeAll(async () => {
    good = await openWorkspace();
  });
  afterAll(() => good[Symbol.asyncDispose]());

  test('a good workspace has no findings, a template and parameters', async () => {
    const { findings, compiledTemplate, parameters } = await compileWorkspace(good.session, good.prepared.root, {
      environments: smallEnvironments,
    });
    expect(findings).toEqual([]);
    expect(Object.keys(JSON.parse(compiledTemplate ?? '').resources)).toEqual(['nsg', 'vnet']);
    expect([...parameters.keys()]).toEqual(['dev', 'test', 'prod']);
    expect(JSON.parse(parameters.get('prod') ?? '').parameters.workload).toEqual({ value: 'shop-prod' });
  });

  test('nothing is written to the workspace', async () => {
    expect((await good.fixture.readdir('.')).toSorted()).toEqual(Object.keys(smallFiles).toSorted());
  });

  test('errors, warnings and their places; what comes again through parameters is said once', async () => {
    await using bad = await openWorkspace({
      ...smallFiles,
      'main.bicep': `${smallMain.replace('    addressPrefixes', '    adressPrefixes')}\nparam unused string = 'x'\n`,
      'main.test.bicepparam': `${smallFiles['main.test.bicepparam']}param nothing = 1\n`,
    });
    const { findings, compiledTemplate } = await compileWorkspace(bad.session, bad.prepared.root, {
      environments: smallEnvironments,
    });
    const brief = findings.map(({ code, severity, where }) => [
      code,
      severity,
      where.file,
      where.line,
      where.environment,
    ]);
    expect(brief).toEqual([
      ['bicep/BCP035', 'error', 'main.bicep', 19, undefined],
      ['bicep/BCP089', 'error', 'main.bicep', 22, undefined],
      ['bicep/no-unused-params', 'warning', 'main.bicep', 38, undefined],
      ['bicep/BCP259', 'error', 'main.test.bicepparam', 6, 'test'],
    ]);
    expect(findings[1]?.where.column).toBe(5);
    expect(findings[1]?.args).toMatchObject({ message: expect.stringContaining('adressPrefixes') });
    expect(compiledTemplate).toBeNull();
  });

  test('messages do not hold the place of the workspace', async () => {
    await using lost = await openWorkspace({
      'main.bicep': "module gone 'modules/gone.bicep' = {}\n",
      'main.dev.bicepparam': "using 'main.bicep'\n",
    });
    const { findings } = await compileWorkspace(lost.session, lost.prepared.root, { environments: [] });
    expect(findings.map(({ code }) => code)).toEqual(['bicep/BCP091']);
    expect(findings[0]?.args).not.toMatchObject({ message: expect.stringContaining(lost.prepared.root) });
  });
});
