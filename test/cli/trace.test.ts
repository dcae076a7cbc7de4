import { appendFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rulesOff } from '../support/counts.ts';
import { avm, dataOf, folder, workspace } from './run.ts';

const { cwd, file } = await workspace();
const bicep = await file('main.bicep');
const lineOf = (text: string, within = bicep): number =>
  within.split('\n').findIndex((line) => line.includes(text)) + 1;

describe('avm trace FILE:LINE', () => {
  it('says of a line what it is for, what it is part of, and where its answers are', async () => {
    const { code, out, err } = await avm({ cwd }, 'trace', `main.bicep:${lineOf('module bastion ')}`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('SEC-004 Administrative access through Azure Bastion (must)');
    expect(out).toContain('only to the subnet of Azure Bastion');
    expect(out).toMatch(
      /Part of +module bastion \(avm\/res\/network\/bastion-host:[\d.]+\), everywhere, lines \d+-\d+/,
    );
    expect(out).toMatch(/Component bastion: Azure Bastion, everywhere/);
    expect(out).toMatch(/spec\.bastion\.enabled +true +avm\.yaml:\d+/);
    expect(out).toMatch(/constitution\.rules\.SEC-004 +must +avm\.yaml:\d+/);
  });

  it('tells values by environment where they differ', async () => {
    const { out } = await avm({ cwd }, 'trace', `main.bicep:${lineOf('vmSize: virtualMachineSize')}`);
    const line = lineOf('size: Standard_D4s_v5', await file('avm.yaml'));
    expect(out).toMatch(/spec\.virtualMachine\.size +dev: Standard_B2s_v2 +avm\.yaml:\d+/);
    expect(out).toContain(`prod: Standard_D4s_v5  avm.yaml:${line}`);
  });

  it('takes a range, the place a compiler prints, and a path seen from where one is', async () => {
    const at = lineOf('module bastion ');
    const parts = async (...argv: string[]): Promise<readonly { from: number; to: number }[]> =>
      dataOf<{ explanations: [] }>(await avm({ cwd }, 'trace', ...argv, '--json')).explanations;
    const range = await parts(`main.bicep:${at}-${at + 20}`);
    expect(range.length).toBeGreaterThan(2);
    expect([range[0]?.from, range.at(-1)?.to]).toEqual([at, at + 20]);
    expect(await parts(`main.bicep:${at}:7`)).toMatchObject([{ from: at, to: at }]);
    const inside = await avm({ cwd: join(cwd, '.avm') }, 'trace', `../main.bicep:${at}`);
    expect(inside).toMatchObject({ code: 0, out: expect.stringContaining('SEC-004') as string });
  });

  it('goes the other way from a line of avm.yaml', async () => {
    const at = lineOf('retentionDays: 365', await file('avm.yaml'));
    const { out } = await avm({ cwd }, 'trace', `avm.yaml:${at}`);
    expect(out).toContain('OPS-004');
    expect(out).toMatch(/Parameters logRetentionDays\n +Components log-analytics/);
  });

  it.each([
    ['main.bicp:3', 'Did you mean main.bicep?'],
    ['nowhere/at/all.txt:3', 'Specify the path of a file'],
    ['main.bicep:0', 'has no line 0'],
    ['main.bicep:99999', 'Specify lines from 1 to'],
    ['main.bicep:9-3', 'has no lines 9-3'],
    ['main.bicep', 'For example, run: avm trace main.bicep:1'],
    ['.avm/manifest.json:1', 'is not a generated file'],
    ['../../etc/passwd:1', 'is not a generated file'],
    ['bastoin', 'Did you mean bastion?'],
    ['sec-004', 'Did you mean SEC-004?'],
    ['SEC-0044', 'Did you mean SEC-004?'],
    ['main.bicep:99999', "'main.bicep' has no line 99999: it has "],
    ['main.bicep:99998-99999', "'main.bicep' has no lines 99998-99999: it has "],
    ['what is this', 'Specify lines (main.bicep:120)'],
    ['', 'Specify lines (main.bicep:120)'],
  ])('%j gets one error', async (what, says) => {
    const ran = await avm({ cwd }, 'trace', what);
    expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining(says) as string });
    expect(ran.err.match(/^error\[/gm)).toHaveLength(1);
    expect(JSON.parse((await avm({ cwd }, 'trace', what, '--json')).out)).toMatchObject({ ok: false });
  });

  it('takes a path as findings have it, wherever one is', async () => {
    const below = join(cwd, 'specs');
    for (const path of ['specs/001-demo/spec.md:3', '001-demo/spec.md:3'])
      expect(await avm({ cwd: below }, 'trace', path)).toMatchObject({
        code: 0,
        out: expect.stringContaining('specs/001-demo/spec.md:3\n') as string,
      });
  });

  it('leads from a waiver to its rule, and says of a clarification what it is', async () => {
    const own = (await workspace()).cwd;
    await avm(
      { cwd: own },
      'set',
      'constitution.waivers.W-001={rule: SEC-010, reason: Not yet, approvedBy: platform-team, until: 2027-03-31}',
    );
    await avm({ cwd: own }, 'clarify', '--answer', 'tags.costCenter=4711');
    expect(await avm({ cwd: own }, 'trace', 'W-001')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/W-001 is a waiver of SEC-010\.\n.*avm trace SEC-010/) as string,
    });
    const asked = await avm({ cwd: own }, 'trace', 'Q-001');
    expect(asked).toMatchObject({ code: 2, err: expect.stringContaining('Q-001 is a clarification') as string });
  });

  it('says that --check is for ids, and that it needs a workspace', async () => {
    expect(await avm({ cwd }, 'trace', 'main.bicep:1', '--check')).toMatchObject({ code: 2 });
    expect(await avm({ cwd: (await folder()).path }, 'trace', 'SEC-004')).toMatchObject({ code: 2 });
  });
});

