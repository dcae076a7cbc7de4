import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '../../src/files/tool.ts';
import { avm, createAvm, dataOf, folder, workspace } from './run.ts';

/** A workspace that another version wrote last. */
async function writtenBy(other: string) {
  const made = await workspace();
  const manifest = join(made.cwd, '.avm/manifest.json');
  const text = await readFile(manifest, 'utf8');
  expect(text).toContain(`"tool": {"name":"create-avm","version":"${version}"}`);
  await writeFile(manifest, text.replace(`"version":"${version}"`, `"version":"${other}"`));
  return { ...made, manifest: () => readFile(manifest, 'utf8') };
}

describe('a workspace names the version that wrote it', () => {
  it('in its README, with the commands that start that version', async () => {
    const { file } = await workspace();
    const readme = await file('README.md');
    expect(readme).toContain(`npm install --global create-avm@${version}`);
    expect(readme).toContain(`npx -p create-avm@${version} avm`);
  });
});

describe('a workspace of a newer version', async () => {
  const { cwd, manifest } = await writtenBy('99.1.0');
  const before = await manifest();

  it.each([
    'render',
    'update',
    'set lock=none --env dev',
    'add data-disk --set name=data',
    'add requirement --set statement=x',
    'add bicep a.bicep',
    'remove environment test',
    'env copy test uat',
    'clarify --list',
    'check --depth interface',
    'report --depth interface',
    'analyze',
    'plan',
    'trace SEC-004',
    'rules',
    'catalog sync .',
  ])('is refused in one sentence by avm %s', async (line) => {
    const ran = await avm({ cwd, env: { npm_config_user_agent: 'pnpm/10.0.0 node/v24' } }, ...line.split(' '));
    const command = line.split(' ').slice(0, /^(env|catalog) /.test(line) ? 2 : 1);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err.trim().split('\n')).toEqual([
      `error[workspace-newer]: create-avm 99.1.0 wrote this workspace, and this is the older version ${version}.`,
      '    .avm/manifest.json',
      `    To use the version of the workspace, run: pnpm --package=create-avm@99.1.0 dlx avm ${command.join(' ')}`,
    ]);
    expect(await manifest()).toBe(before);
  });

  it('is refused to programs too, and what needs no workspace works', async () => {
    const ran = await avm({ cwd }, 'render', '--json');
    expect(JSON.parse(ran.out)).toMatchObject({
      error: {
        code: 'workspace-newer',
        remedy: expect.stringContaining('npx -p create-avm@99.1.0 avm render') as string,
      },
    });
    for (const line of ['catalog regions', 'schema', '--help'])
      expect(await avm({ cwd }, ...line.split(' '))).toMatchObject({ code: 0 });
  });

  it('gives its settings to a new workspace of this version', async () => {
    const at = await folder();
    const argv = ['demo', '--answers', join(cwd, 'avm.yaml'), '--no-check', '--no-git'];
    expect(await createAvm({ cwd: at.path }, ...argv)).toMatchObject({ code: 0 });
  });
});

describe('a workspace of an older version', () => {
  it('is told by a check and by each change, until it was updated', async () => {
    const { cwd, manifest } = await writtenBy('0.0.9');
    const said = `note[workspace-older]: create-avm 0.0.9 wrote this workspace, and this is the newer version ${version}.`;
    const checked = await avm({ cwd }, 'check', '--depth', 'interface');
    expect(checked).toMatchObject({ code: 0, out: expect.stringContaining(said) as string });
    expect(checked.out).toContain(`To see what ${version} changes, run: avm update --dry-run`);
    expect((await avm({ cwd }, 'set', 'backup.retentionDays=8', '--env', 'dev', '--dry-run')).err).toContain(said);
    expect((await avm({ cwd }, 'update', '--dry-run')).err).toContain(said);
    expect(await manifest()).toContain('0.0.9');
    expect(await avm({ cwd }, 'update')).toMatchObject({ code: 0 });
    expect(await manifest()).toContain(`"version":"${version}"`);
    expect((await avm({ cwd }, 'check', '--depth', 'interface')).out).not.toContain('workspace-older');
    expect(dataOf(await avm({ cwd }, 'render', '--json'))).toMatchObject({ summary: { changed: 0 } });
  });

  it.each(['0.1', 'next'])('with the version "%s", which is none, is taken as it is', async (other) => {
    const { cwd } = await writtenBy(other);
    expect(await avm({ cwd }, 'render')).toMatchObject({ code: 0, err: '' });
  });
});
