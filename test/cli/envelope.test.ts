import { Ajv } from 'ajv';
import type { Command } from 'commander';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { ownValue } from '../../src/bicep/own.ts';
import { deepest, depths } from '../../src/checks/depth.ts';
import { avmProgram } from '../../src/cli/program/avm-program.ts';
import { createProgram } from '../../src/cli/program/create-program.ts';
import { dataSchemas } from '../../src/cli/schema/data-schemas.ts';
import type { Envelope } from '../../src/cli/shared/envelope.ts';
import { version } from '../../src/files/tool.ts';
import { processTerminal } from '../../src/cli/shared/terminal.ts';
import { avm, createAvm, folder, workspace, type Ran } from './run.ts';

const { cwd } = await workspace('--set', 'alerts.emails=[]');
const template = JSON.stringify({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  parameters: {},
  outputs: {},
});
const own = await folder({
  'a/avm/res/a/b/1.0.0/main.json': template,
  'what-if.json': JSON.stringify({ changes: [], status: 'Succeeded' }),
});
const schema = JSON.parse((await avm({ cwd }, 'schema', 'output')).out) as object;
const validate = new Ajv({ strict: true, strictRequired: false, allErrors: true }).compile(schema);

/** A way to call each command that gives a result, and one that an error ends. */
const calls: Readonly<Record<string, { readonly result: readonly string[]; readonly error: string }>> = {
  'create-avm': {
    result: ['demo --yes --dry-run', 'demo --yes --no-git --no-check', 'other --yes --no-git --depth interface'],
    error: 'demo --yes --set x=1',
  },
  'avm add': {
    result: ['data-disk --set name=one --set sizeGb=64 --dry-run', 'data-disk --set name=one --set sizeGb=64'],
    error: 'nonsense',
  },
  'avm remove': { result: ['environment test --dry-run'], error: 'nonsense' },
  'avm env add': { result: ['uat --dry-run'], error: 'dev' },
  'avm env copy': { result: ['test uat --dry-run'], error: 'nowhere uat' },
  'avm env rename': { result: ['test qa --dry-run'], error: 'test qa' },
  'avm env remove': { result: ['test --dry-run'], error: 'nowhere' },
  'avm set': { result: ['lock=none --env dev --dry-run', 'backup.retentionDays=9 --env dev'], error: 'nonsense=1' },
  'avm update': { result: [''], error: '--overwrite nothing.txt' },
  'avm render': { result: ['', '--dry-run'], error: '--overwrite nothing.txt' },
  'avm clarify': { result: ['', '--answer tags.costCenter=4711 --today 2026-11-25'], error: '--answer nonsense=1' },
  'avm check': { result: ['--depth interface'], error: '--env nowhere' },
  'avm report': { result: ['--depth interface'], error: '--output main.bicep' },
  'avm analyze': { result: [''], error: '--sarif' },
  'avm plan': { result: [''], error: '--nonsense' },
  'avm doctor': { result: [''], error: '--nonsense' },
  'avm whatif': { result: [own.getPath('what-if.json')], error: 'nowhere.json' },
  'avm trace': { result: ['main.bicep:9', 'SEC-004', 'bastion'], error: 'SEC-0044' },
  'avm rules': { result: ['', 'SEC-004', '--all'], error: 'SEC-0044' },
  'avm catalog show': { result: ['network/nat-gateway'], error: 'network/nat-gatway' },
  'avm catalog sync': { result: [`${own.getPath('a')} --dry-run`], error: 'nowhere' },
  ...Object.fromEntries(
    ['modules', 'components', 'blueprints', 'rules', 'regions', 'sizes', 'images'].map((kind) => [
      `avm catalog ${kind}`,
      { result: ['', 'e'], error: '--nonsense' },
    ]),
  ),
};

async function call(command: string, args: string, env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const [bin, ...path] = command.split(' ');
  const argv = [...path, ...args.split(' ').filter(Boolean), '--json'];
  return bin === 'avm' ? avm({ cwd, env }, ...argv) : createAvm({ cwd: own.path, env }, ...argv);
}

function documentOf({ out }: Ran): Envelope {
  const document = JSON.parse(out) as Envelope;
  validate(document);
  expect(validate.errors ?? []).toEqual([]);
  return document;
}

const leaves = (command: Command, name: string): readonly (readonly [string, Command])[] =>
  command.commands.length === 0
    ? [[name, command]]
    : command.commands.flatMap((one) => leaves(one, `${name} ${one.name()}`));
const terminal = processTerminal('avm');
const all = [
  ...leaves(
    avmProgram(terminal, () => {}),
    'avm',
  ),
  ...leaves(
    createProgram(terminal, () => {}),
    'create-avm',
  ),
];
const withJson = all.filter(([, { options }]) => options.some(({ long }) => long === '--json')).map(([name]) => name);

/** The keys in a row of the table in docs/commands.md. */
async function documented(row: string): Promise<readonly string[]> {
  const page = await readFile(new URL('../../docs/commands.md', import.meta.url), 'utf8');
  const cell =
    page
      .split('\n')
      .findLast((line) => line.startsWith(`| ${row} |`))
      ?.split('|')[2] ?? '';
  return [...(cell.split('. With')[0] ?? '').matchAll(/`(\w+)`/g)].map(([, key = '']) => key);
}

