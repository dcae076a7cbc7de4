import { join } from 'node:path';
import { version } from '../../files/tool.ts';
import { shell } from '../../text/escape.ts';
import type { Terminal } from './terminal.ts';

/** How to write commands for the person who started this run: with the package manager they use, or with what is installed. */
export interface Commands {
  /** For a new workspace, by the latest version. */
  readonly create: (args: string) => string;
  /** For the same workspace as one of this version. */
  readonly createSame: (args: string) => string;
  readonly avm: (args: string) => string;
}

/**
 * What is fetched has this version, since another one would write other files. `script` is the file that Node was
 * started with.
 */
export function commandsOf(env: NodeJS.ProcessEnv, script: string = process.argv[1] ?? ''): Commands {
  const runs = `${runnerOf(env, version)} `;
  switch (managerOf(env).name) {
    case 'npm':
      return commands('npm create avm@latest ', runs, dashed);
    case 'pnpm':
      return commands('pnpm create avm@latest ', runs);
    case 'yarn':
      return commands('yarn create avm ', runs);
    case 'bun':
      return commands('bun create avm@latest ', runs);
    default:
      return ofClone(script) ?? commands('create-avm ', '');
  }
}

/** What starts a program of one version of the package, whether that is installed or not. */
export function runnerOf(env: NodeJS.ProcessEnv, release: string): string {
  const { name, major } = managerOf(env);
  if (name === 'pnpm') return `pnpm --package=create-avm@${release} dlx`;
  if (name === 'bun') return `bunx -p create-avm@${release}`;
  // Version 1 of Yarn has no dlx; npx comes with Node.
  return name === 'yarn' && major > 1 ? `yarn dlx -p create-avm@${release}` : `npx -p create-avm@${release}`;
}

function managerOf(env: NodeJS.ProcessEnv): { readonly name: string; readonly major: number } {
  const [, name = '', major] = /^(\w+)\/(\d+)/.exec(env['npm_config_user_agent'] ?? '') ?? [];
  return { name, major: Number(major) };
}

function commands(create: string, runs: string, arrange = (args: string): string => args): Commands {
  return {
    create: (args) => `${create}${arrange(args)}`,
    createSame: (args) => `${runs}create-avm ${args}`,
    avm: (args) => `${runs}avm ${args}`,
  };
}

/** npm hands on what stands behind two dashes alone. */
function dashed(args: string): string {
  return args.replace(/(^| )(-)/, '$1-- $2');
}

/** A checkout, in which nothing is installed: its bins are started by their paths. */
function ofClone(script: string): Commands | undefined {
  const [folder] =
    /^.*(?=[\\/](?:dist|src[\\/]cli)[\\/](?:create-bin|create-avm|avm-bin|avm)\.(?:c?js|ts)$)/.exec(script) ?? [];
  if (folder === undefined || /[\\/]node_modules[\\/]/.test(script)) return undefined;
  const bin = (name: string): string => `node ${shell(join(folder, 'dist', name))}`;
  const create = (args: string): string => `${bin('create-bin.cjs')} ${args}`;
  return { create, createSame: create, avm: (args) => `${bin('avm-bin.cjs')} ${args}` };
}

const starts = String.raw`(?<=^|[\s('"“‘:;,]|\[[\d;]{1,20}m)`;
const subcommands =
  'add|remove|env|set|clarify|update|render|check|report|analyze|trace|rules|plan|catalog|schema|doctor|whatif';
const named = new RegExp(
  `${starts}(?<!(?:create-avm(?:@\\S+)?|dlx) )(?:avm (?=(?:${subcommands})\\b|--help)|create-avm (?=--help))`,
  'g',
);

/** What is installed is updated so; what is fetched is fetched in another version. */
const installed = 'npm install --global create-avm@latest';

/** A terminal that prints commands as this user can run them. In documents for programs, printEnvelope decides which texts are. */
export function speakingTo(terminal: Terminal): Terminal {
  const { avm, create } = commandsOf(terminal.env);
  if (avm('') === 'avm ') return terminal;
  const { name } = managerOf(terminal.env);
  const latest = name === '' ? installed : `${runnerOf(terminal.env, 'latest')} avm update`;
  const spoken = (text: string): string =>
    text
      .replace(named, (found) => (found === 'avm ' ? avm('') : create('--help').slice(0, -6)))
      .replaceAll(installed, latest);
  const forPeople = (line: string | undefined): string | undefined =>
    line === undefined || /^[{[]/.test(line) ? line : spoken(line);
  return {
    ...terminal,
    out: (line) => terminal.out(forPeople(line)),
    err: (line) => terminal.err(forPeople(line)),
    spoken,
  };
}
