import { join } from 'node:path';
import { blueprintNamed } from '../../../avm-catalog/blueprints/index.ts';
import { jsonText } from '../../findings/characters.ts';
import type { Answers } from '../../answers/answers.ts';
import { parseAnswers } from '../../answers/parse.ts';
import { schemaText } from '../../answers/json-schema.ts';
import { envelopeSchema } from './envelope-schema.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { readTextFile } from '../shared/answers-text.ts';
import type { Terminal } from '../shared/terminal.ts';
import { lookForWorkspace } from '../shared/find-workspace.ts';

/** Of the settings of the workspace it is called in, elsewhere of a new one; or of what `--json` prints. */
export async function runSchema(of: 'settings' | 'output', { cwd, out }: Terminal): Promise<ExitCode> {
  if (of === 'output') {
    out(jsonText(envelopeSchema));
    return exit.clean;
  }
  const { blueprint, version } = answersIn(cwd) ?? {};
  out(schemaText(blueprint === undefined ? undefined : blueprintNamed(blueprint), version).replace(/\n$/, ''));
  return exit.clean;
}

function answersIn(cwd: string): Answers | undefined {
  const root = lookForWorkspace(cwd);
  if (root === undefined) return undefined;
  const parsed = parseAnswers(readTextFile(join(root, 'avm.yaml'), 'avm.yaml'));
  return 'answers' in parsed ? parsed.answers : undefined;
}
