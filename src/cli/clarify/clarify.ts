import { join } from 'node:path';
import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import { nearest } from '../../findings/nearest.ts';
import { readTextFile } from '../shared/answers-text.ts';
import { parseAssignment, type Assignment } from '../change/assignments.ts';
import { questionLines, questionsJson } from './clarify-text.ts';
import { standingWith, type AnswerGiven, type Round, type ClarifyState } from './clarifying.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { Refusal, UsageFailure } from '../shared/failure.ts';
import { counted } from '../shared/findings-text.ts';
import type { Terminal } from '../shared/terminal.ts';
import { todayOf } from '../shared/today.ts';
import { findWorkspace, type Edited } from '../shared/workspace.ts';
import { changeWorkspace, type RenderOptions } from '../change/render.ts';
import { jsonText } from '../../findings/characters.ts';

interface ClarifyOptions extends RenderOptions {
  readonly list?: boolean;
  readonly answer?: readonly string[];
  readonly today?: string;
}

export async function runClarify(options: ClarifyOptions, terminal: Terminal): Promise<ExitCode> {
  const round = { catalog: loadCatalog(), today: todayOf(options.today) };
  const root = findWorkspace(terminal.cwd);
  const text = readTextFile(join(root, 'avm.yaml'), 'avm.yaml');
  const standing = standingOf(text, [], round);
  if (options.answer) {
    if (options.list) throw new UsageFailure('--list and --answer do not go together.', 'Leave one of them out.');
    const given = options.answer.map(parseAssignment);
    return write((now) => answered(now, given, round), options, terminal);
  }
  if (standing.questions.length > 0 && terminal.interactive && !options.list && !options.json) {
    const { askOpen } = await import('./clarify-asked.ts');
    const { terminalAsker } = await import('../../../generators/terminal-asker.ts');
    const given = await askOpen(
      text,
      round,
      terminalAsker(terminal.out, (title) => terminal.paint('bold', title)),
    );
    if (given.length > 0) return write((now) => standingOf(now, given, round), options, terminal);
    terminal.out('Nothing was answered, and nothing was written.');
    return exit.clean;
  }
  if (options.json) terminal.out(jsonText(questionsJson(standing)));
  else for (const line of questionLines(standing, terminal.paint)) terminal.out(line);
  if (standing.questions.length === 0) return exit.clean;
  if (!options.json)
    terminal.err('In a terminal avm clarify asks them; elsewhere avm clarify --answer path=value answers one.');
  return exit.failed;
}

async function write(
  after: (text: string) => ClarifyState,
  options: ClarifyOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  let left = 0;
  const edit = (text: string): Edited => {
    const standing = after(text);
    left = standing.questions.length;
    return { text: standing.text };
  };
  const code = await changeWorkspace(options, terminal, edit);
  if (!options.json)
    terminal.out(left === 0 ? 'Nothing is open any more.' : `${counted(left, 'question')} still open.`);
  return code;
}

function standingOf(text: string, given: readonly AnswerGiven[], round: Round): ClarifyState {
  const standing = standingWith(text, given, round);
  if ('refused' in standing) throw new Refusal(standing.refused);
  return standing;
}

/** Answers by the path they are about; each answers all that is open there. */
function answered(text: string, assignments: readonly Assignment[], round: Round): ClarifyState {
  let given: readonly AnswerGiven[] = [];
  for (const { path, value } of assignments) {
    let standing = standingOf(text, given, round);
    const isAbout = ({ about }: { readonly about: string }): boolean => about === path || about === `spec.${path}`;
    let question = standing.questions.find(isAbout) ?? nothingOpen(path, standing);
    for (let code = ''; question.code !== code;) {
      code = question.code;
      given = [...given, { question, value }];
      standing = standingOf(text, given, round);
      question = standing.questions.find(isAbout) ?? question;
    }
  }
  return standingOf(text, given, round);
}

function nothingOpen(path: string, { questions }: ClarifyState): never {
  const near = nearest(
    path,
    questions.map(({ about }) => about),
  );
  throw new UsageFailure(
    `No open question is about ${path}.`,
    near ? `Did you mean ${near}?` : 'avm clarify --list has them; avm set changes any answer.',
    '--answer',
  );
}
