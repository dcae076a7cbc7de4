import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program/create-program.ts';
import { plainArguments, withoutDashes } from '../../src/cli/program/plain-arguments.ts';
import { processTerminal } from '../../src/cli/shared/terminal.ts';

/** What commander makes of the same arguments. */
function parsed(argv: readonly string[]): { readonly dir: string | undefined; readonly options: object } {
  const program = createProgram(processTerminal('avm'), () => {}).action(() => {});
  program.parse(argv, { from: 'user' });
  return { dir: program.args[0], options: program.opts() };
}

describe('plain arguments', () => {
  it.each([
    ['--yes demo'],
    ['-y --no-check'],
    ['demo --no-git --no-check --yes --json'],
    ['--dry-run ./a/b --json'],
    ['--yes'],
    ['--json'],
  ])('"%s" mean what they mean to commander', (text) => {
    const argv = text.split(' ').filter(Boolean);
    expect(plainArguments(argv)).toEqual(parsed(argv));
  });

  it.each([
    ['--yess'],
    ['demo other'],
    ['--set a=b'],
    ['--answers -'],
    ['-'],
    ['--'],
    ['--yes=1'],
    ['-yy'],
    ['--help'],
    ['--toString'],
    [''],
    ['demo'],
    ['demo --no-check --no-git --dry-run'],
  ])('"%s" are left to commander', (text) => {
    expect(plainArguments(text.split(' ').filter(Boolean))).toBeUndefined();
  });
});

it.each([
  ['demo -- --yes', 'demo --yes'],
  ['-- demo --yes', 'demo --yes'],
  ['demo --yes', 'demo --yes'],
  ['demo --', 'demo --'],
  ['-- demo', '-- demo'],
])('two dashes that a package manager hands on do not count: "%s"', (given, meant) => {
  expect(withoutDashes(given.split(' ')).join(' ')).toBe(meant);
});
