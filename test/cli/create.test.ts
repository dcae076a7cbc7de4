import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '../../src/files/tool.ts';
import { createAvm, dataOf, folder, workspace } from './run.ts';

const quiet = ['--no-check', '--no-git'];

describe('a folder', () => {
  it('that is not there is made, and the workload is named after it', async () => {
    const at = await folder();
    const ran = await createAvm({ cwd: at.path }, 'My Payroll', '--yes', ...quiet);
    expect(ran.code).toBe(0);
    expect(await at.readFile('My Payroll/avm.yaml', 'utf8')).toContain('name: my-payroll');
    expect(ran.out).toContain('files in My Payroll');
    expect(ran.out).toContain("cd 'My Payroll'");
    expect(ran.err).toContain('workload.name=my-payroll');
    expect(ran.out).toContain('  avm clarify\n');
  });

  it('need not have the name of the workload, and what is proposed follows the name that is given', async () => {
    const at = await folder();
    expect(
      await createAvm({ cwd: at.path }, 'demo', '--yes', '--set', 'workload.name=invoices', ...quiet),
    ).toMatchObject({
      code: 0,
    });
    const text = await at.readFile('demo/avm.yaml', 'utf8');
    expect(text).toContain('application: invoices');
    expect(text).toContain('kv-invoices-dev-ops');
    expect(text).not.toContain('demo');
  });

  it('is not needed for a name that cannot be one', async () => {
    const at = await folder();
    const ran = await createAvm({ cwd: at.path }, 'demo', '--yes', '--set', 'workload.name=In voices!', ...quiet);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('workload.name');
    expect(existsSync(at.getPath('demo'))).toBe(false);
  });

  it('that is empty, but for Git, is used if it is named by a dot', async () => {
    const at = await folder({ '.git/HEAD': 'ref: refs/heads/main\n' });
    expect(await createAvm({ cwd: at.path }, '.', ...quiet)).toMatchObject({ code: 0 });
    expect(existsSync(at.getPath('main.bicep'))).toBe(true);
  });

  it('that is not empty is refused, and what is in the way is named', async () => {
    const at = await folder({ 'demo/notes.txt': 'mine', 'demo/a/b': '' });
    const ran = await createAvm({ cwd: at.path }, 'demo', '--yes', ...quiet);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('is not empty');
    expect(ran.err).toContain('notes.txt');
    expect(ran.err).toContain('--into-existing');
    expect(await readdir(at.getPath('demo'))).toEqual(['a', 'notes.txt']);
  });

  it('that is not empty is used where that is said, and its files stay', async () => {
    const at = await folder({ 'demo/notes.txt': 'mine' });
    expect(await createAvm({ cwd: at.path }, 'demo', '--into-existing', ...quiet)).toMatchObject({ code: 0 });
    expect(await at.readFile('demo/notes.txt', 'utf8')).toBe('mine');
  });

  it.each(['README.md', 'main.bicep'])(
    'with a file of one’s own where %s is to be is never overwritten',
    async (path) => {
      const at = await folder({ [`demo/${path}`]: 'mine' });
      const ran = await createAvm({ cwd: at.path }, 'demo', '--into-existing', ...quiet);
      expect(ran.code).toBe(1);
      expect(ran.err).toContain(path);
      expect(await at.readFile(`demo/${path}`, 'utf8')).toBe('mine');
      expect(await readdir(at.getPath('demo'))).toEqual([path]);
    },
  );

  it('that is a workspace is left to avm', async () => {
    const { parent } = await workspace();
    const ran = await createAvm({ cwd: parent.path }, 'demo', '--yes', '--into-existing', ...quiet);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('is already a workspace');
    expect(ran.err).toContain('avm add');
  });

  it('that is a file is refused', async () => {
    const at = await folder({ demo: '' });
    expect(await createAvm({ cwd: at.path }, 'demo', '--yes', ...quiet)).toMatchObject({
      code: 1,
      err: expect.stringContaining('is a file') as string,
    });
  });

  it('with the rest of a killed first run is recovered, and that is said', async () => {
    const at = await folder({ 'demo/.avm/staging/0': 'half' });
    const ran = await createAvm({ cwd: at.path }, 'demo', '--yes', ...quiet);
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('An earlier run was interrupted');
    expect(existsSync(at.getPath('demo/.avm/staging'))).toBe(false);
  });
});

