import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The pages that users read, by their path. */
export const pages: ReadonlyMap<string, string> = new Map(
  ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)]
    .filter((path) => path.endsWith('.md'))
    .toSorted()
    .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
);

/** A block of commands, with what comments right above it say. */
export interface Block {
  readonly page: string;
  readonly text: string;
  /** Why no test runs it. */
  readonly notRun?: string;
  /** What a test needs to run it, beside the sources. */
  readonly needs?: string;
  /** Commands that bring the workspace to where the block begins. */
  readonly before: readonly string[];
}

export const blocks: readonly Block[] = [...pages].flatMap(([page, text]) => blocksOf(page, text));

function blocksOf(page: string, text: string): readonly Block[] {
  const found = text.matchAll(/^((?:<!-- [^\n]* -->\n)*)```bash\n(.*?)^```$/gms);
  return Array.from(found, ([, comments = '', commands = '']) => {
    const said = Array.from(comments.matchAll(/^<!-- ([a-z ]+): (.*) -->$/gm), ([, key, value = '']) => ({
      key,
      value,
    }));
    const one = (key: string): string | undefined => said.find((comment) => comment.key === key)?.value;
    const notRun = commands.startsWith('npm ci ') ? 'it begins with npm ci' : one('not run');
    const needs = one('needs');
    const before = said.filter(({ key }) => key === 'before').map(({ value }) => value);
    return {
      page,
      text: commands,
      before,
      ...(notRun === undefined ? {} : { notRun }),
      ...(needs === undefined ? {} : { needs }),
    };
  });
}

const end = '\u0001';
/** Names that a block may begin a command with; anything else ends the shell with an error. */
const known = ['avm', 'npm', 'npx', 'cd'];

/** The words of each command of a script, as bash splits them. Like zsh, it refuses a pattern that no file matches. */
export function wordsOf(script: string): readonly (readonly string[])[] {
  const functions = known.map((name) => `${name}() { printf '%s\\0' ${name} "$@" ${end}; }`).join('\n');
  const out = execFileSync('bash', ['-c', `set -eu; shopt -s failglob\n${functions}\n${script}`], { encoding: 'utf8' });
  return out
    .split(`${end}\0`)
    .slice(0, -1)
    .map((command) => command.split('\0').slice(0, -1));
}
