import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from './failure.ts';
import type { Terminal } from './terminal.ts';

/** Bytes; an avm.yaml has some kilobytes. */
const limit = 1_000_000;

/** The text of a file of answers, or of standard input where it is `-`. */
export async function readAnswersText(file: string, terminal: Terminal): Promise<string> {
  if (file !== '-') return readTextFile(resolve(terminal.cwd, file), file);
  try {
    const text = await terminal.readInput(limit);
    if (text.trim() !== '') return text;
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge('standard input');
    throw error;
  }
  throw new Failure({
    code: 'answers-empty',
    what: 'Standard input holds no answers.',
    remedy: 'Pipe an avm.yaml, or the same as JSON, into it.',
  });
}

/** Throws `Failure` where there is no such file, or it is no text of a sensible size. */
export function readTextFile(path: string, shown: string): string {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const stats = fstatSync(file);
    if (stats.isDirectory())
      throw new Failure({
        code: 'answers-unreadable',
        what: `${shown} is a folder.`,
        remedy: 'Name a file of answers.',
      });
    if (stats.size > limit) throw tooLarge(shown);
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof Failure || !(error instanceof Error)) throw error;
    const missing = 'code' in error && error.code === 'ENOENT';
    throw new Failure({
      code: 'answers-unreadable',
      what: missing ? `There is no file ${shown}.` : `${shown} cannot be read: ${error.message}.`,
      remedy: missing ? 'Name a file of answers, such as the avm.yaml of another workspace.' : 'See the reason given.',
    });
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function tooLarge(what: string): Failure {
  return new Failure({
    code: 'answers-too-large',
    what: `${what} has more than ${limit / 1000} kB.`,
    where: what,
    remedy: 'An avm.yaml has some kilobytes; take out what is not an answer.',
  });
}