describe('answers', () => {
  it('from a file of YAML keep their text', async () => {
    const first = await workspace();
    const text = `# ours\n${await first.file('avm.yaml')}`;
    const at = await folder({ 'given.yaml': text });
    expect(await createAvm({ cwd: at.path }, 'again', '--answers', 'given.yaml', ...quiet)).toMatchObject({ code: 0 });
    expect(await at.readFile('again/avm.yaml', 'utf8')).toBe(text);
    expect(await at.readFile('again/main.bicep', 'utf8')).toBe(await first.file('main.bicep'));
  });

  it('from standard input, as JSON', async () => {
    const at = await folder();
    const json = JSON.stringify({
      version: 1,
      blueprint: 'windows-vm@1.0.0',
      workload: { name: 'piped', description: 'From a pipe' },
      tags: { owner: 'a', costCenter: '1', application: 'b' },
      environments: { dev: {} },
    });
    expect(await createAvm({ cwd: at.path, input: json }, 'piped', '--answers', '-', ...quiet)).toMatchObject({
      code: 0,
    });
    expect(await at.readFile('piped/avm.yaml', 'utf8')).toMatch(/^version: 2$[^]*name: piped/m);
  });

  it('are given one by one, all of them or none', async () => {
    const at = await folder();
    const ran = await createAvm(
      { cwd: at.path },
      'demo',
      '--set',
      'location.region=northeurope',
      '--set',
      'tags.owner=payroll',
      ...quiet,
    );
    expect(ran.code).toBe(0);
    const text = await at.readFile('demo/avm.yaml', 'utf8');
    expect(text).toContain('region: northeurope');
    expect(text).toContain('owner: payroll');
    expect(ran.err).not.toContain('tags.owner=');
  });

  it('may be given by the end of their path, which is said in full', async () => {
    const at = await folder();
    const ran = await createAvm({ cwd: at.path }, 'demo', '--set', 'region=northeurope', ...quiet);
    expect(`${ran.code} ${ran.err}`).toMatch(/^0 /);
    expect(ran.err).toContain("'region' is short for 'location.region', which was set");
    expect(ran.err).not.toContain('location.region=westeurope');
  });

  it.each([
    [['--set', 'location.regio=northeurope'], 'Did you mean location.region?'],
    [['--set', 'retentionDays=30'], 'logAnalytics.retentionDays, flowLogs.retentionDays, backup.retentionDays'],
    [['--set', 'location.region=westeurop'], 'Did you mean westeurope?'],
    [['--set', 'virtualMachine.dataDisks=7'], 'virtualMachine.dataDisks'],
    [['--answers', 'missing.yaml'], "no file 'missing.yaml'"],
    [['--answers', 'big.yaml'], '1000 kB'],
    [['--answers', 'folder'], 'is a folder'],
    [['--answers', 'wrong.yaml'], 'wrong.yaml'],
    [['--answers', '-'], 'Standard input is empty'],
  ])('%o that cannot be are refused, and nothing is written', async (argv, said) => {
    const at = await folder({ 'big.yaml': 'x'.repeat(1_000_001), 'wrong.yaml': 'version: 1\nworkloat:\n  name: a\n' });
    await mkdir(at.getPath('folder'));
    const ran = await createAvm({ cwd: at.path }, 'demo', ...argv, ...quiet);
    expect(ran.err).toContain(said);
    expect(ran.code).toBe(1);
    expect(existsSync(at.getPath('demo'))).toBe(false);
  });

  it('that are wrong have their line', async () => {
    const { cwd, file } = await workspace();
    const at = await folder({ 'given.yaml': (await file('avm.yaml')).replace('region: westeurope', 'region: mars') });
    const ran = await createAvm({ cwd: at.path }, 'demo', '--answers', 'given.yaml', '--json', ...quiet);
    const [finding] = (JSON.parse(ran.out) as { findings: { code: string; where: { line: number } }[] }).findings;
    expect(finding).toMatchObject({ code: 'region-unknown', where: { answer: 'spec.location.region' } });
    expect(finding?.where.line).toBeGreaterThan(10);
    expect(existsSync(join(cwd, '../again'))).toBe(false);
  });
});