describe('avm trace of what is no longer as it was written', () => {
  it('vouches for no line of it', async () => {
    const { cwd, file } = await workspace();
    await appendFile(join(cwd, 'main.bicep'), '// mine\n');
    await rm(join(cwd, 'main.test.bicepparam'));
    const edited = await avm({ cwd }, 'trace', 'main.bicep:3');
    expect(edited).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining("'main.bicep' was edited, so") as string,
    });
    expect(edited.err).toContain('--overwrite main.bicep');
    expect(await avm({ cwd }, 'trace', 'main.test.bicepparam:3')).toMatchObject({ code: 1 });
    expect(await avm({ cwd }, 'trace', 'README.md:3')).toMatchObject({ code: 0 });

    const told = await avm({ cwd }, 'trace', 'SEC-004', '--json');
    expect(told.code).toBe(1);
    expect(JSON.parse(told.out)).toMatchObject({ ok: false, findings: [{ code: 'files/edited' }] });
    expect((await avm({ cwd }, 'trace', 'SEC-004')).err).toContain("'main.bicep' was edited");

    await writeFile(join(cwd, 'avm.yaml'), (await file('avm.yaml')).replaceAll('retentionDays: 7', 'retentionDays: 8'));
    const stale = await avm({ cwd }, 'trace', 'main.dev.bicepparam:3');
    expect(stale).toMatchObject({ code: 1, err: expect.stringContaining('is out of date') as string });
  });

  it('lets nothing that is in a comment steer the terminal', async () => {
    const { cwd, file } = await workspace();
    await appendFile(join(cwd, 'avm.yaml'), '# \u001b[31mred \u202e turned\n');
    const last = (await file('avm.yaml')).split('\n').length - 1;
    const { code, out, err } = await avm({ cwd }, 'trace', `avm.yaml:${last}`);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(
      `avm.yaml:${last}:1: error[text-unseen]: The text contains a character that cannot be seen (U+001B).`,
    );
    expect(err).not.toMatch(/[\u001b\u202e]/);
  });

  it('refuses answers that cannot be built', async () => {
    const { cwd, file } = await workspace();
    await writeFile(join(cwd, 'avm.yaml'), (await file('avm.yaml')).replace('zone: 1', 'zone: 4'));
    expect(await avm({ cwd }, 'trace', 'SEC-004')).toMatchObject({ code: 1, out: '' });
  });
});

