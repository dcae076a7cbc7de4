import { join } from 'node:path';
import type { NameChange } from '../../../generators/session.ts';
import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import { parseAnswers } from '../../answers/parse.ts';
import { ownValue } from '../../bicep/own.ts';
import { generate } from '../../files/generate.ts';
import { makeFinding, type Finding } from '../../findings/finding.ts';
import type { Plan } from '../../plan/plan.ts';
import { readTextFile } from '../shared/answers-text.ts';
import type { ExitCode } from '../shared/exit.ts';
import type { Terminal } from '../shared/terminal.ts';
import { findWorkspace } from '../shared/find-workspace.ts';
import type { Edited } from '../shared/workspace.ts';
import { confirm, type Confirming } from './confirmed.ts';
import { nameChanges, sidesOf } from './name-changes.ts';
import { changeWorkspace, type RenderOptions } from './render.ts';

interface GuardOptions extends RenderOptions {
  readonly confirm?: string;
}

interface Guarded extends Confirming {
  readonly edit: (text: string) => Edited;
  /** The environment that a new one was copied from. */
  readonly like?: string | undefined;
  readonly renamed?: { readonly from: string; readonly to: string };
}

/** A change of environments; if it changes names of deployed resources, it lists them first and requires --confirm. */
export async function guarded(asked: Guarded, options: GuardOptions, terminal: Terminal): Promise<ExitCode> {
  const text = readTextFile(join(findWorkspace(terminal), 'avm.yaml'), 'avm.yaml');
  const [before, edited] = [parseAnswers(text), asked.edit(text)];
  const after = 'text' in edited ? parseAnswers(edited.text) : edited;
  if ('findings' in before || 'findings' in after || 'findings' in edited)
    return changeWorkspace(options, terminal, asked.edit);
  const catalog = loadCatalog();
  const sides = sidesOf(generate(before.answers, text, catalog), generate(after.answers, edited.text, catalog));
  const changes = sides ? nameChanges(sides, asked.renamed) : [];
  if (changes.length > 0) {
    tell(changes, terminal);
    confirm(asked, options);
  }
  const notes = sides ? sharedNames(sides[1].plan, asked) : [];
  const edit = (now: string): Edited => {
    const result = asked.edit(now);
    return 'findings' in result ? result : { ...result, notes: [...(result.notes ?? []), ...notes] };
  };
  return changeWorkspace(options, terminal, edit, changes);
}

function tell(changes: readonly NameChange[], terminal: Terminal): void {
  terminal.err('These names change, so the next deployment creates new resources:');
  for (const { environment, before, after } of changes) terminal.err(`  ${environment}  ${before} → ${after}`);
  terminal.err('Deployed resources stay in Azure under the old names, with their data, until you delete them.');
}

/** Names that come from settings, and that a new environment shares with the one it was copied from. */
function sharedNames({ names, parameters }: Plan, { like, name }: Guarded): readonly Finding[] {
  if (like === undefined) return [];
  return names.flatMap(({ key, given = [], values }) => {
    const value = ownValue(values, name);
    if (!given.includes(like) || !given.includes(name) || value !== ownValue(values, like)) return [];
    const [answer] = parameters.find((one) => one.name === key)?.reason.answers ?? [];
    const where = { file: 'avm.yaml', environment: name, ...(answer === undefined ? {} : { answer }) };
    return [makeFinding('environment-name-shared', 'note', { name: value ?? '', one: like, other: name }, where)];
  });
}
