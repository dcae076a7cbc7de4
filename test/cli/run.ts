import { createFixture, type FsFixture } from 'fs-fixture';
import { afterAll } from 'vitest';
import { avmProgram } from '../../src/cli/program/avm-program.ts';
import { createProgram } from '../../src/cli/program/create-program.ts';
import { runProgram, type Build } from '../../src/cli/program/program.ts';
import { printed, type Terminal } from '../../src/cli/shared/terminal.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The result in what `--json` printed. */
export function dataOf<Data extends object = Readonly<Record<string, unknown>>>({ out }: Pick<Ran, 'out'>): Data {
  return (JSON.parse(out) as { readonly data: Data }).data;
}

export interface Where {
  readonly cwd: string;
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** `create-avm` in this process, with no terminal to ask in. */
export function createAvm(where: Where, ...argv: string[]): Promise<Ran> {
  return run(createProgram, where, argv);
}

/** `avm` in this process. */
export function avm(where: Where, ...argv: string[]): Promise<Ran> {
  return run(avmProgram, where, argv);
}

async function run(build: Build, { cwd, input = '', env = {} }: Where, argv: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    cwd,
    command: '',
    env,
    interactive: false,
    live: false,
    out: (line = '') => void (out += `${printed(line)}\n`),
    err: (line = '') => void (err += `${printed(line)}\n`),
    paint: (_, text) => text,
    paintErr: (_, text) => text,
    spoken: (text) => text,
    readInput: async (limit) => {
      if (input.length > limit) throw new RangeError('too much input');
      return input;
    },
  };
  const code = await runProgram(build, argv, terminal);
  return { code, out, err };
}

const fixtures: FsFixture[] = [];
afterAll(async () => void (await Promise.all(fixtures.map((one) => one.rm()))));

/** A folder with these files, removed when the file's tests are done. */
export async function folder(files: Record<string, string | Buffer> = {}): Promise<FsFixture> {
  const made = await createFixture(files);
  fixtures.push(made);
  return made;
}

/** The one recommendation that the defaults do not comply with is that somebody is notified. */
const notified = 'alerts.emails=[operations@example.com]';

/** A workspace with all defaults but for who is notified, and the folder it is in. */
export async function workspace(
  ...argv: string[]
): Promise<{ readonly cwd: string; readonly file: (path: string) => Promise<string>; readonly parent: FsFixture }> {
  const parent = await folder();
  const made = await createAvm(
    { cwd: parent.path },
    'demo',
    '--yes',
    '--no-check',
    '--no-git',
    '--set',
    notified,
    ...argv,
  );
  if (made.code !== 0) throw new Error(made.err);
  return { cwd: parent.getPath('demo'), file: (path) => parent.readFile(`demo/${path}`, 'utf8'), parent };
}