describe('avm trace of an id or a component', () => {
  interface Account {
    readonly resources: readonly { readonly symbol: string; readonly environments: readonly string[] }[];
    readonly files: readonly { readonly path: string; readonly lines: readonly [number, number][] }[];
    readonly checkable: readonly string[];
  }
  const account = async (what: string): Promise<Account> =>
    dataOf<Account>(await avm({ cwd }, 'trace', what, '--json'));

  it('gives lines that say the same when they are asked', async () => {
    const { files } = await account('SEC-005');
    expect(files.map(({ path }) => path)).toContain('main.bicep');
    for (const { path, lines } of files)
      for (const [from, to] of lines) {
        const ran = await avm({ cwd }, 'trace', `${path}:${from}-${to}`, '--json');
        const { explanations } = dataOf<{ explanations: { because: { id: string }[] }[] }>(ran);
        for (const { because } of explanations) expect(because.map(({ id }) => id)).toContain('SEC-005');
      }
  });

  it.each([
    ['SEC-004', ['bastion', 'justInTime'], ['SEC-004']],
    ['FR-013', ['recoveryVault', 'virtualMachine'], []],
    ['bastion', ['bastion'], ['SEC-004']],
    ['FR-008', [], []],
    ['internal-load-balancer', [], []],
  ])('%s', async (what, symbols, checkable) => {
    const told = await account(what);
    expect(told.resources.map(({ symbol }) => symbol)).toEqual(symbols);
    expect(told.checkable).toEqual(checkable);
    const { code, out } = await avm({ cwd }, 'trace', what);
    expect(code).toBe(0);
    for (const symbol of symbols) expect(out).toContain(`  ${symbol} `);
    expect(out).not.toMatch(/undefined|\[object|NaN/);
  });

  it('says what could serve a requirement that nothing serves, and how a rule is proven', async () => {
    expect((await avm({ cwd }, 'trace', 'FR-008')).out).toContain(
      'Nothing implements it: internal-load-balancer is off.',
    );
    expect((await avm({ cwd }, 'trace', 'SEC-004')).out).toContain('run: avm trace SEC-004 --check');
    expect((await avm({ cwd }, 'trace', 'ARC-003')).out).toContain('run: avm trace ARC-003 --check');
    expect((await avm({ cwd }, 'trace', 'FR-001')).out).toContain('The parts above implement it.');
  });

  it('says of a rule that is off that nothing exists for it', async () => {
    const off = await workspace('--set', 'SEC-010=off');
    const { code, out } = await avm({ cwd: off.cwd }, 'trace', 'SEC-010');
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('The rule is off') as string });
    expect(out).not.toContain('\nState\n');
  });
});

describe('avm rules', () => {
  it('lists those of the workspace, and with --all those that are off', async () => {
    const off = await workspace('--set', 'SEC-010=off', '--set', 'SEC-005.maxHours=5');
    const listed = await avm({ cwd: off.cwd }, 'rules');
    expect(listed).toMatchObject({ code: 0, err: '' });
    expect(listed.out).toContain(`in this workspace, and ${rulesOff + 1} that are off`);
    expect(listed.out).not.toContain('SEC-010');
    expect(listed.out).toMatch(/SEC-005 +must +Just-in-time VM access +Compliant +maxHours: 5/);
    expect((await avm({ cwd: off.cwd }, 'rules', '--all')).out).toMatch(/SEC-010 +off /);
    const told = dataOf<{ rules: { level: string }[] }>(await avm({ cwd: off.cwd }, 'rules', '--json'));
    expect(told.rules.every(({ level }) => level !== 'off')).toBe(true);
  });

  it('explains one', async () => {
    const { code, out } = await avm({ cwd }, 'rules', 'SEC-005');
    expect(code).toBe(0);
    expect(out).toContain('open for at most 3 hours');
    expect(out).toMatch(/Level +must \(avm\.yaml:\d+\)/);
    expect(out).toMatch(/Components +just-in-time \(dev, test, prod\)/);
    expect(dataOf(await avm({ cwd }, 'rules', 'SEC-005', '--json'))).toMatchObject({
      id: 'SEC-005',
      parameters: { maxHours: 3 },
      held: { answers: true, resources: true },
      broken: [],
    });
  });

  it('says what in the answers breaks it, also where they cannot be built', async () => {
    const { cwd, file } = await workspace();
    const text = await file('avm.yaml');
    await writeFile(join(cwd, 'avm.yaml'), text.replace('encryptionAtHost: true', 'encryptionAtHost: false'));
    expect((await avm({ cwd }, 'rules', 'SEC-010')).out).toMatch(/✗ prod: encryption at host is disabled/);
    await writeFile(join(cwd, 'avm.yaml'), text.replace('version: 2', 'version: 9'));
    expect(await avm({ cwd }, 'rules')).toMatchObject({ code: 1, out: '' });
  });

  it('has those of the catalog outside of a workspace', async () => {
    const { path } = await folder();
    const listed = await avm({ cwd: path }, 'rules');
    expect(listed).toMatchObject({ code: 0, out: expect.stringContaining('in the catalog') as string });
    expect((await avm({ cwd: path }, 'rules', 'TST-003')).out).toContain('must by default');
    expect(dataOf(await avm({ cwd: path }, 'rules', '--json'))).toMatchObject({ workspace: null });
  });

  it.each([
    ['SEC-0004', 'Did you mean SEC-004?'],
    ['FR-008', 'FR-008 is a requirement'],
    ['bastion', 'avm rules --all'],
  ])('%s is no rule', async (id, says) => {
    expect(await avm({ cwd }, 'rules', id)).toMatchObject({ code: 2, err: expect.stringContaining(says) as string });
  });
});
