import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { avmProgram } from '../../src/cli/program/avm-program.ts';
import { createProgram } from '../../src/cli/program/create-program.ts';
import { processTerminal } from '../../src/cli/shared/terminal.ts';
import { version } from '../../src/files/tool.ts';
import { avm, createAvm, folder, workspace, type Ran, type Where } from './run.ts';

type Run = (where: Where, ...argv: string[]) => Promise<Ran>;

/** Ways in which the commands cannot be called, and what is said of them. */
const wrong: readonly (readonly [run: Run, argv: string, said: string, advice: string])[] = [
  [createAvm, 'demo --yess', "Unknown option '--yess'", 'Did you mean --yes?'],
  [createAvm, 'demo other', 'Too many arguments', 'For help, run: create-avm --help'],
  [createAvm, 'demo --depth deep', "argument 'deep' is invalid", 'For help, run: create-avm --help'],
  [createAvm, 'demo --set network', "'network' is not a setting", 'PATH=VALUE'],
  [avm, 'cheeck', "Unknown command 'cheeck'", 'Did you mean check?'],
  [avm, '', 'Specify a command', 'run: avm --help'],
  [avm, 'check --dept module', "Unknown option '--dept'", 'Did you mean --depth?'],
  [avm, 'check --depth deeper', "argument 'deeper' is invalid", 'For help, run: avm check --help'],
  [avm, 'check --env prd --depth interface', "no environment 'prd'", 'Did you mean prod?'],
  [avm, 'check --json --sarif', 'both print to standard output', '--sarif FILE'],
  [avm, 'set', "Missing required argument 'path=value'", 'For help, run: avm set --help'],
  [avm, 'trace', "Missing required argument 'what'", 'For help, run: avm trace --help'],
  [avm, 'set lock', "'lock' is not a setting", 'PATH=VALUE'],
  [avm, 'add', 'Specify what to add', 'nat-gateway'],
  [avm, 'add nat-gatewy', "no component 'nat-gatewy'", 'Did you mean nat-gateway?'],
  [avm, 'add nat', "no component 'nat'", 'Did you mean nat-gateway?'],
  [avm, 'add backup twice', 'takes no name', '--set PATH=VALUE'],
  [avm, 'add environment', 'the name of the new environment', 'avm add environment uat'],
  [avm, 'add environment uat --env prod', '--env cannot be used with', 'Remove --env'],
  [avm, 'add backup --from dev', '--from can only be used with avm add environment', 'Remove it'],
  [avm, 'add data-disk --set size=3', "A data disk has no setting 'size'", 'sizeGb'],
  [avm, 'render --overwrite nothing.txt', "'nothing.txt' is not a generated file", 'avm render --dry-run'],
  [avm, 'catalog moduls', "Unknown command 'moduls'", 'Did you mean modules?'],
];

describe('a command that cannot be called so', async () => {
  const { cwd } = await workspace();

  it.each(wrong)('%o %s', async (run, argv, said, advice) => {
    const ran = await run({ cwd }, ...argv.split(' ').filter(Boolean));
    expect(ran.err).toContain(said);
    expect(ran.err).toContain(advice);
    expect(ran.err).not.toMatch(/\n {4}at /);
    expect(ran.code).toBe(2);
    expect(ran.out).toBe(argv.includes('--json') ? ran.out : '');
  });

  it('is told as one JSON document where that is asked for', async () => {
    const ran = await avm({ cwd }, 'add', 'nothing', '--json');
    expect(JSON.parse(ran.out)).toMatchObject({ ok: false, error: { code: 'usage' } });
    expect(ran.code).toBe(2);
  });
});

describe('outside a workspace', () => {
  it.each(['plan', 'check', 'render', 'set lock=none', 'add backup'])('%s says so', async (argv) => {
    const { path: cwd } = await folder();
    const ran = await avm({ cwd }, ...argv.split(' '));
    expect(ran.err).toContain('not inside a workspace');
    expect(ran.code).toBe(2);
  });

  it('names the folder that has it, where a person has just created one', async () => {
    const { parent } = await workspace();
    const ran = await avm({ cwd: parent.path }, 'check');
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('run the command again: cd demo\n') as string });
    await parent.mkdir('other');
    await parent.writeFile('other/avm.yaml', '');
    expect((await avm({ cwd: parent.path }, 'check')).err).toContain('Change to the folder of a workspace.');
  });
});

describe('help and version', () => {
  it.each([
    [createAvm, ['--help'], '--into-existing'],
    [avm, ['--help'], 'Examples:'],
    [avm, ['add', '--help'], 'data-disk'],
    [avm, ['--version'], /^\d+\.\d+\.\d+\n$/],
    [createAvm, ['-V'], /^\d+\.\d+\.\d+\n$/],
  ] as const)('%o %o', async (run, argv, said) => {
    const { path: cwd } = await folder();
    const ran = await run({ cwd }, ...argv);
    expect(ran.out).toMatch(said);
    expect(ran).toMatchObject({ code: 0, err: '' });
  });
});

describe('every command', () => {
  const terminal = processTerminal('avm');
  const below = (command: Command, name: string): readonly (readonly [string, Command])[] => [
    [name, command],
    ...command.commands.flatMap((one) => below(one, `${name} ${one.name()}`)),
  ];
  const programs = [avmProgram(terminal, () => {}), createProgram(terminal, () => {})];

  it.each(programs.flatMap((one) => below(one, one.name())))(
    '%s has help, however it is asked for',
    async (name, command) => {
      const [bin, ...path] = name.split(' ');
      const run = bin === 'avm' ? avm : createAvm;
      const { path: cwd } = await folder();
      const ran = await run({ cwd }, ...path, '--help');
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(ran.out).toMatch(new RegExp(`^Usage: ${name} `));
      expect(ran.out.replaceAll(/\s+/g, ' ')).toContain(command.description());
      expect(await run({ cwd }, ...path, '-h')).toEqual(ran);
      expect(bin === 'avm' ? await run({ cwd }, 'help', ...path) : ran).toEqual(ran);
      for (const one of command.options) expect(one.description, `${name} ${one.flags}`).not.toBe('');
      for (const one of command.commands) expect(one.summary(), one.name()).toMatch(/^[a-z].*[^.]$/);
    },
  );

  it.each(['-v', '--version', '-V'])('prints the version with %s', async (option) => {
    const { path: cwd } = await folder();
    for (const run of [avm, createAvm])
      expect(await run({ cwd }, option)).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});

describe('help', async () => {
  const { cwd } = await workspace();

  it('has examples that can be run in a new workspace', async () => {
    const { out } = await avm({ cwd }, '--help');
    const examples = [...out.matchAll(/^ {2}avm (add|set|render|trace) (.*?)( {2}.*)?$/gm)].filter(
      ([line]) => !line.includes('['),
    );
    expect(examples.map(([, command]) => command)).toEqual(['add', 'set', 'render', 'trace']);
    for (const [, command = '', rest = ''] of examples) {
      const dry = command === 'trace' || rest.includes('--dry-run') ? [] : ['--dry-run'];
      const ran = await avm({ cwd }, command, ...rest.split(' '), ...dry);
      expect(ran.code, `avm ${command} ${rest}\n${ran.err}`).toBe(0);
      expect(ran.out.includes('+++ b/main.prod.bicepparam'), `avm ${command} ${rest}`).toBe(dry.length > 0);
    }
  });
});