describe('--json', () => {
  it.each([
    ['`create-avm`', 'create-avm', 0],
    ['[Changes](#change-a-workspace)', 'avm set', 0],
    ['`avm clarify`', 'avm clarify', 0],
    ['`avm check`', 'avm check', 0],
    ['`avm analyze`', 'avm analyze', 0],
    ['`avm whatif`', 'avm whatif', 0],
  ])('has the keys in data that the reference gives for %s', async (row, command, index) => {
    const one = ownValue(dataSchemas, command)?.[index] as { readonly required: readonly string[] };
    expect(await documented(row)).toEqual(one.required);
  });

  it('is an option of every command, but for those that print a document of another kind', () => {
    expect(all.map(([name]) => name).filter((name) => !withJson.includes(name))).toEqual([
      'avm schema',
      'avm completion',
    ]);
    expect(Object.keys(calls).toSorted()).toEqual(withJson.toSorted());
    expect(Object.keys(dataSchemas).toSorted()).toEqual(withJson.toSorted());
  });

  it.each(Object.entries(calls).flatMap(([command, { result }]) => result.map((args) => [command, args] as const)))(
    '%s %s prints a result as its schema has it',
    async (command, args) => {
      const ran = await call(command, args);
      const { ok, exitCode, data, error, ...told } = documentOf(ran);
      expect({ error, exitCode, ok, command: told.command }).toEqual({
        error: null,
        exitCode: ran.code,
        ok: ran.code === 0,
        command,
      });
      expect(data).not.toBeNull();
    },
  );

  it.each(depths)('avm check has the level %s in data, also where it cannot be reached', async (depth) => {
    vi.stubEnv('BICEP_PATH', '/nowhere/bicep');
    try {
      const told = documentOf(await call('avm check', depth === deepest ? '' : `--depth ${depth}`));
      expect(told.data).toMatchObject({ depth });
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it.each(Object.entries(calls))('%s prints the error that ends it', async (command, { error }) => {
    const ran = await call(command, error);
    const told = documentOf(ran);
    expect(told).toMatchObject({ ok: false, exitCode: ran.code, command, data: null });
    expect(ran.code).toBeGreaterThan(0);
    expect(told.error?.message).toMatch(/\.$/);
  });

  it.each(Object.entries(calls))(
    '%s has hints that can be run as it was started',
    async (command, { result, error }) => {
      const env = { npm_config_user_agent: 'pnpm/10.2.0 npm/? node/v24' };
      const runs = await Promise.all([call(command, error, env), call(command, `${result[0] ?? ''} --nonsense`, env)]);
      for (const { out } of runs) {
        const told = JSON.parse(out) as Envelope;
        const said = JSON.stringify([
          told.error,
          told.findings.map(({ message, remedy }) => [message, remedy]),
          told.next,
        ]);
        expect(said).not.toMatch(
          /(?<!dlx )\b(create-)?avm (add|remove|env|set|update|render|clarify|check|rules|catalog|--help)\b/,
        );
      }
      expect(runs[1]?.err).toMatch(/run: (pnpm --package=create-avm@\S+ dlx avm|pnpm create avm@latest) (\w+ )*--help/);
    },
  );

  it.each([
    ['avm', 'nonsense', 'avm'],
    ['avm', '', 'avm'],
    ['avm', 'env nonsense', 'avm env'],
    ['avm', 'catalog', 'avm catalog'],
    ['avm', 'schema', 'avm schema'],
    ['create-avm', 'one two', 'create-avm'],
  ])('%s %s is wrong usage, and the document says so', async (bin, args, command) => {
    const ran = await call(bin, args);
    expect(documentOf(ran)).toMatchObject({ exitCode: 2, command, error: { code: 'usage' } });
  });

  it('has the findings that refuse settings, with the reason why nothing was written', async () => {
    const broken = await workspace();
    await writeFile(
      join(broken.cwd, 'avm.yaml'),
      (await broken.file('avm.yaml')).replace('region: westeurope', 'region: mars'),
    );
    for (const command of ['render', 'check', 'plan', 'analyze', 'report']) {
      const told = documentOf(await avm({ cwd: broken.cwd }, command, '--json'));
      expect(told).toMatchObject({
        exitCode: 1,
        error: { code: 'findings', message: 'Failed with 1 error. Nothing was written.' },
        findings: [{ code: 'region-unknown', where: { file: 'avm.yaml' } }],
      });
    }
  });

  it('has commands as the reader can run them', async () => {
    const env = { npm_config_user_agent: 'npm/11.0.0 node/v24' };
    const usage = documentOf(await avm({ cwd, env }, 'nonsense', '--json'));
    expect(usage.error?.remedy).toContain(`npx -p create-avm@${version} avm --help`);
    const open = documentOf(await avm({ cwd, env }, 'render', '--overwrite', 'nothing.txt', '--json'));
    expect(open.error?.remedy).toContain(`npx -p create-avm@${version} avm render --dry-run`);
  });
});
