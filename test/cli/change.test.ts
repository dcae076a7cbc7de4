import { appendFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { avm, workspace } from './run.ts';

describe('avm set', () => {
  it('changes several answers, and all that follows from them', async () => {
    const { cwd, file } = await workspace();
    const ran = await avm({ cwd }, 'set', 'backup.retentionDays=60', 'logAnalytics.retentionDays=180', '--env', 'prod');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(await file('main.prod.bicepparam')).toContain('param backupRetentionDays = 60');
    expect(await file('main.test.bicepparam')).toContain('param backupRetentionDays = 7');
  });

  it('changes all or nothing', async () => {
    const { cwd, file } = await workspace();
    const before = await file('avm.yaml');
    const ran = await avm({ cwd }, 'set', 'storageAccount.containers=a', 'backup.retentionDayz=1');
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('Did you mean backup.retentionDays?');
    expect(await file('avm.yaml')).toBe(before);
  });

  it('changes several environments at once, and notes those it does not change', async () => {
    const { cwd, file } = await workspace();
    expect(
      await avm({ cwd }, 'set', 'virtualMachine.size=Standard_D8s_v5', '--env', 'test', '--env', 'prod'),
    ).toMatchObject({ code: 0 });
    expect(await file('avm.yaml')).toMatch(/size: Standard_B2s_v2.*size: Standard_D8s_v5.*size: Standard_D8s_v5/s);
    const ran = await avm({ cwd }, 'set', 'lock=CanNotDelete');
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('prod has a value of its own for lock');
  });

  it('keeps comments, and the order of keys', async () => {
    const { cwd, file } = await workspace();
    await writeFile(join(cwd, 'avm.yaml'), (await file('avm.yaml')).replace('workload:', '# ours, keep it\nworkload:'));
    await avm({ cwd }, 'set', 'location.region=northeurope');
    expect(await file('avm.yaml')).toContain('# ours, keep it\nworkload:');
  });

  it.each([
    ['network.addressSpace=10.30.0.0/22', 'Every environment has a value of its own'],
    ['environments.dev.network.addressSpace=10.20.0.0/33', 'is not an IPv4 range'],
    ['location.region=westeurop', 'Did you mean westeurope?'],
    ['environments.dev.virtualMachine.size=Standard_D2s_v9', 'Standard_D2s_v'],
    ['SEC-004.level=mus', 'must'],
    ['virtualMachine.administrator.password=hunter2', 'virtualMachine.administrator'],
  ])('%s is refused', async (assignment, said) => {
    const { cwd, file } = await workspace();
    const before = await file('avm.yaml');
    const ran = await avm({ cwd }, 'set', assignment);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(said);
    expect(ran.err).toContain('Nothing was written.');
    expect(await file('avm.yaml')).toBe(before);
  });

  it('says where in avm.yaml a rule is broken', async () => {
    const { cwd } = await workspace();
    const ran = await avm({ cwd }, 'set', 'bastion.enabled=false', '--json');
    const { findings } = JSON.parse(ran.out) as { findings: object[] };
    expect(findings).toMatchObject([
      { code: 'rule-broken', ids: ['SEC-004'], where: { file: 'avm.yaml', line: expect.any(Number) as number } },
    ]);
  });
});

describe('avm add', () => {
  it('adds a component with answers of its own', async () => {
    const { cwd, file } = await workspace();
    const ran = await avm({ cwd }, 'add', 'internal-load-balancer', '--set', 'probe.port=8080');
    expect(ran.code).toBe(0);
    expect(await file('main.bicep')).toContain('network/load-balancer');
    expect(await file('avm.yaml')).toMatch(/probe:.*8080/s);
  });

  it('adds to one environment', async () => {
    const { cwd, file } = await workspace();
    expect(await avm({ cwd }, 'add', 'internal-load-balancer', '--env', 'prod')).toMatchObject({ code: 0 });
    expect(await file('main.prod.bicepparam')).not.toBe((await file('main.dev.bicepparam')).replace('dev', 'prod'));
  });

  it('adds nothing twice', async () => {
    const { cwd } = await workspace();
    const ran = await avm({ cwd }, 'add', 'backup');
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('backup is there already');
    expect(ran.err).toContain('avm set backup.');
  });

  it('caches no data disk that is too large for it', async () => {
    const { cwd, file } = await workspace();
    expect(await avm({ cwd }, 'add', 'data-disk', '--set', 'sizeGb=8192')).toMatchObject({ code: 0 });
    expect(await file('avm.yaml')).toMatch(/sizeGb: 8192, type: Premium_LRS, caching: None/);
    const ran = await avm({ cwd }, 'add', 'data-disk', '--set', 'sizeGb=8192', '--set', 'caching=ReadOnly');
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.err).toContain('Set its caching to None.');
  });

  it('says what a component still needs', async () => {
    const { cwd } = await workspace();
    const ran = await avm({ cwd }, 'add', 'application');
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('spec.application.packageUri');
  });

  it('gives the same bytes in whatever order', async () => {
    const steps = [
      ['internal-load-balancer'],
      ['environment', 'uat', '--from', 'test', '--set', 'network.addressSpace=10.20.12.0/22'],
      ['data-disk', '--set', 'sizeGb=256'],
    ];
    const [one, other] = [
      await workspace('--set', 'backup.enabled=false'),
      await workspace('--set', 'backup.enabled=false'),
    ];
    for (const step of [['backup'], ...steps])
      expect(await avm({ cwd: one.cwd }, 'add', ...step)).toMatchObject({ code: 0 });
    for (const step of [...steps.toReversed(), ['backup']])
      expect(await avm({ cwd: other.cwd }, 'add', ...step)).toMatchObject({ code: 0 });
    for (const path of ['avm.yaml', 'main.bicep', 'main.uat.bicepparam', '.avm/manifest.json'])
      expect(await one.file(path)).toBe(await other.file(path));
  });

  it('gives each data disk the next free lun', async () => {
    const { cwd, file } = await workspace();
    await avm({ cwd }, 'add', 'data-disk');
    expect(await avm({ cwd }, 'add', 'data-disk', '--set', 'name=logs', '--set', 'sizeGb=256')).toMatchObject({
      code: 0,
    });
    const text = await file('avm.yaml');
    expect(text).toMatch(/name: data, lun: 0, sizeGb: 128/);
    expect(text).toMatch(/name: logs, lun: 1, sizeGb: 256/);
  });

  it('gives an environment files of its own', async () => {
    const { cwd, file } = await workspace();
    expect(
      await avm({ cwd }, 'add', 'environment', 'uat', '--from', 'test', '--set', 'network.addressSpace=10.20.12.0/22'),
    ).toMatchObject({ code: 0 });
    expect(await file('main.uat.bicepparam')).toContain("'10.20.12.0/22'");
    expect(await avm({ cwd }, 'add', 'environment', 'uat')).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is an environment uat already') as string,
    });
  });
});

