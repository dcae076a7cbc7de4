import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitOf } from '../../src/cli/check/commit.ts';
import { avm, folder, workspace } from './run.ts';

const commit = 'a'.repeat(40);

describe('the commit that a check names', () => {
  const at = async (head: string, files: Record<string, string> = {}): Promise<string | null> => {
    const made = await folder({ '.git/HEAD': head, ...files });
    return commitOf(made.path);
  };

  it.each(['main', 'feature/#12', 'fix/@2+ü', 'a=b,c%d'])('is that of a branch %s', async (branch) => {
    const ref = `refs/heads/${branch}`;
    expect(await at(`ref: ${ref}\n`, { [`.git/${ref}`]: `${commit}\n` })).toBe(commit);
    expect(await at(`ref: ${ref}\n`, { '.git/packed-refs': `# pack-refs\n${commit} ${ref}\n` })).toBe(commit);
  });

  it.each(['refs/heads/../../secret', 'refs/heads/a b', 'refs/heads/a\0b', 'refs\\heads\\main', 'refs/..\\..\\secret'])(
    'is none of %j, which Git never writes',
    async (ref) => {
      expect(await at(`ref: ${ref}\n`, { secret: commit, '.git/packed-refs': `${commit} ${ref}\n` })).toBeNull();
    },
  );
});

describe('the digest of avm.yaml that a check names', () => {
  it('is that of the file, whatever its line ends are', async () => {
    const { cwd } = await workspace();
    const file = join(cwd, 'avm.yaml');
    writeFileSync(file, `\uFEFF${readFileSync(file, 'utf8').replaceAll('\n', '\r\n')}`);
    const { out } = await avm({ cwd }, 'check', '--depth', 'interface', '--json');
    const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
    expect(out).toContain(digest);
  });
});

describe('the digest of main.bicep that a check names', () => {
  const told = async (cwd: string): Promise<unknown> => {
    const { out } = await avm({ cwd }, 'check', '--depth', 'interface', '--json');
    return (JSON.parse(out) as { readonly data: { readonly template: unknown } }).data.template;
  };

  it('is that of the file on disk, with its edits', async () => {
    const { cwd } = await workspace();
    const file = join(cwd, 'main.bicep');
    writeFileSync(file, `${readFileSync(file, 'utf8')}// edited\r\n`);
    expect(await told(cwd)).toBe(createHash('sha256').update(readFileSync(file)).digest('hex'));
  });

  it('is none where there is no main.bicep, and the report says so', async () => {
    const { cwd, file } = await workspace();
    rmSync(join(cwd, 'main.bicep'));
    expect(await told(cwd)).toBeNull();
    await avm({ cwd }, 'report', '--depth', 'interface');
    expect(await file('avm-report.html')).toContain('None: there is no main.bicep');
  });
});
