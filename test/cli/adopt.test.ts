import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { treeOf } from '../workspace/workspaces.ts';
import { avm, createAvm, folder } from './run.ts';

const quiet = ['--no-check', '--no-git', '--yes', '--set', 'alerts.emails=[operations@example.com]'];
/** A fresh repository, with a constitution and the specification of another feature. */
const repository = {
  'README.md': '# payroll\r\n',
  LICENSE: 'MIT\n',
  '.gitignore': 'bin/\nobj/\n',
  '.gitattributes': '*.png binary\n',
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.specify/memory/constitution.md': '# Ours\n',
  '.specify/feature.json': '{"feature_directory":"specs/001-login"}\n',
  'specs/001-login/spec.md': '# Login\n',
};
const theirs = Object.keys(repository);

describe('a repository that is there', () => {
  it('is refused, and the flag that adopts it is named', async () => {
    const at = await folder(repository);
    const before = treeOf(at.path);
    const ran = await createAvm({ cwd: at.path }, '.', ...quiet);
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('--adopt, which merges .gitignore') as string });
    const shared = await createAvm({ cwd: at.path }, '.', '--into-existing', ...quiet);
    expect(shared).toMatchObject({ code: 1, err: expect.stringContaining('add --adopt') as string });
    expect(treeOf(at.path)).toEqual(before);
  });

  it('is adopted once each file in the way is named, and loses nothing', async () => {
    const at = await folder(repository);
    const before = treeOf(at.path);
    const ran = await createAvm({ cwd: at.path }, '.', '--adopt', ...quiet);
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/^ +\.specify\/memory\/constitution\.md\n +README\.md\n +Nothing was written\./m);
    expect(ran.err).toContain('such as --keep .specify/memory/constitution.md');
    expect(treeOf(at.path)).toEqual(before);

    const named = ['--adopt', '--keep', 'README.md', '--overwrite', '.specify/memory/constitution.md'];
    const dry = await createAvm({ cwd: at.path }, '.', ...named, '--dry-run', ...quiet);
    expect(dry).toMatchObject({ code: 0, out: expect.stringContaining('~ .gitignore') as string });
    expect(treeOf(at.path)).toEqual(before);
    expect(await createAvm({ cwd: at.path }, '.', ...named, ...quiet)).toMatchObject({ code: 0 });
    const after = treeOf(at.path);
    const changed = theirs.filter((path) => after[path] !== before[path]);
    expect(changed).toEqual(['.gitignore', '.gitattributes', '.specify/memory/constitution.md']);
    for (const path of ['.gitignore', '.gitattributes']) expect(after[path]?.endsWith(before[path] ?? '')).toBe(true);
    expect(after['.gitattributes']).toMatch(/^\* text=auto eol=lf\n/);
    expect(after['.gitignore']).toContain('/.avm/staging/\n');
    expect(after['.specify/memory/constitution.md']).toContain('SEC-005');
  });

  it('goes on as a workspace, in which what was kept is remembered and merged lines are no edit', async () => {
    const at = await folder({ 'README.md': '# payroll\n', '.gitignore': 'bin/\n' });
    const made = await createAvm({ cwd: at.path }, '.', '--adopt', '--keep', 'README.md', ...quiet);
    expect(made).toMatchObject({
      code: 0,
      out: expect.stringContaining('  = README.md was left unchanged\n') as string,
    });
    const render = await avm({ cwd: at.path }, 'render');
    expect(render.out).toBe('= Edited files, left unchanged: README.md\nEverything else is up to date.\n');
    const check = await avm({ cwd: at.path }, 'check', '--depth', 'interface');
    expect(check).toMatchObject({ code: 0 });
    expect(check.out).toContain('note[files/left-alone]: Edited files were left unchanged: README.md.');
    expect(await avm({ cwd: at.path }, 'trace', '.gitignore:2')).toMatchObject({ code: 1, out: '' });
    await writeFile(at.getPath('.gitignore'), 'bin/\n');
    expect((await avm({ cwd: at.path }, 'render')).out).toContain('! .gitignore was edited');
  });

  it.each([
    [['--adopt', '--keep', 'LICENSE'], "'LICENSE' has the name of no generated file"],
    [['--adopt', '--keep', 'main.bicep'], "'main.bicep' has the name of no generated file"],
    [['--keep', 'README.md', '--into-existing'], '--keep and --overwrite need --adopt'],
  ])('with %j says what is wrong', async (argv, said) => {
    const at = await folder(repository);
    const before = treeOf(at.path);
    expect(await createAvm({ cwd: at.path }, '.', ...argv, ...quiet)).toMatchObject({
      code: 2,
      err: expect.stringContaining(said) as string,
    });
    expect(treeOf(at.path)).toEqual(before);
  });
});

