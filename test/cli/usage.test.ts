import { describe, expect, it } from 'vitest';
import { avm, createAvm, folder, workspace, type Ran, type Where } from './run.ts';

type Run = (where: Where, ...argv: string[]) => Promise<Ran>;

/** Ways in which the commands cannot be called, and what is said of them. */
const wrong: readonly (readonly [run: Run, argv: string, said: string, advice: string])[] = [
  [createAvm, 'demo --yess', "Unknown option '--yess'", 'Did you mean --yes?'],
  [createAvm, 'demo other', 'Too many arguments', 'See create-avm --help'],
  [createAvm, 'demo --depth deep', "argument 'deep' is invalid", 'See create-avm --help'],
  [createAvm, 'demo --set network', '"network" is no answer', 'path=value'],
  [avm, 'cheeck', "Unknown command 'cheeck'", 'Did you mean check?'],
  [avm, '', 'Say which command to run', 'See avm --help'],
  [avm, 'check --dept module', "Unknown option '--dept'", 'Did you mean --depth?'],
  [avm, 'check --depth deeper', "argument 'deeper' is invalid", 'See avm check --help'],
  [avm, 'check --env prd --depth interface', 'no environment "prd"', 'Did you mean prod?'],
  [avm, 'check --json --sarif', 'both print to standard output', 'Give --sarif a file'],
  [avm, 'set', "Missing required argument 'path=value'", 'See avm set --help'],
  [avm, 'trace', "Missing required argument 'what'", 'See avm trace --help'],
  [avm, 'set lock', '"lock" is no answer', 'path=value'],
  [avm, 'add', 'Say what to add', 'nat-gateway'],
  [avm, 'add nat-gatewy', 'no component "nat-gatewy"', 'Did you mean nat-gateway?'],
  [avm, 'add nat', 'no component "nat"', 'Did you mean nat-gateway?'],
  [avm, 'add backup twice', 'takes no further name', '--set path=value'],
  [avm, 'add environment', 'how the new environment is called', 'avm add environment uat'],
  [avm, 'add environment uat --env prod', '--env names an environment that is there', 'Leave it out'],
  [avm, 'add backup --from dev', '--from is for avm add environment', 'Leave it out'],
  [avm, 'add data-disk --set size=3', 'A data disk has no "size"', 'sizeGb'],
  [avm, 'render --overwrite nothing.txt', 'nothing.txt is no generated file', 'avm render --dry-run'],
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
