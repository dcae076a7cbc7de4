import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { avm, createAvm, folder, workspace, type Ran, type Where } from '../cli/run.ts';
import { wordsOf, type Block } from './pages.ts';

/** Questions that are open, and programs that are missing, are no fault of the command. */
const ends: Readonly<Record<string, readonly number[]>> = { clarify: [0, 1], doctor: [0, 1] };

/** Runs a block as it is printed: in a new workspace with all defaults, or in an empty folder where that comes first. */
export async function runBlock(
  { text, before }: Block,
  more: Omit<Where, 'cwd'> = {},
  files: Readonly<Record<string, string>> = {},
): Promise<void> {
  const commands = wordsOf(text);
  expect(commands).not.toEqual([]);
  const all = [...before.flatMap(wordsOf), ...commands];
  const creates = all[0]?.[0] === 'npm';
  let cwd = creates ? (await folder()).path : (await workspace()).cwd;
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), content);
  }
  for (const words of all) {
    if (words[0] === 'cd') {
      cwd = join(cwd, words[1] ?? '');
      continue;
    }
    const ran = await runWords({ ...more, cwd }, words);
    const allowed = ends[words.at(words.indexOf('avm') + 1) ?? ''] ?? [0];
    expect(allowed, `${words.join(' ')}\n${ran.out}${ran.err}`).toContain(ran.code);
    expect(ran.out + ran.err, words.join(' ')).not.toBe('');
  }
}

function runWords(where: Where, words: readonly string[]): Promise<Ran> {
  const said = words.join(' ');
  if (words[0] === 'avm') return avm(where, ...words.slice(1));
  if (said.startsWith('npx -p create-avm avm ')) return avm(where, ...words.slice(4));
  if (said.startsWith('npm create avm@latest')) {
    // npm takes what is before its own `--`. The check and Git have tests of their own.
    const given = words.slice(3).filter((word) => word !== '--');
    return createAvm(where, ...given, '--no-check', '--no-git');
  }
  throw new Error(`No test knows how to run this: ${said}`);
}
