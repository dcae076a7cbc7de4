import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { avmProgram } from '../../src/cli/program/avm-program.ts';
import { offersOf } from '../../src/cli/completion/offers.ts';
import { lookFor } from '../support/tools.ts';
import { avm, folder } from './run.ts';

const run = promisify(execFile);

async function script(shell: string): Promise<string> {
  const at = await folder();
  const { code, out } = await avm({ cwd: at.path }, 'completion', shell);
  expect(code).toBe(0);
  return out;
}

const pwsh = lookFor('pwsh');
const bash = process.platform === 'win32' ? null : '/bin/bash';

/** What is offered for the last of these words, in order. */
const cases: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['avm', 'ch'], ['check']],
  [
    ['avm', 'env', ''],
    ['add', 'copy', 'rename', 'remove', '--help', '-h'],
  ],
  [['avm', 'env', 'co'], ['copy']],
  [['avm', 'env', 'copy', '--ad'], ['--address-space']],
  [
    ['avm', 'check', '--depth', ''],
    ['interface', 'module', 'snapshot', 'types', 'order'],
  ],
  [['avm', 'check', '--depth', 'sn'], ['snapshot']],
  [['avm', 'check', '--depth', 'module', '--sar'], ['--sarif']],
  [['avm', 'set', '--env', 'add', '--dry'], ['--dry-run']],
  [['avm', 'completion', 'p'], ['powershell']],
  [['avm', 'catalog', 're'], ['regions']],
  [['avm', 'nothing', 'ch'], ['check']],
  [['create-avm', '--int'], ['--into-existing']],
  [['create-avm', 'payroll', '--depth', 'm'], ['module']],
];

describe('avm completion', () => {
  it.skipIf(bash === null)('bash, run in bash, offers commands, options and choices', async () => {
    const text = await script('bash');
    const lines = cases.map(
      ([words]) => `COMP_WORDS=(${words.map((one) => `'${one}'`).join(' ')}); COMP_CWORD=${words.length - 1}
$(complete -p ${words[0]} | sed 's/.*-F \\([^ ]*\\) .*/\\1/'); echo "\${COMPREPLY[*]}"`,
    );
    const { stdout } = await run(bash ?? '', ['--norc', '-euc', `${text}\n${lines.join('\n')}`]);
    expect(stdout.trimEnd().split('\n')).toEqual(cases.map(([, offered]) => offered.join(' ')));
  });

  it.skipIf(bash === null)('bash, run in bash, leaves files to the shell where an option takes one', async () => {
    const text = await script('bash');
    const { stdout } = await run(bash ?? '', [
      '--norc',
      '-euc',
      `${text}\ncomplete -p avm create-avm\nCOMP_WORDS=(avm report -o ''); COMP_CWORD=3; _avm; echo "\${#COMPREPLY[@]}"`,
    ]);
    expect(stdout).toBe(
      'complete -o bashdefault -o default -F _avm avm\ncomplete -o bashdefault -o default -F _create_avm create-avm\n0\n',
    );
  });

  it.skipIf(pwsh === null)('powershell, run in PowerShell, offers the same', async () => {
    const text = await script('powershell');
    const asked = cases.map(([words]) => {
      const line = words.join(' ');
      return `([System.Management.Automation.CommandCompletion]::CompleteInput('${line}', ${line.length}, $null).CompletionMatches | ForEach-Object CompletionText) -join ' '`;
    });
    const { stdout } = await run(pwsh ?? '', [
      '-NoProfile',
      '-NonInteractive',
      '-Command',
      `${text}\n${asked.join('\n')}`,
    ]);
    expect(stdout.trimEnd().split(/\r?\n/)).toEqual(cases.map(([, offered]) => offered.join(' ')));
  });

  it('zsh, by its text alone since no zsh is here, offers the same', async () => {
    const text = await script('zsh');
    expect(text).toMatch(/^#compdef avm\n/);
    expect(text).toContain("('check --depth') compadd -- interface module snapshot types order; return ;;");
    expect(text).toContain("('report -o') _files; return ;;");
    expect(text).toMatch(/\('env'\)\s+offered=\('add:[^']*' 'copy:/);
    expect(text).toContain('compdef _avm avm');
  });

  it('fish, by its text alone since no fish is here, offers the same', async () => {
    const text = await script('fish');
    expect(text).toMatch(
      /complete -c avm -n '__avm_is_at \\'check\\'' -l depth -x -a 'interface module snapshot types order'/,
    );
    expect(text).toMatch(/complete -c avm -n '__avm_is_at \\'env\\'' -f -a copy -d '/);
    expect(text).toMatch(/complete -c avm -n '__avm_is_at \\'report\\'' -l output -s o -r -F/);
    expect(text).toMatch(/complete -c create-avm .* -l into-existing/);
  });

  it.each(['zsh', 'fish'])('%s, by its text alone, closes every quote', async (shell) => {
    const text = await script(shell);
    for (const line of text.split('\n').filter((one) => !one.startsWith('#')))
      expect(line.replaceAll(/\\['\\]/g, '').split("'").length % 2, line).toBe(1);
  });

  it('knows every command of the program', async () => {
    const terminal = undefined as never;
    const program = avmProgram({ out: terminal } as never, () => undefined);
    const offers = offersOf(program).map(({ at }) => at);
    expect(offers).toEqual(expect.arrayContaining(['', ...program.commands.map((one) => one.name()), 'env add']));
    for (const shell of ['bash', 'zsh', 'fish', 'powershell'])
      for (const at of offers) expect(await script(shell)).toContain(at);
  });

  it('is refused for another shell', async () => {
    const at = await folder();
    const { code, err } = await avm({ cwd: at.path }, 'completion', 'tcsh');
    expect(code).toBe(2);
    expect(err).toContain('bash, zsh, fish, powershell');
  });
});
