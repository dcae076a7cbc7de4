import { join } from 'node:path';
import { blueprintNamed } from '../../../avm-catalog/blueprints/index.ts';
import type { Blueprint } from '../../../avm-catalog/kernel/blueprint.ts';
import { parseAnswers } from '../../answers/parse.ts';
import { schemaText } from '../../answers/json-schema.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { readTextFile } from '../shared/answers-text.ts';
import type { Terminal } from '../shared/terminal.ts';
import { lookForWorkspace } from '../shared/workspace.ts';

/** Of the workspace it is called in; elsewhere of a new one. */
export async function runSchema({ cwd, out }: Terminal): Promise<ExitCode> {
  out(schemaText(await blueprintIn(cwd)).replace(/\n$/, ''));
  return exit.clean;
}

async function blueprintIn(cwd: string): Promise<Blueprint | undefined> {
  const root = lookForWorkspace(cwd);
  if (root === undefined) return undefined;
  const parsed = parseAnswers(readTextFile(join(root, 'avm.yaml'), 'avm.yaml'));
  return 'answers' in parsed ? blueprintNamed(parsed.answers.blueprint) : undefined;
}
