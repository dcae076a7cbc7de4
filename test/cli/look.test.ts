import { appendFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describe as prose } from '../../src/findings/describe.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { checks } from '../../src/findings/messages/checks.ts';
import { workspace as workspaceMessages } from '../../src/findings/messages/workspace.ts';
import { rulesOn } from '../support/counts.ts';
import { avm, dataOf, folder, type Ran, workspace } from './run.ts';

interface Told {
  readonly ok: boolean;
  readonly findings: readonly {
    readonly code: string;
    readonly message: string;
    readonly remedy: string;
    readonly where: object;
  }[];
}

describe('avm check', () => {
  it('passes at once, with no compiler, and says that nobody is notified and what was not evaluated', async () => {
    const { cwd } = await workspace();
    await avm({ cwd }, 'set', 'alerts.emails=[]');
    const ran = await avm({ cwd }, 'check', '--depth', 'interface');
    expect(ran).toMatchObject({ code: 0, err: '' });
    const others = [...ran.out.matchAll(/^ {2}(\S+) {2}Not applicable/gm)].map(([, id]) => id);
    expect(others).toEqual(['SEC-027', 'SEC-035', 'OPS-018']);
    const open = rulesOn - 1 - others.length;
    expect(ran.out).toContain(`Rules: 1 Noncompliant, ${open} Not evaluated, ${others.length} Not applicable`);
    expect(ran.out).toContain('  OPS-017  Noncompliant');
    expect(ran.out).toMatch(/✓ Passed with 1 warning: settings, plan, and module interfaces of dev, test, prod\n$/);
    expect((await avm({ cwd: join(cwd, '.avm') }, 'check', '--depth', 'interface', '--env', 'prod')).out).toContain(
      'interfaces of prod\n',
    );
  });

  it('finds files that are not what avm.yaml generates', async () => {
    const { cwd, file } = await workspace();
    await rm(join(cwd, 'main.test.bicepparam'));
    await appendFile(join(cwd, 'main.bicep'), '// mine\n');
    await writeFile(join(cwd, 'avm.yaml'), (await file('avm.yaml')).replaceAll('retentionDays: 7', 'retentionDays: 8'));
    const ran = await avm({ cwd }, 'check', '--depth', 'interface', '--json');
    const told = JSON.parse(ran.out) as Told;
    const files = told.findings.filter(({ where }) => JSON.stringify(where).includes('bicep'));
    expect(files.map(({ code, where }) => [code, where])).toEqual([
      ['files/edited', { file: 'main.bicep' }],
      ['files/stale', { file: 'main.bicepparam' }],
      ['files/stale', { file: 'main.dev.bicepparam' }],
      ['files/missing', { file: 'main.test.bicepparam' }],
    ]);
    expect(ran.code).toBe(1);
  });

  it('names an edited document in one line once a run told of it, and an edited template each time', async () => {
    const { cwd } = await workspace();
    for (const path of ['README.md', 'docs/traceability.md', 'main.bicep'])
      await appendFile(join(cwd, path), '\n// mine\n');
    const check = (): Promise<Ran> => avm({ cwd }, 'check', '--depth', 'interface');
    expect((await check()).out).toMatch(/'README\.md' was edited\.[^]*Passed with 3 warnings/);
    await avm({ cwd }, 'render');
    const { code, out } = await check();
    expect(code).toBe(0);
    expect(out).toContain('note[files/left-alone]: Edited files were left unchanged: README.md, docs/traceability.md.');
    expect(out).toContain('avm render --overwrite README.md --overwrite docs/traceability.md');
    expect(out).not.toContain("'README.md' was edited");
    expect(out).toMatch(
      /main\.bicep: warning\[files\/edited\]: 'main\.bicep' was edited\.[^]*The check evaluates the file on disk/,
    );
    expect(out).toMatch(/Passed with 1 warning, 1 note:/);
    expect(await avm({ cwd }, 'trace', 'README.md:3')).toMatchObject({ code: 1, out: '' });
    await avm({ cwd }, 'render', '--overwrite', 'main.bicep');
    expect(await avm({ cwd }, 'trace', 'SEC-004')).toMatchObject({ code: 0 });
  });

  it('says nothing where Spec Kit works on another feature, or keeps its pointer out of git', async () => {
    const { cwd, file } = await workspace();
    const clean = { code: 0 };
    const pointer = join(cwd, '.specify/feature.json');
    await writeFile(pointer, '{"feature_directory":"specs/002-other"}\n');
    expect(await avm({ cwd }, 'check', '--depth', 'interface')).toMatchObject(clean);
    expect(await avm({ cwd }, 'set', 'lock=CanNotDelete', '--env', 'dev')).toMatchObject(clean);
    expect(await file('.specify/feature.json')).toContain('specs/002-other');
    await rm(pointer);
    expect(await avm({ cwd }, 'check', '--depth', 'interface')).toMatchObject(clean);
    expect(await avm({ cwd }, 'render')).toMatchObject({ ...clean, out: '+ .specify/feature.json\n1 file written.\n' });
  });

  it('tells what it finds as compilers do: file, line, and column first, then the code, a place, and a remedy', async () => {
    const { cwd, file } = await workspace();
    await writeFile(join(cwd, 'avm.yaml'), (await file('avm.yaml')).replace('zone: 1', 'zone: 4'));
    const ran = await avm({ cwd }, 'check', '--depth', 'interface');
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(
      /^avm\.yaml:\d+:\d+: error\[answer-(value|type)\]: This must be .*\.\n {4}spec\.location\.zone\n {4}Write /,
    );
  });

  it('writes SARIF', async () => {
    const { cwd, file } = await workspace();
    await rm(join(cwd, 'main.bicep'));
    expect(await avm({ cwd }, 'check', '--depth', 'interface', '--sarif', 'out/check.sarif')).toMatchObject({
      code: 1,
    });
    const log = JSON.parse(await file('out/check.sarif')) as {
      runs: { results: { ruleId: string; message: { text: string } }[] }[];
    };
    expect(log.runs[0]?.results[0]).toMatchObject({
      ruleId: 'files/missing',
      message: { text: "'main.bicep' is missing. To write it, run: avm render" },
    });
    const printed = await avm({ cwd }, 'check', '--depth', 'interface', '--sarif');
    expect(JSON.parse(printed.out)).toMatchObject({ version: '2.1.0' });
    expect(printed.err).toContain('1 error');
  });
});

