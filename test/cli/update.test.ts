import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOfCase } from '../cases/cases.ts';
import { avm, createAvm, folder } from './run.ts';

/** A workspace of version 1, as an earlier release left it. */
async function first(name = 'added-modules') {
  const at = await folder({ 'answers.yaml': textOfCase(name) });
  const made = await createAvm({ cwd: at.path }, 'demo', '--answers', 'answers.yaml', '--no-check', '--no-git');
  if (made.code !== 0) throw new Error(made.err);
  const cwd = at.getPath('demo');
  return { cwd, file: (path: string): string => readFileSync(join(cwd, path), 'utf8') };
}

describe('avm update', () => {
  it('says what it will change, changes it, and has nothing to do the second time', async () => {
    const { cwd, file } = await first();
    const before = ['avm.yaml', 'main.bicep', 'main.prod.bicepparam'].map(file);
    const planned = await avm({ cwd }, 'update', '--dry-run');
    expect(planned.err).toContain('avm.yaml changes from version 1 to version 2');
    expect(planned.err).toContain('from spec.components to components');
    expect(planned.out).toContain('-version: 1');
    expect(['avm.yaml', 'main.bicep', 'main.prod.bicepparam'].map(file)).toEqual(before);
    const done = await avm({ cwd }, 'update');
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining('~ avm.yaml') as string });
    expect(done.out).not.toContain('main.');
    expect(file('avm.yaml')).toMatch(/^version: 2$[^]*^components:$/m);
    expect(JSON.parse(file('.avm/avm.schema.json'))).toHaveProperty('properties.components');
    const again = await avm({ cwd }, 'update');
    expect(again).toMatchObject({ code: 0, out: 'Everything is up to date.\n' });
    expect(again.err).not.toContain('avm.yaml changes');
  });

  it('leaves edited files alone, and line ends as they are', async () => {
    const { cwd, file } = await first('everything-off');
    await writeFile(join(cwd, 'avm.yaml'), file('avm.yaml').replaceAll('\n', '\r\n'));
    await writeFile(join(cwd, '.avm/avm.schema.json'), '{}\n');
    const done = await avm({ cwd }, 'update');
    expect(done).toMatchObject({
      code: 0,
      out: expect.stringContaining('! .avm/avm.schema.json was edited') as string,
    });
    expect(file('.avm/avm.schema.json')).toBe('{}\n');
    expect(file('avm.yaml')).toMatch(/^version: 2\r\n/m);
    expect(file('avm.yaml')).not.toMatch(/[^\r]\n/);
  });

  it.each([
    ['version: 3', 'To update, run: npm install --global create-avm@latest'],
    ['version: "2"', 'Write a supported version as a number: version: 2'],
    ['version: 0', 'Write a supported version as a number: version: 2'],
    ['', 'avm.yaml has no version. Supported versions: 1, 2'],
  ])('says of %j which versions are read, and nothing else', async (version, said) => {
    const { cwd, file } = await first('everything-off');
    const text = file('avm.yaml').replace('version: 1', version);
    await writeFile(join(cwd, 'avm.yaml'), text);
    for (const argv of [['update'], ['render'], ['set', 'lock=none'], ['check', '--depth', 'interface']]) {
      const { code, out, err } = await avm({ cwd }, ...argv);
      expect(out + err).toContain(said);
      expect((out + err).match(/ error\[/g)).toHaveLength(1);
      expect(code).toBe(1);
    }
    expect(file('avm.yaml')).toBe(text);
  });
});

describe('a workspace of version 1', () => {
  it('has components in spec, for every command', async () => {
    const { cwd, file } = await first();
    const before = file('avm.yaml');
    expect(await avm({ cwd }, 'add', 'storage-account', 'audit2')).toMatchObject({ code: 0 });
    expect(file('avm.yaml')).toMatch(/^ {4}audit2: \{type: storage-account\}$/m);
    expect(await avm({ cwd }, 'set', 'components.audit2.redundancy=ZRS')).toMatchObject({ code: 0 });
    const refused = await avm({ cwd }, 'set', 'components.audit2.redundancy=XRS');
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringContaining('spec.components.audit2.redundancy') as string,
    });
    const line =
      file('avm.yaml')
        .split('\n')
        .findIndex((one) => one.includes('audit2:')) + 1;
    const traced = await avm({ cwd }, 'trace', `avm.yaml:${line}`);
    expect(traced.out).toContain('spec.components.audit2');
    expect(await avm({ cwd }, 'remove', 'audit2', '--confirm', 'audit2')).toMatchObject({ code: 0 });
    expect(file('avm.yaml')).toBe(before);
    expect(JSON.parse((await avm({ cwd }, 'schema')).out)).toHaveProperty('properties.spec.properties.components');
  });

  it('has them at the top once it is updated', async () => {
    const { cwd, file } = await first();
    await avm({ cwd }, 'update');
    const before = file('avm.yaml');
    expect(await avm({ cwd }, 'add', 'storage-account', 'audit2', '--set', 'redundancy=ZRS')).toMatchObject({
      code: 0,
    });
    const refused = await avm({ cwd }, 'set', 'spec.components.audit2.redundancy=XRS');
    expect(refused.err).toMatch(/^\s+components\.audit2\.redundancy$/m);
    const line =
      file('avm.yaml')
        .split('\n')
        .findIndex((one) => one.includes('audit2:')) + 1;
    expect((await avm({ cwd }, 'trace', `avm.yaml:${line}`)).out).toMatch(/^\s*components\.audit2/m);
    expect(await avm({ cwd }, 'remove', 'audit2', '--confirm', 'audit2')).toMatchObject({ code: 0 });
    expect(file('avm.yaml')).toBe(before);
  });

  it('is told that components are in another place there', async () => {
    const { cwd, file } = await first('everything-off');
    await writeFile(join(cwd, 'avm.yaml'), `${file('avm.yaml')}components: {reports: {type: storage-account}}\n`);
    expect(await avm({ cwd }, 'render')).toMatchObject({
      code: 1,
      err: expect.stringContaining("Move 'components' into 'spec', or set version: 2.") as string,
    });
  });
});
