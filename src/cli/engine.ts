import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadCatalog } from '../../avm-catalog/modules/catalog.ts';
import type { Engine, Place } from '../../generators/session.ts';
import { parseAnswers } from '../answers/parse.ts';
import { generate } from '../files/generate.ts';
import { resolve as complete } from '../spec/resolve.ts';
import { inspectDestination } from '../workspace/destination.ts';

/** What generators are given to look and to judge with; it writes nothing. */
export function engineAt(cwd: string, intoExisting = false): Engine {
  const catalog = loadCatalog();
  return {
    look: (folder) => look(resolve(cwd, folder), intoExisting),
    views: (answers) => complete(answers).views,
    findings: (answers) => generate(answers, '', catalog).findings,
  };
}

function look(root: string, intoExisting: boolean): Place {
  const { kind, entries, count, reason } = inspectDestination(root);
  switch (kind) {
    case 'missing':
    case 'empty':
      return { kind: 'free' };
    case 'workspace': {
      const parsed = parseAnswers(readFileSync(join(root, 'avm.yaml'), 'utf8'));
      return 'answers' in parsed
        ? { kind: 'workspace', answers: parsed.answers }
        : { kind: 'taken', why: 'Its avm.yaml cannot be read; avm render says why.' };
    }
    case 'occupied':
      return intoExisting
        ? { kind: 'free' }
        : {
            kind: 'taken',
            why: `It is not empty: ${entries.slice(0, 3).join(', ')}${count > 3 ? ` and ${count - 3} more` : ''}.`,
          };
    case 'not-a-folder':
      return { kind: 'taken', why: 'It is a file.' };
    case 'unwritable':
      return { kind: 'taken', why: `It cannot be written (${reason ?? 'refused'}).` };
  }
}
