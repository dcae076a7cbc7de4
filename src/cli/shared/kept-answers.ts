import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cancelled } from '../../../generators/session.ts';
import type { Keep, KeptAnswer } from '../../../generators/kept-asker.ts';
import { cacheFolder, thisMachine } from '../../checks/bicep/folders.ts';
import { isOpen, ownFolder } from '../../checks/bicep/own-folder.ts';
import { ownValue } from '../../bicep/own.ts';
import { isInterrupt } from './report.ts';
import type { Terminal } from './terminal.ts';
import { version } from '../../files/tool.ts';

/** Bytes; an interview has some kilobytes. */
const limit = 200_000;

interface Kept extends Keep {
  readonly forget: () => void;
  /** Asks: answers are forgotten where a person cancels, and kept where they are interrupted, which is said. */
  readonly during: <T>(terminal: Terminal, work: () => Promise<T>) => Promise<T>;
}

/** Answers of questions that a command asks about a folder, in the cache of the user, until they were written. */
export function keptAnswers(command: 'create' | 'clarify', folder: string): Kept {
  const name = createHash('sha256').update(`${command}\n${folder}`).digest('hex').slice(0, 32);
  const place = (): string | undefined => {
    const own = ownFolder(cacheFolder(thisMachine()));
    const below = own && ownFolder(join(own, 'answers'));
    return below && join(below, `${name}.json`);
  };
  const forget = (): void => quietly(() => rmSync(place() ?? '', { force: true }));
  return {
    load: () => read(place()),
    save: (answers) => (answers.length === 0 ? forget() : quietly(() => write(place(), answers))),
    forget,
    during: async (terminal, work) => {
      try {
        return await work();
      } catch (error) {
        if (error instanceof Cancelled) forget();
        else if (isInterrupt(error) && read(place()).length > 0)
          terminal.err('Your answers are kept. Run the same command again to continue.');
        throw error;
      }
    },
  };
}

/** Nothing where there is none, where somebody else could have written it, or where another version did. */
function read(place: string | undefined): readonly KeptAnswer[] {
  try {
    if (place === undefined) return [];
    const found = statSync(place);
    if (!found.isFile() || found.size > limit || isOpen(found) !== undefined) return [];
    return answersIn(JSON.parse(readFileSync(place, 'utf8')));
  } catch {
    return [];
  }
}

function answersIn(data: unknown): readonly KeptAnswer[] {
  const answers = ownValue(data, 'version') === version ? ownValue(data, 'answers') : undefined;
  return Array.isArray(answers) && answers.every(isKept) ? answers : [];
}

function isKept(one: unknown): one is KeptAnswer {
  const answer = ownValue(one, 'answer');
  const isText = (value: unknown): boolean => typeof value === 'string';
  const isFit = isText(answer) || typeof answer === 'boolean' || (Array.isArray(answer) && answer.every(isText));
  return isText(ownValue(one, 'question')) && isFit;
}

function write(place: string | undefined, answers: readonly KeptAnswer[]): void {
  if (place === undefined) return;
  writeFileSync(`${place}.${process.pid}`, JSON.stringify({ version, answers }), { mode: 0o600 });
  renameSync(`${place}.${process.pid}`, place);
}

/** A cache that can't be written is no reason to ask nothing. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // The next run asks all again.
  }
}
