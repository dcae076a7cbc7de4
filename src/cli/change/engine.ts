import { join, resolve } from 'node:path';
import { takesName } from '../../../avm-catalog/kernel/file-type.ts';
import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import { isRequired, resolve as resolveType } from '../../../avm-catalog/modules/resolve.ts';
import { sentence } from '../../../generators/judge.ts';
import type { Engine, FolderState, FileParameter } from '../../../generators/session.ts';
import type { Answers } from '../../answers/answers.ts';
import type { ModuleInterface } from '../../../avm-catalog/modules/interface.ts';
import { describe } from '../../findings/describe.ts';
import type { Finding } from '../../findings/finding.ts';
import { parseAnswers } from '../../answers/parse.ts';
import { findingsOf, generate } from '../../files/generate.ts';
import { resolve as complete } from '../../resolve/resolve.ts';
import { inspectDestination, shownEntries } from '../../workspace/destination.ts';
import { readTextFile } from '../shared/answers-text.ts';
import type { Catalog } from '../../plan/draft.ts';
import { Failure, Refusal, UsageFailure } from '../shared/failure.ts';
import { deploymentProblem } from '../../plan/check-modules.ts';
import { readOne, withRecorded } from '../shared/bicep-files.ts';
import { lookForWorkspace } from '../shared/find-workspace.ts';
import { chosenFile } from './add-bicep.ts';
import { chosenModule } from './add-module.ts';
import { nameChanges, sidesOf } from './name-changes.ts';
import { referable } from './referable.ts';

/** The functions that generators read and validate with; none of them writes. */
export function engineAt(cwd: string, intoExisting = false): Engine {
  const root = lookForWorkspace(cwd);
  const catalog = root === undefined ? loadCatalog() : withRecorded(root, loadCatalog());
  return {
    look: (folder) => look(resolve(cwd, folder), intoExisting),
    module: (typed) => moduleFor(typed, catalog),
    bicepFile: (folder, typed) => fileFor(resolve(cwd, folder), typed, catalog),
    views: (answers) => complete(answers).views,
    nameChanges: (before, after) => {
      const sides = sidesOf(generate(before, '', catalog), generate(after, '', catalog));
      return sides ? nameChanges(sides, undefined) : [];
    },
    referable: (answers) => (answers === undefined ? [] : referable(complete(answers))),
    findings: (answers) => findingsOf(answers, catalog),
  };
}

/** Parameters that are set automatically. */
const wired: readonly string[] = ['name', 'location', 'tags'];

function moduleFor(typed: string, catalog: Catalog): ReturnType<Engine['module']> {
  try {
    const { module, version } = chosenModule(typed, undefined);
    const undeployable = deploymentProblem(module, version, catalog);
    if (undeployable) return { problem: sentence(undeployable) };
    return { module, version, iface: catalog.interface(module, version) };
  } catch (error) {
    return problemOf(error);
  }
}

async function fileFor(root: string, typed: string, catalog: Catalog): ReturnType<Engine['bicepFile']> {
  try {
    const { file, name } = chosenFile(typed, undefined, { root, cwd: root });
    const answers = answersIn(root);
    if (!answers) return { problem: 'avm.yaml cannot be read. To see the errors, run: avm render' };
    const read = await readOne({ path: file, name, where: {} }, answers, catalog, { root });
    if ('findings' in read) return { problem: read.findings.map(inOneLine).join('; ') };
    const { resources, interface: iface } = read.file;
    const declares = resources.filter(({ exception }) => exception === '').map(({ type }) => type);
    const required = requiredOf(iface, takesName(read.file) ? wired : wired.filter((one) => one !== 'name'));
    return { file, name, declares: [...new Set(declares)].toSorted(), required };
  } catch (error) {
    return problemOf(error);
  }
}

function inOneLine(finding: Finding): string {
  const { file, line } = finding.where;
  return `${file === undefined || line === undefined ? '' : `${file}:${line} `}${describe(finding).message}`;
}

function requiredOf(
  { types, parameters }: Pick<ModuleInterface, 'types' | 'parameters'>,
  given = wired,
): readonly FileParameter[] {
  return Object.entries(parameters)
    .filter(([name, node]) => !given.includes(name) && isRequired(types, node))
    .map(([name, node]) => {
      const { type = 'any', allowedValues = [] } = resolveType(types, node);
      return { name, type, allowed: type === 'array' ? [] : allowedValues.map(String) };
    });
}

function problemOf(error: unknown): { readonly problem: string } {
  if (error instanceof UsageFailure) return { problem: `${error.problem.what} ${error.problem.remedy ?? ''}`.trim() };
  throw error;
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
  const found = inspectDestination(root);
  const { kind, reason } = found;
  switch (kind) {
    case 'missing':
    case 'empty':
      return { kind: 'free' };
    case 'workspace': {
      const answers = answersIn(root);
      return answers
        ? { kind: 'workspace', answers }
        : { kind: 'taken', why: 'Its avm.yaml cannot be read. To see the errors, run avm render in it.' };
    }
    case 'occupied':
      return intoExisting
        ? { kind: 'free' }
        : {
            kind: 'taken',
            why: `The folder is not empty: ${shownEntries(found)}. To add the workspace to it, start again with --adopt.`,
          };
    case 'not-a-folder':
      return { kind: 'taken', why: 'This is a file.' };
    case 'unwritable':
      return { kind: 'taken', why: `The folder is not writable (${reason ?? 'refused'}).` };
  }
}
