import { describe, expect, it } from 'vitest';
import { avmProgram } from '../../src/cli/program/avm-program.ts';
import { commandsOf, speakingTo } from '../../src/cli/shared/started-by.ts';
import { refuseSwallowed } from '../../src/cli/program/swallowed.ts';
import { processTerminal } from '../../src/cli/shared/terminal.ts';
import { version } from '../../src/files/tool.ts';
import { avm, createAvm, folder, workspace } from './run.ts';

const agent = (text: string): NodeJS.ProcessEnv => ({ npm_config_user_agent: `${text} npm/? node/v20.19.0 linux x64` });
const quiet = ['--no-check', '--no-git'];

describe('commands are written the way the tool was started', () => {
  it.each<[string, NodeJS.ProcessEnv, string, string, string]>([
    [
      'npm',
      agent('npm/11.1.0'),
      '/usr/bin/x',
      'npm create avm@latest a -- --yes',
      `npx -p create-avm@${version} avm check`,
    ],
    [
      'pnpm',
      agent('pnpm/10.2.0'),
      '',
      'pnpm create avm@latest a --yes',
      `pnpm --package=create-avm@${version} dlx avm check`,
    ],
    ['Yarn 1', agent('yarn/1.22.22'), '', 'yarn create avm a --yes', `npx -p create-avm@${version} avm check`],
    ['Yarn', agent('yarn/4.5.0'), '', 'yarn create avm a --yes', `yarn dlx -p create-avm@${version} avm check`],
    ['Bun', agent('bun/1.2.0'), '', 'bun create avm@latest a --yes', `bunx -p create-avm@${version} avm check`],
    ['an installation', {}, '/usr/local/bin/avm', 'create-avm a --yes', 'avm check'],
    [
      'an installation on Windows',
      {},
      'C:\\npm\\node_modules\\create-avm\\dist\\avm-bin.cjs',
      'create-avm a --yes',
      'avm check',
    ],
    [
      'a clone',
      {},
      '/src/create-avm/dist/avm-bin.cjs',
      'node /src/create-avm/dist/create-bin.cjs a --yes',
      'node /src/create-avm/dist/avm-bin.cjs check',
    ],
    [
      'the sources of a clone',
      {},
      '/my src/c/src/cli/avm.ts',
      "node '/my src/c/dist/create-bin.cjs' a --yes",
      "node '/my src/c/dist/avm-bin.cjs' check",
    ],
  ])('by %s', (_, env, script, create, check) => {
    const commands = commandsOf(env, script);
    expect(commands.create('a --yes')).toBe(create);
    expect(commands.avm('check')).toBe(check);
  });

  it.each<[string, NodeJS.ProcessEnv, string, string]>([
    ['npm', agent('npm/11.1.0'), '', `npx -p create-avm@${version} create-avm a --yes`],
    ['pnpm', agent('pnpm/10.2.0'), '', `pnpm --package=create-avm@${version} dlx create-avm a --yes`],
    ['an installation', {}, '/usr/local/bin/avm', 'create-avm a --yes'],
    ['a clone', {}, '/src/c/dist/avm-bin.cjs', 'node /src/c/dist/create-bin.cjs a --yes'],
  ])('by %s, also for the same workspace once more, which takes the same version', (_, env, script, same) => {
    expect(commandsOf(env, script).createSame('a --yes')).toBe(same);
  });

  it('for each command that there is, but in the lines that a shell reads at its start', () => {
    const lines: string[] = [];
    const plain = { ...processTerminal('avm'), env: agent('npm/11.1.0'), out: (line = '') => void lines.push(line) };
    const names = avmProgram(plain, () => {}).commands.map((one) => one.name());
    for (const name of names) speakingTo(plain).out(`run: avm ${name} …`);
    expect(lines.filter((line) => !line.includes(`npx -p create-avm@${version} avm `))).toEqual([
      'run: avm completion …',
    ]);
    expect(lines.length).toBeGreaterThan(12);
  });

  it('in errors, findings, and help; documents for machines stay as they are', async () => {
    const env = agent('npm/11.1.0');
    const { cwd, parent } = await workspace();
    expect((await createAvm({ cwd: parent.path, env }, 'demo', '--yes', ...quiet)).err).toContain(
      `npx -p create-avm@${version} avm add`,
    );
    expect((await avm({ cwd, env }, '--nonsense')).err).toContain(
      `For help, run: npx -p create-avm@${version} avm --help`,
    );
    expect((await createAvm({ cwd, env }, '--nonsense')).err).toContain(
      'For help, run: npm create avm@latest -- --help',
    );
    expect((await createAvm({ cwd, env }, '--help')).out).toContain('  npm create avm@latest payroll -- --yes ');
    expect((await createAvm({ cwd, env: agent('pnpm/10.0.0') }, '--help')).out).toContain(
      '  pnpm create avm@latest payroll --yes ',
    );
    expect((await createAvm({ cwd }, '--help')).out).toContain('  create-avm payroll --yes ');
    expect((await avm({ cwd, env }, 'schema')).out).toBe((await avm({ cwd }, 'schema')).out);
  });
});

