import { lstat, mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportMark } from '../../src/report/report.ts';
import { avm, folder, workspace } from './run.ts';

const shallow = ['--depth', 'interface'];

describe('avm report', () => {
  it('writes what was found beside the workspace, and over its own report', async () => {
    const { cwd, file } = await workspace();
    const ran = await avm({ cwd }, 'report', ...shallow);
    expect(ran).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/Report: avm-report\.html \(\d+ KiB\)/) as string,
    });
    const first = await file('avm-report.html');
    expect(first.startsWith(`${reportMark}\n`)).toBe(true);
    expect(first).toContain('<h1>demo</h1>');
    expect(await avm({ cwd }, 'report', ...shallow)).toMatchObject({ code: 0 });
    expect(await file('avm-report.html')).toBe(first);
    expect((await readdir(cwd)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(await file('.gitignore')).toContain('\navm-report.html*\n');
  });

  it('is written although there are errors, and ends as a check does', async () => {
    const { cwd, file } = await workspace();
    await writeFile(join(cwd, 'avm.yaml'), (await file('avm.yaml')).replaceAll('retentionDays: 7', 'retentionDays: 8'));
    const ran = await avm({ cwd }, 'report', ...shallow);
    expect(ran).toMatchObject({ code: 1, out: expect.stringContaining('is out of date') as string });
    expect(await file('avm-report.html')).toContain('is out of date: avm.yaml has changed');
  });

  it('is written of answers that can be built alone', async () => {
    const { cwd, file } = await workspace();
    await writeFile(join(cwd, 'avm.yaml'), (await file('avm.yaml')).replace('zone: 1', 'zone: 4'));
    expect(await avm({ cwd }, 'report', ...shallow)).toMatchObject({ code: 1, out: '' });
    expect(await readdir(cwd)).not.toContain('avm-report.html');
  });

  it('goes where it is told, in folders that it makes, and says so as JSON', async () => {
    const { cwd } = await workspace();
    const ran = await avm({ cwd }, 'report', ...shallow, '--output', 'out/of/it.html', '--env', 'prod', '--json');
    expect(ran.code).toBe(0);
    const target = join(cwd, 'out/of/it.html');
    expect(JSON.parse(ran.out)).toMatchObject({
      ok: true,
      data: { depth: 'interface', environments: ['prod'], report: target },
    });
    expect(await readFile(target, 'utf8')).toContain('prod (not evaluated: dev, test)');
    const elsewhere = join((await folder()).path, 'page.html');
    expect((await avm({ cwd }, 'report', ...shallow, '--output', elsewhere)).out).toContain(`Report: ${elsewhere}`);
    const inside = await avm({ cwd: join(cwd, 'docs') }, 'report', ...shallow);
    expect(inside.code).toBe(0);
    expect(await readdir(join(cwd, 'docs'))).toContain('avm-report.html');
  });

  it('writes over nothing that is not a report, unless it is forced', async () => {
    const { cwd, file } = await workspace();
    await writeFile(join(cwd, 'mine.html'), '<!doctype html><p>mine');
    const refused = await avm({ cwd }, 'report', ...shallow, '-o', 'mine.html');
    expect(refused).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining("mine.html' exists, and is not a report.") as string,
    });
    expect(await file('mine.html')).toBe('<!doctype html><p>mine');
    expect(await avm({ cwd }, 'report', ...shallow, '-o', 'mine.html', '--force')).toMatchObject({ code: 0 });
    expect(await file('mine.html')).toContain(reportMark);
  });

  it.each(['avm.yaml', 'main.bicep', 'docs/../MAIN.bicep', '.avm/manifest.json', '.avm', '.git/config'])(
    'never touches %s, also where it is forced',
    async (output) => {
      const { cwd, file } = await workspace();
      const ran = await avm({ cwd }, 'report', ...shallow, '--output', output, '--force');
      expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('is part of the workspace') as string });
      expect(await file('main.bicep')).toContain('param');
    },
  );

  it('writes through no link, and over no folder', async () => {
    const { cwd, parent } = await workspace();
    const other = await folder({ 'kept.txt': 'kept' });
    await symlink(other.getPath('kept.txt'), join(cwd, 'avm-report.html'));
    for (const force of [[], ['--force']])
      expect(await avm({ cwd }, 'report', ...shallow, ...force)).toMatchObject({ code: 1, out: '' });
    expect((await lstat(join(cwd, 'avm-report.html'))).isSymbolicLink()).toBe(true);
    expect(await other.readFile('kept.txt', 'utf8')).toBe('kept');
    await symlink(other.path, join(cwd, 'build'));
    const led = await avm({ cwd }, 'report', ...shallow, '-o', 'build/report.html');
    expect(led).toMatchObject({ code: 1, err: expect.stringContaining('is outside the workspace') as string });
    expect(await readdir(other.path)).toEqual(['kept.txt']);
    await mkdir(parent.getPath('a-folder'));
    expect(await avm({ cwd }, 'report', ...shallow, '-o', '../a-folder', '--force')).toMatchObject({ code: 1 });
  });

  it('says what is wrong with how it was called', async () => {
    const { cwd } = await workspace();
    expect(await avm({ cwd }, 'report', '--env', 'prd')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean prod?') as string,
    });
    expect(await avm({ cwd }, 'report', '--depth', 'deep')).toMatchObject({ code: 2 });
    expect(await avm({ cwd: (await folder()).path }, 'report')).toMatchObject({ code: 2 });
  });
});
