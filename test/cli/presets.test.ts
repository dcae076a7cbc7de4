import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createAvm, folder, workspace, type Ran } from './run.ts';

const quiet = ['--no-check', '--no-git'];

const organization = `# Contoso
constitution:
  ratified: 2026-01-01
  rules:
    SEC-005: should
    OPS-017: off
tags:
  owner: platform
  costCenter: "0815"
spec:
  location: {region: northeurope}
`;

const payroll = `workload: {name: payroll, description: Wages of Contoso}
tags: {costCenter: "4711"}
`;

interface Written {
  readonly version: number;
  readonly blueprint: string;
  readonly workload: { readonly name: string; readonly description: string };
  readonly constitution: { readonly rules: Readonly<Record<string, unknown>> };
  readonly tags: Readonly<Record<string, string>>;
  readonly spec: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly environments: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

async function made(
  files: Record<string, string>,
  ...argv: string[]
): Promise<{ readonly ran: Ran; readonly answers: Written }> {
  const at = await folder(files);
  const ran = await createAvm({ cwd: at.path }, 'demo', ...argv, ...quiet);
  if (ran.code !== 0) throw new Error(ran.err);
  return { ran, answers: parse(await at.readFile('demo/avm.yaml', 'utf8')) as Written };
}

async function refused(files: Record<string, string>, ...argv: string[]): Promise<string> {
  const at = await folder(files);
  const ran = await createAvm({ cwd: at.path }, 'demo', ...argv, ...quiet);
  expect(ran.code).toBeGreaterThan(0);
  expect(existsSync(at.getPath('demo'))).toBe(false);
  return ran.err;
}

describe('a file with a part of the settings', () => {
  it('is completed by the defaults of --yes, and only those are named', async () => {
    const { ran, answers } = await made({ 'org.yaml': organization }, '--answers', 'org.yaml');
    const defaults = parse(await (await workspace()).file('avm.yaml')) as Written;
    expect(answers).toMatchObject({ version: 2, blueprint: defaults.blueprint, workload: { name: 'demo' } });
    expect(answers.tags).toEqual({ owner: 'platform', costCenter: '0815', application: 'demo' });
    expect(answers.spec['location']).toEqual({ ...defaults.spec['location'], region: 'northeurope' });
    expect(answers.environments).toEqual(defaults.environments);
    expect(ran.err).toContain('workload.name=demo  tags.application=demo\n');
  });

  it('that says nothing of its own comes to the same bytes as --yes', async () => {
    const at = await folder({ 'none.yaml': 'version: 2\n' });
    await createAvm({ cwd: at.path }, 'demo', '--yes', '--answers', 'none.yaml', ...quiet);
    const other = await folder();
    await createAvm({ cwd: other.path }, 'demo', '--yes', ...quiet);
    expect(await at.readFile('demo/avm.yaml', 'utf8')).toBe(await other.readFile('demo/avm.yaml', 'utf8'));
  });

  it('sets the level of a rule and keeps its parameters, as --set does', async () => {
    const { answers } = await made({ 'org.yaml': organization }, '--answers', 'org.yaml');
    const { answers: set } = await made({}, '--yes', '--set', 'SEC-005=should');
    expect(answers.constitution.rules['SEC-005']).toEqual(set.constitution.rules['SEC-005']);
    expect(answers.constitution.rules['OPS-017']).toBe('off');
  });

  it('wins over the default of one environment where it speaks of all', async () => {
    const { answers } = await made({ 'a.yaml': 'spec: {backup: {retentionDays: 14}}' }, '--answers', 'a.yaml');
    expect(answers.spec['backup']).toMatchObject({ retentionDays: 14 });
    expect(answers.environments['dev']).not.toHaveProperty('backup');
    expect(answers.environments['prod']?.['backup']).toEqual({ redundancy: 'ZoneRedundant', immutability: 'Unlocked' });
  });

  it('that names environments names all there are, each with the defaults it would have', async () => {
    const { answers } = await made(
      { 'a.yaml': 'environments: {test: {}, qa: {}, prod: {lock: none}}' },
      '--answers',
      'a.yaml',
      '--set',
      'SEC-019=off',
    );
    expect(Object.keys(answers.environments)).toEqual(['test', 'qa', 'prod']);
    expect(answers.environments['prod']).toMatchObject({ lock: 'none', network: { addressSpace: '10.20.8.0/22' } });
    expect(answers.environments['qa']).toHaveProperty('network.addressSpace');
  });

  it('takes the blueprint of --blueprint, and not beside one of its own', async () => {
    const { answers } = await made({ 'a.yaml': payroll }, '--answers', 'a.yaml', '--blueprint', 'data-store');
    expect(answers.blueprint).toBe('data-store@1.0.0');
    const own = { 'a.yaml': 'blueprint: empty@1.0.0' };
    expect((await made(own, '--answers', 'a.yaml')).answers.blueprint).toBe('empty@1.0.0');
    expect(await refused(own, '--answers', 'a.yaml', '--blueprint', 'data-store')).toContain('names its blueprint');
  });
});

describe('several files', () => {
  const files = { 'org.yaml': organization, 'payroll.yaml': payroll };

  it('are merged, a later one over an earlier one, and --set over all', async () => {
    const named = ['--answers', 'org.yaml', '--answers', 'payroll.yaml'];
    const { ran, answers } = await made(files, ...named, '--set', 'tags.owner=finance');
    expect(answers.workload).toEqual({ name: 'payroll', description: 'Wages of Contoso' });
    expect(answers.tags).toEqual({ owner: 'finance', costCenter: '4711', application: 'payroll' });
    expect(answers.spec['location']).toMatchObject({ region: 'northeurope' });
    expect(answers.environments['dev']).toMatchObject({
      virtualMachine: { administrator: { vaultName: 'kv-payroll-dev-ops' } },
    });
    expect(ran.err).toContain('tags.application=payroll');
    expect(ran.err).not.toContain('tags.owner');
  });

  it('replace lists as a whole', async () => {
    const list = (mail: string): string => `spec: {alerts: {emails: [${mail}@example.com]}}`;
    const { answers } = await made(
      { 'a.yaml': list('a'), 'b.yaml': list('b') },
      '--answers',
      'a.yaml',
      '--answers',
      'b.yaml',
    );
    expect(answers.spec['alerts']).toMatchObject({ emails: ['b@example.com'] });
  });

  it('may be a whole avm.yaml and what differs from it', async () => {
    const first = await workspace();
    const { answers } = await made(
      { 'avm.yaml': await first.file('avm.yaml'), 'payroll.yaml': payroll },
      '--answers',
      'avm.yaml',
      '--answers',
      'payroll.yaml',
    );
    const before = parse(await first.file('avm.yaml')) as Written;
    expect(answers).toEqual({
      ...before,
      workload: { name: 'payroll', description: 'Wages of Contoso' },
      tags: { ...before.tags, costCenter: '4711' },
    });
  });

  it('may be of version 1, with components below spec', async () => {
    const old = 'version: 1\nspec: {components: {reports: {type: storage-account}}}\n';
    const { answers } = await made({ 'a.yaml': old }, '--answers', 'a.yaml');
    expect(answers).toMatchObject({ version: 2, components: { reports: { type: 'storage-account' } } });
  });
});

describe('what is wrong', () => {
  const other = { 'payroll.yaml': payroll };
  const both = ['--answers', 'org.yaml', '--answers', 'payroll.yaml'];

  it.each([
    [
      'a wrong word',
      'tags:\n  owner: a\nspec:\n  lock: nome\n',
      'org.yaml:4:9: error[answer-value]: This must be none or CanNotDelete',
    ],
    ['an unknown key', 'tagz:\n  owner: a\n', "org.yaml:1:1: error[key-unknown]: There is no setting 'tagz' here"],
    ['what planning refuses', 'spec:\n  location:\n    region: mars\n', 'org.yaml:3:13: error'],
    [
      'what is missing, by its name',
      'constitution:\n  waivers:\n    W-001: {rule: SEC-010, approvedBy: a, until: 2027-01-01}\n',
      "org.yaml:3:5: error[answer-required]: 'reason' is missing",
    ],
    [
      'a number for text',
      'tags:\n  owner: 0001\n',
      'org.yaml:2:10: error[answer-type]: This must be text, and is 0001',
    ],
    ['an unread version', 'version: 9\n', "org.yaml:1:10: error[version-unknown]: avm.yaml has the version '9'"],
    ['a list', '- a\n', 'org.yaml:1:1: error[answer-type]: This must be a map'],
    ['an alias', 'tags: {owner: &a b, costCenter: *a}\n', 'org.yaml:1:33: error[yaml-alias]'],
    ['a tag of YAML', 'tags: {owner: !!js/function "x"}\n', 'org.yaml:1:29: error[yaml-tag]'],
    ['a refused key', '__proto__: {tags: {owner: a}}\n', 'org.yaml:1:1: error[key-refused]'],
    [
      'a secret',
      'tags:\n  owner: "AccountKey=Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MDEyMzQ1Njc4OTA="\n',
      'org.yaml:2:10: error[secret-refused]',
    ],
    ['no YAML', 'tags: {\n', 'org.yaml:2:1: error[yaml-syntax]'],
    ['no text', '\n', 'org.yaml is empty.'],
  ])('is placed in the file that has %s', async (_, text, said) => {
    expect(await refused({ 'org.yaml': text, ...other }, ...both)).toContain(said);
  });

  it('is told of both files in one run', async () => {
    const said = await refused({ 'org.yaml': 'spec: {lock: nome}\n', 'payroll.yaml': 'tags: {owner: [a]}\n' }, ...both);
    expect(said).toMatch(/org\.yaml[^]*1:14[^]*payroll\.yaml[^]*1:15/);
  });

  it('is too large, whatever it says', async () => {
    const deep = `spec: ${'['.repeat(60)}${']'.repeat(60)}\n`;
    expect(await refused({ 'org.yaml': deep, ...other }, ...both)).toContain('nested more than 40 levels');
    const names = Array.from({ length: 3000 }, (_, index) => `e${index}: {}`).join(', ');
    expect(await refused({ 'org.yaml': `environments: {${names}}`, ...other }, ...both)).toContain('3000 environments');
  });

  it('is not placed in a file that --set overrules', async () => {
    const region = ['--set', 'location.region=mars'];
    const said = await refused({ 'org.yaml': organization, ...other }, ...both, ...region);
    expect(said).toContain('spec.location.region');
    expect(said).not.toContain('org.yaml');
  });

  it('is standard input that is to be read twice', async () => {
    expect(await refused({}, '--answers', '-', '--answers', '-')).toContain('Standard input can be read once.');
  });
});

describe('a folder', () => {
  it('has its settings in avm.preset.yaml, or else in avm.yaml', async () => {
    const files = { 'org/avm.yaml': 'tags: {owner: second}', 'org/avm.preset.yaml': 'tags: {owner: first}' };
    expect((await made(files, '--answers', 'org')).answers.tags['owner']).toBe('first');
    expect((await made({ 'org/avm.yaml': 'tags: {owner: a}' }, '--answers', 'org')).answers.tags['owner']).toBe('a');
    expect(await refused({ 'org/README.md': '' }, '--answers', 'org')).toContain(
      'neither avm.preset.yaml nor avm.yaml',
    );
  });
});

describe('a baseline', () => {
  it.each(['cis', 'mcsb'])('%s is part of the package, and its rules name their controls', async (name) => {
    const { ran, answers } = await made({}, '--answers', `baseline:${name}`, '--yes');
    expect(ran.code).toBe(0);
    const { own } = answers.constitution as unknown as { readonly own: Readonly<Record<string, object>> };
    expect(Object.keys(own).length).toBeGreaterThan(15);
    for (const [id, rule] of Object.entries(own))
      expect(rule, id).toHaveProperty(name === 'cis' ? 'controls.cis2' : 'controls.mcsb');
  });

  it('is merged with others, and with settings of an organization', async () => {
    const files = { 'organization.yaml': 'constitution: {own: {CIS-003: {level: off}}}\n' };
    const args = ['--answers', 'baseline:CIS', '--answers', 'baseline:mcsb', '--answers', 'organization.yaml', '--yes'];
    const { answers } = await made(files, ...args);
    const { own } = answers.constitution as unknown as {
      readonly own: Readonly<Record<string, { readonly level: string }>>;
    };
    expect(own['CIS-003']?.level).toBe('off');
    expect(own['CIS-004']?.level).toBe('must');
    expect(own['MCSB-001']?.level).toBe('must');
  });

  it('of another name is refused with the nearest one', async () => {
    const at = await folder({});
    const { code, err } = await createAvm({ cwd: at.path }, 'demo', '--answers', 'baseline:csi', '--yes', ...quiet);
    expect(code).toBe(2);
    expect(err).toContain("There is no baseline 'csi'.");
    expect(err).toContain('Use --answers baseline:cis');
    const odd = await createAvm({ cwd: at.path }, 'demo', '--answers', 'baseline:__proto__', '--yes', ...quiet);
    expect(odd.err).toContain("There is no baseline '__proto__'.");
  });
});

describe('an installed package', () => {
  const installed = {
    'node_modules/@contoso/avm-preset/avm.preset.yaml': organization,
    'node_modules/@contoso/avm-preset/package.json': '{"main": "run.js", "exports": "./run.js"}',
    'node_modules/@contoso/avm-preset/run.js': 'throw new Error("was run")',
  };

  it('is found in node_modules here or above, and nothing of it is run', async () => {
    const { answers } = await made(installed, '--answers', 'npm:@contoso/avm-preset');
    expect(answers.tags['owner']).toBe('platform');
    const at = await folder(installed);
    await mkdir(at.getPath('below'));
    const ran = await createAvm({ cwd: at.getPath('below') }, 'x', '--answers', 'npm:@contoso/avm-preset', ...quiet);
    expect(ran.code).toBe(0);
  });

  it.each([
    ['npm:@contoso/none', 'npm install @contoso/none'],
    ['npm:../../etc', 'cannot be the name of a package'],
    ['npm:..', 'cannot be the name of a package'],
    ['npm:@contoso/avm-preset/../other', 'cannot be the name of a package'],
    ['https://example.com/org.yaml', 'has no SHA-256 digest'],
  ])('%s is refused', async (named, said) => {
    expect(await refused(installed, '--answers', named)).toContain(said);
  });
});
