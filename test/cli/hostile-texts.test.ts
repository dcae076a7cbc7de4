import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText, plain } from '../../src/findings/characters.ts';
import { printed, styled } from '../../src/cli/shared/terminal.ts';
import { avm, createAvm, folder, workspace, type Ran } from './run.ts';

/** Clears the screen, sets a title, moves the cursor, reverses, hides, rings; and a line that is not ours. */
const escapes = '\u001b[2J\u001b]0;x\u0007\u009b31m\u202e\u200b\u007f';
const line = 'x\nerror all is well\r';
const steers = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202e]/;

function expectSeen({ out, err }: Ran): void {
  expect(out).not.toMatch(steers);
  expect(err).not.toMatch(steers);
  expect(`${out}${err}`).not.toMatch(/^error all is well/m);
}

describe('what is printed', () => {
  it('leaves lines and our own styles, and spells out the rest', () => {
    expect(printed(`${styled('red', 'error')} a\tb\nc`)).toBe('\u001b[31merror\u001b[39m a\tb\nc');
    expect(printed(styled('dim', escapes))).toBe(
      '\u001b[2m\\u{1b}[2J\\u{1b}]0;x\\u{7}\\u{9b}31m\\u{202e}\\u{200b}\\u{7f}\u001b[22m',
    );
  });

  it('is the same for any text, and JSON stays what it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printed(text)).not.toMatch(steers);
        expect(plain(text)).not.toMatch(/[\n\t]/);
        const json = jsonText({ [text]: [text] });
        expect(json).not.toMatch(steers);
        expect(JSON.parse(json)).toEqual({ [text]: [text] });
      }),
    );
  });
});

describe.each([
  ['escapes', escapes],
  ['a line', line],
])('a name with %s', (_, hostile) => {
  it('does nothing as an argument of any command', async () => {
    const { cwd } = await workspace();
    const commands = [
      ['set', `${hostile}=1`],
      ['set', `tags.a=${hostile}`],
      ['set', `tags.${hostile}=a`],
      ['set', 'lock=none', '--env', hostile],
      ['add', hostile],
      ['add', 'data-disk', '--env', hostile],
      ['rules', hostile],
      ['trace', hostile],
      ['trace', `main.bicep:${hostile}`],
      ['plan', hostile],
      ['check', '--depth', hostile],
      ['analyze', hostile],
      ['catalog', 'show', hostile],
      ['catalog', 'sync', hostile],
      ['clarify', '--answer', `${hostile}=x`],
      ['report', '--out', hostile, hostile],
      [hostile],
      [`--${hostile}`],
    ];
    for (const argv of commands)
      for (const more of [[], ['--json']]) {
        const ran = await avm({ cwd }, ...argv, ...more);
        expect(ran.code, argv.join(' ')).not.toBe(0);
        expectSeen(ran);
      }
  }, 120_000);

  it('does nothing as a destination, a set value, or an answers file', async () => {
    const { path: cwd } = await folder();
    for (const argv of [
      [`../${hostile}`, '--yes'],
      ['demo', '--yes', '--set', `${hostile}=1`],
      ['demo', '--yes', '--answers', hostile],
      ['demo', '--no-check', '--yes', '--json', '--set', `tags.a=${hostile}`],
    ])
      expectSeen(await createAvm({ cwd }, ...argv, '--no-check', '--no-git'));
  }, 60_000);

  it('does nothing as a key or a value of avm.yaml', async () => {
    const { cwd, file } = await workspace();
    const text = await file('avm.yaml');
    const quoted = JSON.stringify(hostile);
    for (const changed of [
      `${text}\n${quoted}: 1\n`,
      text.replace('\nspec:', `\nspec:\n  ${quoted}: 1`),
      text.replace('\nenvironments:', `\nenvironments:\n  ${quoted}: {}`),
      text.replace('\ntags:', `\ntags:\n  ${quoted}: x`),
      text.replace(/region: \w+/, `region: ${quoted}`),
      `${text}\n"${hostile}": [\n`,
    ]) {
      await writeFile(join(cwd, 'avm.yaml'), changed);
      for (const argv of [
        ['render'],
        ['render', '--json'],
        ['plan'],
        ['check'],
        ['clarify', '--list'],
        ['analyze'],
        ['trace', 'FR-001'],
      ])
        expectSeen(await avm({ cwd }, ...argv));
    }
  }, 120_000);
});

it('does nothing as the name of a file or of a link in the workspace', async () => {
  const { cwd } = await workspace();
  await writeFile(join(cwd, `a${escapes}.bicep`), `// ${escapes}\nparam ${escapes}\n`);
  await symlink('/etc/passwd', join(cwd, `b${line}`));
  for (const argv of [
    ['render', '--dry-run'],
    ['render', '--json'],
    ['analyze'],
    ['analyze', '--json'],
    ['trace', `a${escapes}.bicep:1`],
  ])
    expectSeen(await avm({ cwd }, ...argv));
}, 60_000);

it('does nothing as what a lock, a journal, or a manifest says', async () => {
  const { cwd } = await workspace();
  for (const name of ['lock', 'journal.json', 'manifest.json', 'trace.json'])
    for (const text of [
      `${escapes}${line}`,
      JSON.stringify({
        pid: 1,
        host: `${escapes}${line}`,
        started: escapes,
        version: escapes,
        files: { [escapes]: 1 },
        [line]: escapes,
      }),
    ]) {
      await writeFile(join(cwd, '.avm', name), text);
      for (const argv of [['render', '--dry-run'], ['render'], ['trace', 'FR-001']])
        expectSeen(await avm({ cwd }, ...argv));
    }
}, 120_000);

it('does nothing as what a compiler says', async () => {
  const { cwd } = await workspace();
  const bicep = join(cwd, '..', 'bin', 'bicep');
  await mkdir(join(cwd, '..', 'bin'));
  await writeFile(
    bicep,
    `#!/bin/sh\nprintf 'Bicep CLI version \\033[2J0.1.0 \\033]0;x\\007 \\302\\233 \\342\\200\\256\\n'\nprintf '\\033[31mno\\007' >&2\nexit 3\n`,
  );
  await chmod(bicep, 0o755);
  for (const argv of [['check', '--depth', 'interface'], ['doctor'], ['doctor', '--json']])
    expectSeen(await avm({ cwd, env: { ...process.env, BICEP_PATH: bicep } }, ...argv));
}, 120_000);
