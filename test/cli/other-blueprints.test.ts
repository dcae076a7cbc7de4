import { beforeAll, describe, expect, it } from 'vitest';
import { avm, createAvm, folder } from './run.ts';

describe('a workspace of another blueprint', () => {
  let cwd: string;
  beforeAll(async () => {
    const at = await folder();
    const options = ['--yes', '--no-check', '--no-git', '--blueprint', 'empty'];
    const made = await createAvm({ cwd: at.path }, 'demo', ...options);
    if (made.code !== 0) throw new Error(made.err);
    cwd = `${at.path}/demo`;
  });

  it.each([
    [['add', 'bastion'], "The blueprint 'empty' has no component 'bastion'"],
    [
      ['add', 'data-disk', '--set', 'name=x'],
      "The blueprint 'empty' has no component with the setting 'virtualMachine'",
    ],
    [
      ['set', 'virtualMachine.size=Standard_D2s_v5'],
      "The blueprint 'empty' has no component with the setting 'virtualMachine'",
    ],
    [['set', 'network.topology=hub'], "The blueprint 'empty' has no component with the setting 'network.topology'"],
    [['set', 'requirements.outOfScope.FR-019=x'], "The blueprint 'empty' has no requirement FR-019"],
    [['set', 'requirements.outOfScope.FR-001=x'], 'FR-001 cannot be out of scope'],
    [['rules', 'SEC-004'], "SEC-004 is not applicable to the blueprint 'empty'."],
    [['trace', 'SEC-004'], "SEC-004 is not applicable to the blueprint 'empty'."],
  ])('avm %j says what it does not have', async (argv, said) => {
    const { code, out, err } = await avm({ cwd }, ...argv);
    expect(out + err).toContain(said);
    expect(code).toBeGreaterThan(0);
  });

  it('takes what is added, one after the other', async () => {
    for (const name of ['key-vault', 'storage-account', 'alerts']) {
      const { code, err } = await avm({ cwd }, 'add', name);
      expect(`${code} ${err}`).toMatch(/^0 /);
    }
    const { code, out } = await avm({ cwd }, 'check', '--depth', 'interface', '--json');
    expect(out).not.toContain('"severity": "error"');
    expect(code).toBe(0);
  });
});

describe('create-avm --blueprint', () => {
  it.each([
    [['--blueprint', 'datastore', '--yes'], "There is no blueprint 'datastore'", "Did you mean 'data-store'?"],
    [
      ['--blueprint', 'empty', '--answers', '-'],
      '--blueprint and --answers cannot be used together',
      'Leave out --blueprint, or remove the line blueprint from the file.',
    ],
  ])('%j is wrong usage, and nothing is written', async (argv, what, remedy) => {
    const at = await folder();
    const { code, err } = await createAvm({ cwd: at.path, input: 'blueprint: empty@1.0.0\n' }, 'demo', ...argv);
    expect(code).toBe(2);
    expect(err).toContain(what);
    expect(err).toContain(remedy);
  });
});