interface Told {
  readonly ok: boolean;
  readonly next: readonly string[];
  readonly data: { readonly files: readonly string[]; readonly repeat: string };
}

describe('what is told', () => {
  it('is the same as JSON', async () => {
    const at = await folder();
    const ran = await createAvm(
      { cwd: at.path, env: { npm_config_user_agent: 'npm/10.0.0 node/v20' } },
      'demo',
      '--yes',
      '--depth',
      'interface',
      '--no-git',
      '--json',
    );
    const { ok, next, data: told } = JSON.parse(ran.out) as Told;
    expect(ok).toBe(true);
    expect(told).toMatchObject({
      blueprint: 'windows-vm@1.0.0',
      environments: ['dev', 'test', 'prod'],
      git: null,
      check: { depth: 'interface' },
    });
    expect(told.files).toContain('main.bicep');
    expect(next).toEqual([
      'cd demo',
      `npx -p create-avm@${version} avm clarify`,
      `npx -p create-avm@${version} avm check`,
      expect.stringContaining(
        'bash deploy/deploy.sh plan --environment dev --resource-group rg-demo-dev-we-001',
      ) as string,
    ]);
    expect(told.repeat).toBe(`npx -p create-avm@${version} create-avm another-folder --answers demo/avm.yaml`);
  });

  it('names what a dry run would make, and makes nothing', async () => {
    const at = await folder();
    const ran = await createAvm({ cwd: at.path }, 'demo', '--yes', '--dry-run');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^\+ avm\.yaml new, \+\d+ -0$/m);
    expect(ran.out).toContain('Nothing was written.');
    expect(await readdir(at.path)).toEqual([]);
  });

  it('says what a check without a compiler leaves out', async () => {
    const at = await folder();
    const ran = await createAvm({ cwd: at.path }, 'demo', '--yes', '--no-git', '--depth', 'interface');
    expect(ran.out).toContain('✓ Passed with 1 warning: settings, plan, and module interfaces of dev, test, prod');
    expect(ran.code).toBe(0);
  });

  it('makes a repository, but not inside another one', async () => {
    const at = await folder();
    const first = await createAvm({ cwd: at.path }, 'demo', '--yes', '--no-check', '--json');
    expect(dataOf(first)).toMatchObject({ git: 'made' });
    expect(existsSync(at.getPath('demo/.git'))).toBe(true);
    const second = await createAvm({ cwd: at.getPath('demo') }, 'inner', '--yes', '--no-check', '--json');
    expect(dataOf(second)).toMatchObject({ git: 'inside' });
    expect(existsSync(at.getPath('demo/inner/.git'))).toBe(false);
  });

  it('is the same bytes for the same answers', async () => {
    const [one, other] = [await workspace(), await workspace()];
    for (const path of ['avm.yaml', 'main.bicep', '.avm/manifest.json', '.avm/trace.json'])
      expect(await one.file(path)).toBe(await other.file(path));
  });
});

describe('without a terminal', () => {
  it.each([[[]], [['--yes']], [['--json']], [['--set', 'tags.owner=me']], [['--dry-run']]] as const)(
    'and without a folder, %j fills no folder',
    async (argv) => {
      const at = await folder();
      const ran = await createAvm({ cwd: at.path }, ...argv, ...quiet);
      expect(ran.code).toBe(2);
      expect(ran.err).toContain('no folder is named');
      expect(ran.err).toContain('create-avm my-workload --yes');
      expect(await readdir(at.path)).toEqual([]);
    },
  );

  it('a dot is the current folder', async () => {
    const at = await folder();
    expect(await createAvm({ cwd: at.path }, '.', ...quiet)).toMatchObject({ code: 0 });
    expect(existsSync(at.getPath('avm.yaml'))).toBe(true);
  });
});