describe('avm render', () => {
  it('follows avm.yaml, and writes nothing the second time', async () => {
    const { cwd, file } = await workspace();
    await writeFile(
      join(cwd, 'avm.yaml'),
      (await file('avm.yaml')).replace('region: westeurope', 'region: northeurope'),
    );
    expect((await avm({ cwd }, 'render')).out).toContain('~ main.bicepparam');
    expect(await avm({ cwd }, 'render')).toMatchObject({ code: 0, out: 'Everything is up to date.\n', err: '' });
  });

  it('shows the lines that would change', async () => {
    const { cwd, file } = await workspace();
    const before = await file('main.prod.bicepparam');
    const ran = await avm({ cwd }, 'set', 'backup.retentionDays=60', '--env', 'prod', '--dry-run');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('-param backupRetentionDays = 30\n+param backupRetentionDays = 60');
    expect(ran.out).toMatch(/\d files would change\. Nothing was written\./);
    expect(await file('main.prod.bicepparam')).toBe(before);
    const json = JSON.parse((await avm({ cwd }, 'render', '--dry-run', '--json')).out) as object;
    expect(json).toEqual({ ok: true, root: cwd, dryRun: true, changes: [], findings: [] });
  });

  it('names a file that was edited by hand, and leaves all as it is', async () => {
    const { cwd, file } = await workspace();
    await appendFile(join(cwd, 'main.bicep'), '// mine\n');
    const ran = await avm({ cwd }, 'set', 'backup.retentionDays=60', '--env', 'prod');
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('main.bicep');
    expect(ran.err).toContain('--overwrite');
    expect(await file('avm.yaml')).not.toContain('retentionDays: 60');
    expect(await file('main.bicep')).toMatch(/\/\/ mine\n$/);
  });

  it('overwrites or keeps such a file where that is said', async () => {
    const { cwd, file } = await workspace();
    await appendFile(join(cwd, 'main.bicep'), '// mine\n');
    const kept = await avm({ cwd }, 'set', 'backup.retentionDays=60', '--env', 'prod', '--keep', 'main.bicep');
    expect(kept).toMatchObject({ code: 0 });
    expect(kept.out).toContain('= main.bicep kept as it is');
    expect(await file('main.bicep')).toContain('// mine');
    expect(await avm({ cwd: join(cwd, '.avm') }, 'render', '--overwrite', '../main.bicep')).toMatchObject({ code: 0 });
    expect(await file('main.bicep')).not.toContain('// mine');
  });

  it('makes what was deleted again', async () => {
    const { cwd, file } = await workspace();
    await rm(join(cwd, 'main.bicep'));
    expect((await avm({ cwd }, 'render')).out).toContain('+ main.bicep');
    expect(await file('main.bicep')).toContain('module');
  });

  it('finishes what a killed run began, and says so', async () => {
    const { cwd } = await workspace();
    await writeFile(join(cwd, '.avm/journal.json'), '{"schema":1,"operations":[]}\n');
    const ran = await avm({ cwd }, 'render');
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('An earlier run was interrupted here');
  });

  it('tells what is wrong with its files in one shape', async () => {
    const { cwd } = await workspace();
    await writeFile(join(cwd, '.avm/manifest.json'), '{"schema":2}');
    const ran = await avm({ cwd }, 'render', '--json');
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({
      ok: false,
      error: {
        code: 'manifest-newer',
        where: '.avm/manifest.json',
        remedy: expect.stringContaining('Update create-avm') as string,
      },
    });
  });
});
