import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modulesFolder } from '../support/modules.ts';
import { avm, dataOf, workspace } from './run.ts';
import { isMissing } from '../support/tools.ts';

interface Told {
  readonly check: {
    readonly rules: readonly {
      readonly id: string;
      readonly environments: Readonly<Record<string, { readonly state: string }>>;
    }[];
  };
}

const statesIn = ([rule]: Told['check']['rules']): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(rule?.environments ?? {}).map(([name, { state }]) => [name, state]));

const modules = modulesFolder();

describe.skipIf(modules === null || isMissing('bicep'))('avm trace --check', () => {
  const check = ['--check', '--modules', modules ?? ''];

  it('says of a rule, and of those of a component, that it holds', async () => {
    const { cwd } = await workspace();
    expect(await avm({ cwd }, 'trace', 'SEC-004', ...check)).toMatchObject({
      code: 0,
      out: expect.stringContaining('SEC-004  dev  ✓ Compliant') as string,
    });
    const ran = await avm({ cwd }, 'trace', 'key-vault', ...check, '--json');
    expect(dataOf<Told>(ran).check.rules.map(({ id }) => id)).toContain('SEC-008');
  });

  it('says where one is broken by what is on disk, and that it was edited', async () => {
    const { cwd, file } = await workspace();
    await writeFile(
      join(cwd, 'main.bicep'),
      (await file('main.bicep')).replace('encryptionAtHost: true', "encryptionAtHost: environmentName != 'prod'"),
    );
    const ran = await avm({ cwd }, 'trace', 'SEC-010', ...check, '--json');
    expect(ran.code).toBe(1);
    const { findings } = JSON.parse(ran.out) as { findings: readonly { code: string; ids: readonly string[] }[] };
    expect(statesIn(dataOf<Told>(ran).check.rules)).toEqual({
      dev: 'Compliant',
      test: 'Compliant',
      prod: 'Noncompliant',
    });
    const [edited, ...proved] = findings;
    expect(edited?.code).toBe('files/edited');
    expect(proved.every(({ ids }) => ids.includes('SEC-010'))).toBe(true);
    expect(ran.err).toContain("'main.bicep' was edited");
  });

  it('says where a waiver stands for it, while it counts', async () => {
    const { cwd } = await workspace();
    const waiver =
      '{rule: SEC-010, environments: [dev], reason: Not yet, approvedBy: platform-team, until: 2027-03-31}';
    await avm({ cwd }, 'set', `constitution.waivers.W-001=${waiver}`);
    await avm({ cwd }, 'set', 'virtualMachine.encryptionAtHost=false', '--env', 'dev');
    const proved = await avm({ cwd }, 'trace', 'SEC-010', ...check, '--today', '2026-11-25');
    expect(proved.code).toBe(0);
    expect(proved.out).toContain('SEC-010  dev  ~ Waived');
    const late = await avm({ cwd }, 'trace', 'SEC-010', ...check, '--today', '2027-04-01', '--json');
    expect(late.code).toBe(1);
    expect(statesIn(dataOf<Told>(late).check.rules)).toEqual({
      dev: 'Noncompliant',
      test: 'Compliant',
      prod: 'Compliant',
    });
  });

  it('says that nothing can be predicted where the template does not compile', async () => {
    const { cwd, file } = await workspace();
    await writeFile(join(cwd, 'main.bicep'), `${await file('main.bicep')}nonsense\n`);
    const ran = await avm({ cwd }, 'trace', 'SEC-010', ...check);
    expect(ran).toMatchObject({ code: 1, out: expect.stringContaining('prod  ? Not evaluated') as string });
    expect(ran.err).toContain('bicep/');
  });
});