describe('avm plan', () => {
  it('is told to people, and to programs as it is', async () => {
    const { cwd } = await workspace();
    const ran = await avm({ cwd }, 'plan');
    expect(ran.out).toContain('windows-vm@1.0.0 for dev, test, prod');
    expect(ran.out).toMatch(/virtualMachine +avm\/res\/compute\/virtual-machine:/);
    expect(dataOf(await avm({ cwd }, 'plan', '--json'))).toMatchObject({
      blueprint: 'windows-vm@1.0.0',
      scope: 'resourceGroup',
    });
  });
});

describe('avm catalog', () => {
  it.each([
    ['modules nat-gateway', 'avm/res/network/nat-gateway'],
    ['components', 'internal-load-balancer'],
    ['blueprints', 'windows-vm@1.0.0'],
    ['rules', 'SEC-004'],
    ['regions euro', 'westeurope'],
    ['sizes d2s', 'Standard_D2s_v5'],
    ['images 2022', '2022-datacenter-g2'],
  ])('%s lists, also for machines', async (argv, holds) => {
    const { path: cwd } = await folder();
    const ran = await avm({ cwd }, 'catalog', ...argv.split(' '));
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain(holds);
    const { entries } = dataOf(await avm({ cwd }, 'catalog', ...argv.split(' '), '--json'));
    expect(entries).toHaveLength(ran.out.trim().split('\n').length - 1);
  });

  it('shows the interface of a module', async () => {
    const { path: cwd } = await folder();
    expect((await avm({ cwd }, 'catalog', 'show', 'network/nat-gateway')).out).toMatch(
      /^br\/public:avm\/res\/network\/nat-gateway:\d/,
    );
    const wrong = await avm({ cwd }, 'catalog', 'show', 'network/nat-gatway');
    expect(wrong).toMatchObject({
      code: 1,
      err: expect.stringContaining('Did you mean avm/res/network/nat-gateway?') as string,
    });
    expect(await avm({ cwd }, 'catalog', 'show', 'network/nat-gateway@0.0.1')).toMatchObject({ code: 1 });
  });

  it('says what is wrong with a source', async () => {
    const at = await folder({ 'empty/a.txt': '' });
    expect(await avm({ cwd: at.path }, 'catalog', 'sync', 'nowhere', '--into', 'mine', '--dry-run')).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not a folder') as string,
    });
    expect(await avm({ cwd: at.path }, 'catalog', 'sync', 'empty', '--into', 'mine', '--dry-run')).toMatchObject({
      code: 1,
      err: expect.stringContaining('has no modules') as string,
    });
  });
});

describe('avm schema and doctor', () => {
  it('print JSON', async () => {
    const { path: cwd } = await folder();
    expect(JSON.parse((await avm({ cwd }, 'schema')).out)).toHaveProperty('$schema');
    const told = dataOf<{ facts: { name: string; text: string }[] }>(await avm({ cwd }, 'doctor', '--json'));
    expect(told.facts.map(({ name }) => name)).toEqual([
      'node',
      'bicep',
      'modules',
      'dotnet',
      'az',
      'git',
      'cache',
      'trusted-registries',
    ]);
    expect(told.facts[0]?.text).toMatch(/^Node \d/);
  });
});

describe('prose', () => {
  const args = {
    looked: ['/a/bicep'],
    pinned: '1.0.0',
    path: '/a/bicep',
    version: '0.1.0',
    minimum: '0.2.0',
    writer: '0.0.9',
    detail: 'so',
    how: 'exit code 1',
    method: 'compile',
    seconds: 3,
    rid: 'aix-ppc',
    published: ['linux-x64'],
    folder: '/m',
    module: 'avm/a',
    there: ['1.0.0'],
    host: 'h',
    name: 'h',
    trusted: ['x'],
    known: ['linux-x64'],
    modules: ['avm/a:1'],
    environments: ['dev', 'test'],
    all: 'no',
    message: 'said',
    used: 1,
    allowed: 2,
    percent: 50,
    most: ['a: 1'],
    from: 1,
    to: 2,
    names: ['reports'],
    paths: ['README.md', 'docs/traceability.md'],
  };
  it.each([...Object.keys(checks), ...Object.keys(workspaceMessages), 'bicep/BCP123', 'snapshot/says'])(
    'of %s is whole sentences',
    (code) => {
      const { message, remedy } = prose({ code, severity: 'error', where: {}, ids: [], args } as unknown as Finding);
      expect(`${message} ${remedy}`).not.toMatch(/undefined|\[object/);
      expect(message).not.toBe('');
    },
  );
});