describe('hints of what fails before a workspace is read', () => {
  const elsewhere = 'To create one, run: ';
  it.each<[string, NodeJS.ProcessEnv, string, string]>([
    ['npm', agent('npm/11.1.0'), 'npm create avm@latest my-workload', 'npx -p create-avm@latest avm update'],
    [
      'pnpm',
      agent('pnpm/10.2.0'),
      'pnpm create avm@latest my-workload',
      'pnpm --package=create-avm@latest dlx avm update',
    ],
    ['Yarn 1', agent('yarn/1.22.22'), 'yarn create avm my-workload', 'npx -p create-avm@latest avm update'],
    ['Yarn', agent('yarn/4.5.0'), 'yarn create avm my-workload', 'yarn dlx -p create-avm@latest avm update'],
    ['Bun', agent('bun/1.2.0'), 'bun create avm@latest my-workload', 'bunx -p create-avm@latest avm update'],
    ['an installation', {}, 'create-avm my-workload', 'npm install --global create-avm@latest'],
  ])('are for %s', async (_, env, create, update) => {
    expect((await avm({ cwd: (await folder()).path, env }, 'plan')).err).toContain(`${elsewhere}${create}\n`);
    const newer = await folder({ 'avm.yaml': 'version: 9\n' });
    expect((await avm({ cwd: newer.path, env }, 'plan')).err).toContain(`run: ${update}\n`);
    expect((await avm({ cwd: newer.path, env }, 'plan', '--json')).out).toContain(`run: ${update}"`);
  });
});

describe('options that npm kept for itself', () => {
  const npm = { ...agent('npm/11.1.0'), npm_command: 'init', npm_config_yes: '' };

  it.each<[string, string[], NodeJS.ProcessEnv, string]>([
    ['a switch', ['x'], { npm_config_dry_run: 'true' }, 'x -- --dry-run'],
    [
      'switches and --yes',
      ['x'],
      { npm_config_yes: 'true', npm_config_check: '', npm_config_git: 'false', npm_config_into_existing: 'true' },
      'x -- --into-existing --no-check --no-git --yes',
    ],
    ['a value behind a space', ['x', 'avm.yaml'], { npm_config_answers: 'true' }, 'x -- --answers avm.yaml'],
    [
      'several values',
      ['x', 'tags.owner=me'],
      { npm_config_set: 'true\n\nalerts.emails=[a@example.com]' },
      "x -- --set tags.owner=me --set 'alerts.emails=[a@example.com]'",
    ],
    [
      'values that nobody can tell apart',
      ['x', 'b', 'c'],
      { npm_config_blueprint: 'true', npm_config_modules: 'true' },
      'x -- --blueprint … --modules …',
    ],
  ])('%s: one message says how to write it, and nothing is written', async (_, argv, env, command) => {
    const at = await folder();
    const ran = await createAvm({ cwd: at.path, env: { ...npm, ...env } }, ...argv);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(/^error\[usage\]: npm kept --/);
    expect(ran.err).toContain(`Put two dashes before the options: npm create avm@latest ${command}\n`);
    expect(await at.readdir('')).toEqual([]);
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('--yes alone is npm’s own too: in a terminal (%s) it is told of, and nothing is refused', (interactive, lines) => {
    const said: string[] = [];
    const terminal = { ...processTerminal('avm'), interactive, env: { ...npm, npm_config_yes: 'true' } };
    refuseSwallowed(['x'], { ...terminal, err: (line = '') => void said.push(line), paintErr: (_, text) => text });
    expect(said).toHaveLength(lines);
    for (const line of said) expect(line).toMatch(/^npm kept --yes for itself.*npm create avm@latest x -- --yes$/);
  });

  it.each<[string, string[], NodeJS.ProcessEnv]>([
    ['where options came through', ['x', '--yes', ...quiet], { npm_config_dry_run: 'true' }],
    ['where npm has a Git of its own', ['x', '--yes', ...quiet], { npm_config_git: '/usr/bin/git' }],
    [
      'where another one started the tool',
      ['x', '--no-check', '--no-git'],
      { ...agent('pnpm/10.0.0'), npm_config_json: 'true' },
    ],
  ])('are none %s', async (_, argv, env) => {
    const at = await folder();
    expect(await createAvm({ cwd: at.path, env: { ...npm, ...env } }, ...argv)).toMatchObject({ code: 0 });
  });
});

it('what belongs to no argument is refused as before', async () => {
  const at = await folder();
  const ran = await createAvm({ cwd: at.path }, 'a', 'b', '--yes');
  expect(ran).toMatchObject({
    code: 2,
    err: expect.stringContaining('Too many arguments. Expected 1 argument but got 2.') as string,
  });
});

it.each(['-v', '-V', '--version'])('%s prints the version', async (option) => {
  const at = await folder();
  for (const run of [avm, createAvm])
    expect(await run({ cwd: at.path }, option)).toMatchObject({ code: 0, out: `${version}\n` });
});
