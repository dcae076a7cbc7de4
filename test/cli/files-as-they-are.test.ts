import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, readFileSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFormOf, plainText } from '../../src/cli/shared/text.ts';
import { reportError } from '../../src/cli/shared/report.ts';
import { processTerminal } from '../../src/cli/shared/terminal.ts';
import { avm, createAvm, folder, workspace } from './run.ts';

const change = ['set', 'tags.owner=somebody'] as const;

describe('avm set', () => {
  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['both', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ])('keeps %s', async (_, form) => {
    const { cwd, file } = await workspace();
    const path = join(cwd, 'avm.yaml');
    writeFileSync(path, form(readFileSync(path, 'utf8')));
    expect((await avm({ cwd }, 'render')).out).not.toContain('avm.yaml');
    const before = await file('avm.yaml');
    const ran = await avm({ cwd }, ...change);
    expect(ran.code, ran.err).toBe(0);
    const after = await file('avm.yaml');
    expect(after).toBe(before.replace(/^( *owner: ).*?(\r?)$/m, '$1somebody$2'));
    expect((await avm({ cwd }, 'check', '--depth', 'interface')).code).toBe(0);
  });

  it('rewrites the file that a linked avm.yaml leads to, and leaves the link', async () => {
    const { cwd } = await workspace();
    const [link, target] = [join(cwd, 'avm.yaml'), join(cwd, 'settings/own.yaml')];
    mkdirSync(join(cwd, 'settings'));
    renameSync(link, target);
    symlinkSync('settings/own.yaml', link);
    const ran = await avm({ cwd }, ...change);
    expect(ran.code, ran.err).toBe(0);
    expect(ran.out).toContain('settings/own.yaml');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(target, 'utf8')).toContain('owner: somebody');
    expect((await avm({ cwd }, 'render')).out).not.toContain('~');
  });

  it('refuses an avm.yaml that leads out of the workspace, and changes neither', async () => {
    const { cwd, parent } = await workspace();
    renameSync(join(cwd, 'avm.yaml'), parent.getPath('outside.yaml'));
    symlinkSync('../outside.yaml', join(cwd, 'avm.yaml'));
    const before = readFileSync(parent.getPath('outside.yaml'));
    const ran = await avm({ cwd }, ...change);
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('is outside the workspace') });
    expect(lstatSync(join(cwd, 'avm.yaml')).isSymbolicLink()).toBe(true);
    expect(readFileSync(parent.getPath('outside.yaml'))).toEqual(before);
  });

  it('refuses bytes that are not UTF-8, with their place, and leaves them', async () => {
    const { cwd } = await workspace();
    const path = join(cwd, 'avm.yaml');
    const bytes = Buffer.concat([readFileSync(path), Buffer.from('# caf\xe9\n', 'latin1')]);
    writeFileSync(path, bytes);
    const line = bytes.toString('latin1').split('\n').length - 1;
    const ran = await avm({ cwd }, ...change);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(`${line}:6`);
    expect(ran.err).toContain('not UTF-8');
    expect(readFileSync(path)).toEqual(bytes);
  });

  it.each([
    ['UTF-16LE', 'utf16le', ''],
    ['UTF-16LE', 'utf16le', '\uFEFF'],
    ['UTF-16BE', 'utf16be', ''],
    ['UTF-16BE', 'utf16be', '\uFEFF'],
  ])('names the encoding %s, with or without a mark', async (name, encoding, mark) => {
    const { cwd, file } = await workspace();
    const little = Buffer.from(mark + (await file('avm.yaml')), 'utf16le');
    const bytes = encoding === 'utf16le' ? little : little.swap16();
    writeFileSync(join(cwd, 'avm.yaml'), bytes);
    const ran = await avm({ cwd }, ...change);
    expect(ran).toMatchObject({
      code: 1,
      err: expect.stringContaining(`The file is ${name}, and must be UTF-8`) as string,
    });
    expect(ran.err).toContain(`iconv -f ${name} -t UTF-8 avm.yaml > avm.utf8.yaml\n`);
  });

  it('names it for a document, too, instead of each line that is not found in it', async () => {
    const { cwd, file } = await workspace();
    writeFileSync(join(cwd, 'README.md'), Buffer.from(`\uFEFF${await file('README.md')}`, 'utf16le'));
    const ran = await avm({ cwd }, 'analyze');
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(/^README\.md: error\[answers-not-utf8\]: The file is UTF-16LE, and must be UTF-8\.$/m);
    expect(ran.err).toContain('iconv -f UTF-16LE -t UTF-8 README.md > README.utf8.md\n');
  });
});

describe.skipIf(process.platform === 'win32')('what is no file of a sensible size is refused at once', () => {
  it('as answers', async () => {
    const at = await folder();
    spawnSync('mkfifo', [at.getPath('pipe')]);
    writeFileSync(at.getPath('huge'), '');
    truncateSync(at.getPath('huge'), 3_000_000_000);
    writeFileSync(at.getPath('utf16'), Buffer.from('\uFEFFversion: 1\n', 'utf16le'));
    const said = async (name: string) => (await createAvm({ cwd: at.path }, 'demo', '--answers', name)).err;
    expect(await said('pipe')).toContain('is a pipe or a device');
    expect(await said('/dev/zero')).toContain('is a pipe or a device');
    expect(await said('huge')).toContain('has more than');
    expect(await said('utf16')).toContain('The file is UTF-16LE, and must be UTF-8');
  });

  it.each(['avm.yaml', 'main.bicep', '.avm/manifest.json', '.avm/trace.json'])('as %s', async (path) => {
    const { cwd } = await workspace();
    const full = join(cwd, path);
    renameSync(full, `${full}.old`);
    spawnSync('mkfifo', [full]);
    const ran = await avm({ cwd }, 'render');
    expect(ran.code).toBe(1);
    expect(ran.err).not.toContain('Unexpected error');
    expect(ran.err).toMatch(/pipe or a device|special file/);
  });
});

describe('the line ends of a text', () => {
  it.each([
    ['a\r\nb\nc\r\nd\r\n', 'a\nb\nx\nd\n', 'a\r\nb\nx\r\nd\r\n'],
    ['a\nb\r\n', 'a\nnew\nb\n', 'a\nnew\nb\r\n'],
    ['\uFEFFa', 'a\nb\n', '\uFEFFa\nb\n'],
    ['a\rb\r', 'a\nc\n', 'a\rc\r'],
    ['', 'a\n', 'a\n'],
  ])('of %j, changed to %j', (before, text, after) => {
    expect(inFormOf(before, text)).toBe(after);
    expect(plainText(after)).toBe(text);
    expect(inFormOf(before, plainText(before))).toBe(before);
  });
});

describe('what the system refuses is nobody’s fault here', () => {
  it.each(['ENOSPC', 'EACCES', 'EISDIR', 'ENOTDIR', 'ELOOP', 'EMFILE', 'EIO', 'EXDEV'])('%s', async (code) => {
    const said: string[] = [];
    const terminal = { ...processTerminal('avm'), env: {}, err: (line = '') => void said.push(line) };
    const error = Object.assign(new Error(`${code}: it failed, open '/a/b'`), { code, syscall: 'open', path: '/a/b' });
    expect(await reportError(error, terminal, false)).toBe(1);
    expect(said.join('\n')).not.toContain('Unexpected error');
    expect(said.join('\n')).toContain('/a/b');
    expect(said.join('\n')).toMatch(/^error\[[\w-]+\]: .*\n {4}/);
  });
});