describe('the spec of a workspace beside other specs', () => {
  const adopted = ['.', '--adopt', '--set', 'workload.name=demo', ...quiet];
  const specsIn = (path: string): readonly string[] => [
    ...new Set(Object.keys(treeOf(path)).flatMap((one) => /^specs\/[^/]+(?=\/)/.exec(one)?.[0] ?? [])),
  ];

  it('takes the next number, which avm.yaml records and every file names', async () => {
    const at = await folder({ 'specs/001-login/spec.md': '# Login\n', 'specs/004-demo/spec.md': '# An older demo\n' });
    expect(await createAvm({ cwd: at.path }, ...adopted)).toMatchObject({ code: 0 });
    expect(specsIn(at.path)).toEqual(['specs/001-login', 'specs/004-demo', 'specs/005-demo']);
    expect(await at.readFile('avm.yaml', 'utf8')).toContain('  specNumber: 5\n');
    expect(await at.readFile('.specify/feature.json', 'utf8')).toBe('{"feature_directory":"specs/005-demo"}\n');
    for (const path of ['README.md', 'docs/traceability.md', 'specs/005-demo/plan.md', 'specs/005-demo/spec.md']) {
      const text = await at.readFile(path, 'utf8');
      expect(text).toContain('005-demo');
      expect(text).not.toContain('001-demo');
    }
    expect(await avm({ cwd: at.path }, 'analyze')).toMatchObject({ code: 0 });
    // The specs that are there now, its own among them, change nothing.
    expect((await avm({ cwd: at.path }, 'render')).out).toBe('Everything is up to date.\n');
  });

  it('keeps the number that settings or files name', async () => {
    const named = await folder({ 'specs/001-login/spec.md': '# Login\n' });
    await createAvm({ cwd: named.path }, ...adopted, '--set', 'specNumber=9');
    expect(specsIn(named.path)).toEqual(['specs/001-login', 'specs/009-demo']);
    const filed = await folder({
      'specs/001-login/spec.md': '# Login\n',
      'preset.yaml': 'workload: {specNumber: 7}\n',
    });
    await createAvm({ cwd: filed.path }, ...adopted, '--answers', 'preset.yaml');
    expect(specsIn(filed.path)).toEqual(['specs/001-login', 'specs/007-demo']);
  });

  it.each([
    ['names that are no specs', { 'specs/README.md': 'x\n', 'specs/notes/a.md': 'x\n', 'specs/2-b/a.md': 'x\n' }],
    ['no specs', { 'a.txt': 'x\n' }],
  ])('is the first one beside %s, and avm.yaml says nothing of it', async (_, files: Record<string, string>) => {
    const at = await folder(files);
    expect(await createAvm({ cwd: at.path }, ...adopted)).toMatchObject({ code: 0 });
    expect(specsIn(at.path)).toContain('specs/001-demo');
    expect(await at.readFile('avm.yaml', 'utf8')).not.toContain('specNumber');
  });

  it('moves with ticks and texts of a person when its number changes', async () => {
    const at = await folder({ 'a.txt': 'x\n' });
    await createAvm({ cwd: at.path }, ...adopted);
    const ticked = (await at.readFile('specs/001-demo/tasks.md', 'utf8')).replace('- [ ]', '- [x]');
    await at.writeFile('specs/001-demo/tasks.md', ticked);
    expect(await avm({ cwd: at.path }, 'set', 'workload.specNumber=3')).toMatchObject({ code: 0 });
    expect(specsIn(at.path)).toEqual(['specs/003-demo']);
    expect(await at.readFile('specs/003-demo/tasks.md', 'utf8')).toContain('- [x]');
    expect(await at.readFile('.specify/feature.json', 'utf8')).toContain('specs/003-demo');
  });
});
