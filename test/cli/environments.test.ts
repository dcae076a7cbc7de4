import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { avm, workspace } from './run.ts';

const parameters = (cwd: string): readonly string[] =>
  readdirSync(cwd).filter((name) => /^main\..*\.bicepparam$/.test(name));

describe('avm env', () => {
  it('copies an environment, and removing the copy leaves nothing behind', async () => {
    const { cwd, file } = await workspace();
    const paths = ['avm.yaml', 'main.bicep', 'README.md', '.avm/trace.json'];
    const before = await Promise.all(paths.map(file));
    const copied = await avm({ cwd }, 'env', 'copy', 'test', 'uat');
    expect(copied).toMatchObject({ code: 0 });
    expect(copied.err).toContain("The network of 'uat' has the address range 10.20.12.0/22");
    expect(copied.err).toContain("'kv-demo-test-ops' is now 'kv-demo-uat-ops'");
    expect(await file('main.uat.bicepparam')).toContain("'10.20.12.0/22'");
    expect(await file('avm.yaml')).toMatch(/ {2}test:\n( {4}.*\n)+ {2}uat:\n( {4}.*\n)+ {2}prod:/);
    expect(await avm({ cwd }, 'env', 'remove', 'uat')).toMatchObject({ code: 0, err: '' });
    expect(await Promise.all(paths.map(file))).toEqual(before);
    expect(parameters(cwd)).toEqual(['main.dev.bicepparam', 'main.prod.bicepparam', 'main.test.bicepparam']);
  });

  it('says which names change before it renames, and does so once the name is said again', async () => {
    const { cwd, file } = await workspace();
    const before = await file('avm.yaml');
    const asked = await avm({ cwd }, 'env', 'rename', 'prod', 'live');
    expect(asked).toMatchObject({ code: 2, out: '' });
    expect(asked.err).toContain('live  vm-demo-prod-we-001 → vm-demo-live-we-001');
    expect(asked.err).toContain('avm env rename prod live --confirm prod');
    expect(await avm({ cwd }, 'env', 'rename', 'prod', 'live', '--confirm', 'live')).toMatchObject({ code: 2 });
    expect(await file('avm.yaml')).toBe(before);
    expect(await avm({ cwd }, 'env', 'rename', 'prod', 'live', '--dry-run')).toMatchObject({ code: 0 });
    expect(await file('avm.yaml')).toBe(before);
    const renamed = await avm({ cwd }, 'env', 'rename', 'prod', 'live', '--confirm', 'prod');
    expect(renamed).toMatchObject({ code: 0, out: expect.stringContaining('- main.prod.bicepparam') as string });
    expect(renamed.err).not.toContain('rule-environments');
    expect(await file('avm.yaml')).toMatch(/RES-001: \{level: should, environments: \[live\]\}/);
    expect(await avm({ cwd }, 'env', 'rename', 'live', 'prod', '--confirm', 'live')).toMatchObject({ code: 0 });
    expect(await file('avm.yaml')).toBe(before);
  });

  it('adds one where it belongs in the order of deployment', async () => {
    const { cwd, file } = await workspace();
    expect(await avm({ cwd }, 'env', 'add', 'uat', '--from', 'test', '--after', 'test')).toMatchObject({ code: 0 });
    expect(await avm({ cwd }, 'env', 'add', 'sbx', '--first', '--set', 'lock=none')).toMatchObject({ code: 0 });
    expect((await file('avm.yaml')).match(/^ {2}\w+:$/gm)?.slice(-5)).toEqual([
      '  sbx:',
      '  dev:',
      '  test:',
      '  uat:',
      '  prod:',
    ]);
  });

  it('does not change names of other environments unless it is told to', async () => {
    const { cwd, file } = await workspace('--set', 'workload.name=payroll-of-all');
    const before = await file('avm.yaml');
    for (const argv of [
      ['env', 'copy', 'prod', 'preprod1'],
      ['env', 'add', 'preprod1'],
      ['add', 'environment', 'preprod1', '--from', 'prod'],
    ]) {
      const asked = await avm({ cwd }, ...argv);
      expect(asked.code).toBe(2);
      expect(asked.err).toMatch(/^ {2}dev {2}stpayroll\S+ → stpayroll\S+$/m);
      expect(asked.err).toContain(' --confirm preprod1');
      expect(await file('avm.yaml')).toBe(before);
    }
    expect(await avm({ cwd }, 'env', 'copy', 'prod', 'preprod1', '--confirm', 'preprod1')).toMatchObject({ code: 0 });
    expect(await avm({ cwd }, 'env', 'remove', 'preprod1')).toMatchObject({ code: 2 });
    expect(await avm({ cwd }, 'env', 'remove', 'preprod1', '--confirm', 'preprod1')).toMatchObject({ code: 0 });
    expect(await file('avm.yaml')).toBe(before);
  });

  it('says that a name which a setting gives is that of the copy too', async () => {
    const { cwd } = await workspace();
    await avm({ cwd }, 'set', 'virtualMachine.computerName=PAY01', '--env', 'test');
    const { code, err } = await avm({ cwd }, 'env', 'copy', 'test', 'uat');
    expect(code).toBe(0);
    expect(err).toContain("'test' and 'uat' use the same name 'PAY01'");
  });

  it.each([
    [['env', 'copy', 'tset', 'uat'], 'Did you mean test?', 1],
    [['env', 'copy', 'test', 'prod'], "The environment 'prod' exists already", 1],
    [['env', 'copy', 'test', 'Uat'], "'Uat' is not a valid environment name", 1],
    [['env', 'copy', 'test'], "Missing required argument 'to'", 2],
    [['env', 'copy', 'test', 'uat', '--first', '--after', 'dev'], 'cannot be used with', 2],
    [['env', 'copy', 'test', 'uat', '--after', 'prd'], 'Did you mean prod?', 1],
    [['env', 'copy', 'test', 'uat', '--address-space', '10.20.0.0/21'], "overlaps a network of 'dev'", 1],
    [['env', 'rename', 'tset', 'uat'], 'Did you mean test?', 1],
    [['env', 'rename', 'test', 'test'], "The environment 'test' exists already", 1],
    [['env', 'rename', 'test', 'constructor', '--confirm', 'test'], "'constructor' cannot be a key", 1],
    [['env', 'rename', 'test', 'Uat', '--confirm', 'test'], "'Uat' is not a valid environment name", 1],
    [['env', 'remove', 'tset'], 'Did you mean test?', 2],
    [['env', 'remove', 'dev'], "'dev' is the default environment", 2],
    [['env', 'add', 'uat', '--set', 'lock=maybe'], 'lock', 1],
    [['env', 'move', 'test'], "Unknown command 'move'", 2],
  ])('%j says what is wrong, and writes nothing', async (argv, said, exit) => {
    const { cwd, file } = await workspace();
    const before = await file('avm.yaml');
    const { code, out, err } = await avm({ cwd }, ...argv);
    expect(err).toContain(said);
    expect(err.match(/^([^ ]+: )?error\[/gm) ?? []).toHaveLength(1);
    expect([code, out]).toEqual([exit, '']);
    expect(await file('avm.yaml')).toBe(before);
    expect(parameters(cwd)).toHaveLength(3);
  });

  it('does not remove the parameters of an environment that were edited', async () => {
    const { cwd, file } = await workspace();
    await writeFile(join(cwd, 'main.test.bicepparam'), `${await file('main.test.bicepparam')}// ours\n`);
    const edited = await file('main.test.bicepparam');
    const argv = ['env', 'rename', 'test', 'qa', '--confirm', 'test'];
    const done = await avm({ cwd }, ...argv);
    expect(done).toMatchObject({
      code: 0,
      out: expect.stringContaining(
        '! main.test.bicepparam was edited and was left unchanged. It is no longer',
      ) as string,
    });
    expect(await file('main.test.bicepparam')).toBe(edited);
    expect((await avm({ cwd }, 'render')).out).toBe('Everything is up to date.\n');
    const other = await workspace();
    await writeFile(join(other.cwd, 'main.test.bicepparam'), edited);
    expect(await avm({ cwd: other.cwd }, ...argv, '--overwrite', 'main.test.bicepparam')).toMatchObject({ code: 0 });
    expect(parameters(other.cwd)).toEqual(['main.dev.bicepparam', 'main.prod.bicepparam', 'main.qa.bicepparam']);
  });

  it('keeps line ends and the byte order mark', async () => {
    const { cwd, file } = await workspace();
    const windows = `\uFEFF${(await file('avm.yaml')).replaceAll('\n', '\r\n')}`;
    await writeFile(join(cwd, 'avm.yaml'), windows);
    expect(await avm({ cwd }, 'env', 'copy', 'dev', 'uat')).toMatchObject({ code: 0 });
    expect(await avm({ cwd }, 'env', 'remove', 'uat')).toMatchObject({ code: 0 });
    expect(await file('avm.yaml')).toBe(windows);
  });
});
