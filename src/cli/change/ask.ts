import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NewWorkspace, WorkspaceChange } from '../../../generators/session.ts';
import type { RequirementPart } from '../../../generators/requirement.ts';
import { readTextFile } from '../shared/answers-text.ts';
import { Refusal } from '../shared/failure.ts';
import type { PlopConfig } from './plop-config.ts';
import { requirementKinds } from './requirement.ts';
import type { Terminal } from '../shared/terminal.ts';
import { findWorkspace } from '../shared/find-workspace.ts';
import type { Edited } from '../shared/workspace.ts';
import { ownValue } from '../../bicep/own.ts';

/** The interview for a new workspace: the generator `workload`, run by Plop. */
export async function askForWorkspace(
  terminal: Terminal,
  folder: string | undefined,
  more: Pick<NonNullable<PlopConfig['session']>, 'blueprint' | 'intoExisting' | 'preset' | 'keep'>,
): Promise<NewWorkspace> {
  return runGenerator<NewWorkspace>('workload', {
    session: { terminal, folder, ...more, named: basename(terminal.cwd) },
  });
}

/** The menu of `avm add`, or the questions of one component or module; the result changes avm.yaml. */
export async function askForComponent(
  terminal: Terminal,
  known: Pick<NonNullable<PlopConfig['session']>, 'what' | 'environment' | 'module'>,
): Promise<(text: string) => Promise<Edited>> {
  const folder = findWorkspace(terminal);
  const change = await runGenerator<WorkspaceChange>('component', { session: { terminal, folder, ...known } });
  const { applyChange } = await import('./change.ts');
  return async (text) => applyChange(text, change);
}

/** The questions of a custom requirement; it gets its ID when it is added. */
export async function askForRequirement(
  terminal: Terminal,
  root: string,
  what: string,
): Promise<readonly RequirementPart[]> {
  const [{ terminalAsker }, { askRequirement }, { parseAnswers }] = await Promise.all([
    import('../../../generators/terminal-asker.ts'),
    import('../../../generators/requirement.ts'),
    import('../../answers/parse.ts'),
  ]);
  const parsed = parseAnswers(readTextFile(join(root, 'avm.yaml'), 'avm.yaml'));
  if ('findings' in parsed) throw new Refusal(parsed.findings);
  const kind = ownValue(requirementKinds, what) ?? 'functional';
  const parts = await askRequirement(kind, parsed.answers, terminalAsker(terminal));
  await endQuestions(terminal);
  return parts;
}

async function endQuestions(terminal: Terminal): Promise<void> {
  const { endOfQuestions } = await import('../../../generators/terminal-asker.ts');
  endOfQuestions(terminal);
}

async function runGenerator<Result>(name: string, config: PlopConfig): Promise<Result> {
  const { default: nodePlop } = await import('node-plop');
  const plop = await nodePlop(plopfilePath(), { destBasePath: process.cwd(), force: false, ...config });
  const result = (await plop.getGenerator(name).runPrompts([])) as Result;
  if (config.session) await endQuestions(config.session.terminal);
  return result;
}

/** Beside this file in the bundle, at the top of the sources. */
function plopfilePath(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = join(here, 'plopfile.js');
  return existsSync(built) ? built : join(here, '../../../plopfile.ts');
}
