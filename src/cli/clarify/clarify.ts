import { join } from 'node:path';
import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import { nearest } from '../../findings/nearest.ts';
import { readTextFile } from '../shared/answers-text.ts';
import { parseAssignment, type Assignment } from '../change/assignments.ts';
import { questionLines, questionsJson } from './clarify-text.ts';
import { standingWith, type AnswerGiven, type Round, type ClarifyState } from './clarifying.ts';
import { printEnvelope } from '../shared/envelope.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import { Refusal, UsageFailure } from '../shared/failure.ts';
import { counted } from '../shared/findings-text.ts';
import type { Terminal } from '../shared/terminal.ts';
import { withRecorded } from '../shared/bicep-files.ts';
import { todayOf } from '../shared/today.ts';
import { findWorkspace } from '../shared/find-workspace.ts';
import type { Edited } from '../shared/workspace.ts';
import { changeWorkspace, type RenderOptions } from '../change/render.ts';

interface ClarifyOptions extends RenderOptions {
  readonly list?: boolean;
  readonly answer?: readonly string[];
  readonly today?: string;
}

export async function runClarify(options: ClarifyOptions, terminal: Terminal): Promise<ExitCode> {
  const root = findWorkspace(terminal);
  const round = { catalog: withRecorded(root, loadCatalog()), today: todayOf(options.today) };
  const text = readTextFile(join(root, 'avm.yaml'), 'avm.yaml');
  const standing = standingOf(text, [], round);
  if (options.answer) {
    if (options.list) throw new UsageFailure('--list and --answer cannot be used together.', 'Remove one of them.');
    const given = options.answer.map(parseAssignment);
    return write((now) => answered(now, given, round), options, terminal);
  }
  if (standing.questions.length > 0 && terminal.interactive && !options.list && !options.json) {
    const { askOpen } = await import('./clarify-asked.ts');
    const { terminalAsker } = await import('../../../generators/terminal-asker.ts');
    const { keptAsker } = await import('../../../generators/kept-asker.ts');
    const { keptAnswers } = await import('../shared/kept-answers.ts');
    const keep = keptAnswers('clarify', root);
    const given = await keep.during(terminal, async () =>
      askOpen(text, round, await keptAsker(terminalAsker(terminal), keep)),
    );
    const code = given.length > 0 ? await write((now) => standingOf(now, given, round), options, terminal) : undefined;
    if (!options.dryRun) keep.forget();
    if (code !== undefined) return code;
    terminal.out('No question was answered. Nothing was written.');
    return exit.clean;
  }
  const exitCode = standing.questions.length === 0 ? exit.clean : exit.failed;
  if (options.json) printEnvelope(terminal, { data: questionsJson(standing, terminal.spoken), exitCode });
  else for (const line of questionLines(standing, terminal.paint)) terminal.out(line);
  if (exitCode !== exit.clean && !options.json) terminal.err('To answer one, run: avm clarify --answer PATH=VALUE');
  return exitCode;
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
    terminal.out(left === 0 ? 'No open questions are left.' : `${counted(left, 'open question')} left.`);
  return code;
}

function standingOf(text: string, given: readonly AnswerGiven[], round: Round): ClarifyState {
  const standing = standingWith(text, given, round);
  if ('refused' in standing) throw new Refusal(standing.refused);
  return standing;
}

/** Answers by path; each answers all open questions about that path. */
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
    `There is no open question about '${path}'.`,
    near ? `Did you mean ${near}?` : 'To list the open questions, run: avm clarify --list',
    '--answer',
  );
}
