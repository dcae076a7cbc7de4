import { appendFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { avm, dataOf, workspace } from './run.ts';

describe('avm set', () => {
  it('changes several answers, and all that follows from them', async () => {
    const { cwd, file } = await workspace();
    const ran = await avm({ cwd }, 'set', 'backup.retentionDays=60', 'logAnalytics.retentionDays=180', '--env', 'prod');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(await file('main.prod.bicepparam')).toContain('param backupRetentionDays = 60');
    expect(await file('main.test.bicepparam')).toContain('param backupRetentionDays = 7');
  });

  it('tells in full only what the change brings, and counts the rest', async () => {
    const { cwd } = await workspace('--set', 'alerts.emails=[]');
    const size = await avm({ cwd }, 'set', 'backup.retentionDays=60', '--env', 'prod');
    expect(size.err).toBe('1 warning was there before: avm check lists it.\n\n');
    const json = JSON.parse((await avm({ cwd }, 'set', 'backup.retentionDays=61', '--env', 'prod', '--json')).out) as {
      findings: object[];
    };
    expect(json.findings).toMatchObject([{ code: 'rule-broken' }]);
    expect(await avm({ cwd }, 'set', 'SEC-010=should')).toMatchObject({ code: 0 });
    const more = await avm({ cwd }, 'set', 'virtualMachine.encryptionAtHost=false', '--env', 'dev');
    expect(more.err).toContain('warning[rule-broken]: SEC-010');
    expect(more.err).not.toContain('OPS-017');
    expect(more.err).toContain('1 warning was there before');
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
    expect(ran.err).toContain("prod overrides 'lock'");
  });

  it('keeps comments, and the order of keys', async () => {
    const { cwd, file } = await workspace();
    await writeFile(join(cwd, 'avm.yaml'), (await file('avm.yaml')).replace('workload:', '# ours, keep it\nworkload:'));
    await avm({ cwd }, 'set', 'location.region=northeurope');
    expect(await file('avm.yaml')).toContain('# ours, keep it\nworkload:');
  });

  it.each([
    ['network.addressSpace=10.30.0.0/22', "Every environment overrides 'network.addressSpace'"],
    ['environments.dev.network.addressSpace=10.20.0.0/33', 'is not an IPv4 CIDR range'],
    ['location.region=westeurop', 'Did you mean westeurope?'],
    ['environments.dev.virtualMachine.size=Standard_D2s_v9', 'Standard_D2s_v'],
    ['SEC-004.level=mus', 'must'],
    ['virtualMachine.administrator.password=hunter2', 'virtualMachine.administrator'],
    [
      'emails=[a@example.com]',
      'Write the one you mean in full: virtualMachine.autoShutdown.emails, alerts.emails, budget.emails.',
    ],
  ])('%s is refused', async (assignment, said) => {
    const { cwd, file } = await workspace();
    const before = await file('avm.yaml');
    const ran = await avm({ cwd }, 'set', assignment);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(said);
    expect(ran.err).toContain('Nothing was written.');
    expect(await file('avm.yaml')).toBe(before);
  });

  it.each([
    ['size=Standard_D4s_v5', 'virtualMachine.size', 'size: Standard_D4s_v5', ['--env', 'prod']],
    ['containers=[letters]', 'storageAccount.containers', 'containers: [letters]', []],
    ['osDisk.sizeGb=256', 'virtualMachine.osDisk.sizeGb', 'sizeGb: 256', []],
    ['costCenter=4711', 'tags.costCenter', 'costCenter: "4711"', []],
    ['maxHours=2', 'SEC-005.maxHours', 'maxHours: 2', []],
    ['maxHours=2', 'SEC-005.maxHours', 'maxHours: 2', ['--dry-run']],
  ])('takes %s for %s, since no other setting ends so, and says it', async (given, full, written, more) => {
    const { cwd, file } = await workspace();
    const { code, out, err } = await avm({ cwd }, 'set', given, ...more);
    expect(`${code} ${err}`).toMatch(/^0 /);
    expect(out + err).toContain(`'${given.split('=')[0]}' is short for '${full}', which was set`);
    expect((await file('avm.yaml')).includes(written)).toBe(!more.includes('--dry-run'));
  });

  it('looks among the settings that the blueprint has', async () => {
    const { cwd } = await workspace('--blueprint', 'data-store');
    const { out, err } = await avm({ cwd }, 'set', 'redundancy=ZRS');
    expect(out + err).toContain("'redundancy' is short for 'storageAccount.redundancy'");
  });

  it('takes the name of a component for the way to it', async () => {
    const { cwd, file } = await workspace();
    await avm({ cwd }, 'add', 'storage-account', 'reports');
    expect((await avm({ cwd }, 'set', 'reports.redundancy=ZRS')).code).toBe(0);
    expect(await file('avm.yaml')).toMatch(/reports: *\{?[^]*redundancy: ZRS/);
  });

  it.each([
    [['redundancy=ZRS'], "'redundancy' is the end of 2 settings", 'storageAccount.redundancy, backup.redundancy'],
    [['siez=x'], "There is no setting 'siez'", 'Did you mean virtualMachine.size?'],
    [['size=x', '--env', 'nowhere'], 'nowhere', ''],
    [['maxHours=2', '--env', 'prod'], "There is no setting 'maxHours'", ''],
    [['toString=2'], "There is no setting 'toString'", ''],
    [['=2'], 'is not a setting', ''],
  ])('%j is refused, and nothing is written', async (argv, what, remedy) => {
    const { cwd, file } = await workspace();
    const before = await file('avm.yaml');
    const { code, err } = await avm({ cwd }, 'set', ...argv);
    expect(code).toBeGreaterThan(0);
    expect(err).toContain(what);
    expect(err).toContain(remedy);
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
    expect(ran.err).toContain("The component 'backup' is on already");
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
      err: expect.stringContaining("The environment 'uat' exists already") as string,
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
    expect(ran.out).toMatch(
      /^\d files would be changed\. 1 setting would change\. Nothing was written\.\n {2}\S+: 30 → 60\n~ /,
    );
    expect(await file('main.prod.bicepparam')).toBe(before);
    expect(dataOf(await avm({ cwd }, 'render', '--dry-run', '--json'))).toEqual({
      root: cwd,
      dryRun: true,
      summary: { created: 0, changed: 0, removed: 0, leftAlone: 0, settings: 0 },
      settings: [],
      names: [],
      changes: [],
      kept: [],
      leftAlone: [],
      recovered: null,
    });
  });

  it('leaves a file alone that was edited, says how to take its generated text, and writes the rest', async () => {
    const { cwd, file } = await workspace();
    await appendFile(join(cwd, 'README.md'), 'mine\n');
    await writeFile(join(cwd, 'main.bicep'), (await file('main.bicep')).replace('targetScope', '// mine\ntargetScope'));
    const ran = await avm({ cwd }, 'set', 'backup.retentionDays=60', '--env', 'prod');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(await file('avm.yaml')).toContain('retentionDays: 60');
    expect(await file('main.prod.bicepparam')).toContain('= 60');
    expect(await file('README.md')).toMatch(/mine\n$/);
    expect(ran.out).toMatch(
      /^! README\.md was edited and was left unchanged\. Its generated text changed, too\. To use the generated text, run: avm render --overwrite README\.md$/m,
    );
    expect(ran.out).toMatch(/^! main\.bicep was edited \(1 line added\) and was left unchanged\. To use/m);
    expect(await avm({ cwd }, 'render')).toMatchObject({
      code: 0,
      out: '= Edited files, left unchanged: README.md, main.bicep\nEverything else is up to date.\n',
    });
    expect(dataOf(await avm({ cwd }, 'render', '--json'))).toMatchObject({
      changes: [],
      leftAlone: [
        { path: 'README.md', kind: 'edited', isKnown: true },
        { path: 'main.bicep', kind: 'edited', isKnown: true },
      ],
    });
    await avm({ cwd }, 'render', '--overwrite', 'README.md');
    expect(await file('README.md')).not.toContain('mine');
  });

  it('shows in a dry run that such a file would stay, and what overwriting it would change', async () => {
    const { cwd } = await workspace();
    await appendFile(join(cwd, 'README.md'), 'mine\n');
    const ran = await avm({ cwd }, 'render', '--dry-run');
    expect(ran.out).toMatch(/^Nothing would change\.\n! README\.md was edited \(1 line added\) .*\n$/);
    const over = await avm({ cwd }, 'render', '--dry-run', '--overwrite', 'README.md');
    expect(over.out).toContain('-mine\n');
    expect(over.out).toContain('1 file would be changed. Nothing was written.');
  });

  it('overwrites or keeps such a file where that is said', async () => {
    const { cwd, file } = await workspace();
    await appendFile(join(cwd, 'main.bicep'), '// mine\n');
    const kept = await avm({ cwd }, 'set', 'backup.retentionDays=60', '--env', 'prod', '--keep', 'main.bicep');
    expect(kept).toMatchObject({ code: 0 });
    expect(kept.out).toContain('= main.bicep left unchanged');
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
    expect(ran.err).toContain('note[recovered]: An earlier run was interrupted.');
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
        place: '.avm/manifest.json',
        remedy: expect.stringContaining('npm install --global create-avm') as string,
      },
    });
  });
});
