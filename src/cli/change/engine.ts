import { join, resolve } from 'node:path';
import { isRequired, resolve as resolveType } from '../../../avm-catalog/modules/resolve.ts';
import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import type { Engine, FolderState } from '../../../generators/session.ts';
import type { Answers } from '../../answers/answers.ts';
import { parseAnswers } from '../../answers/parse.ts';
import { generate } from '../../files/generate.ts';
import { resolve as complete } from '../../resolve/resolve.ts';
import { inspectDestination } from '../../workspace/destination.ts';
import { readTextFile } from '../shared/answers-text.ts';
import type { Catalog } from '../../plan/draft.ts';
import { Failure, Refusal, UsageFailure } from '../shared/failure.ts';
import { chosenModule } from './add-module.ts';

/** What generators are given to look and to judge with; it writes nothing. */
export function engineAt(cwd: string, intoExisting = false): Engine {
  const catalog = loadCatalog();
  return {
    look: (folder) => look(resolve(cwd, folder), intoExisting),
    module: (typed) => moduleFor(typed, catalog),
    views: (answers) => complete(answers).views,
    findings: (answers) => generate(answers, '', catalog).findings,
  };
}

/** Values for a name, where it is, and tags are wired. */
const wired: readonly string[] = ['name', 'location', 'tags'];

function moduleFor(typed: string, catalog: Catalog): ReturnType<Engine['module']> {
  try {
    const { module, version } = chosenModule(typed, undefined);
    const { types, parameters } = catalog.interface(module, version);
    const required = Object.entries(parameters)
      .filter(([name, node]) => !wired.includes(name) && isRequired(types, node))
      .map(([name, node]) => {
        const { type = 'any', allowedValues = [] } = resolveType(types, node);
        return { name, type, allowed: type === 'array' ? [] : allowedValues.map(String) };
      });
    return { module, version, required };
  } catch (error) {
    if (error instanceof UsageFailure) return { problem: `${error.problem.what} ${error.problem.remedy ?? ''}`.trim() };
    throw error;
  }
}

function answersIn(root: string): Answers | undefined {
  try {
    const parsed = parseAnswers(readTextFile(join(root, 'avm.yaml'), 'avm.yaml'));
    return 'answers' in parsed ? parsed.answers : undefined;
  } catch (error) {
    if (error instanceof Failure || error instanceof Refusal) return undefined;
    throw error;
  }
}

function look(root: string, intoExisting: boolean): FolderState {
  const { kind, entries, count, reason } = inspectDestination(root);
  switch (kind) {
    case 'missing':
    case 'empty':
      return { kind: 'free' };
    case 'workspace': {
      const answers = answersIn(root);
      return answers
        ? { kind: 'workspace', answers }
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
