import type { Given } from './creation.ts';
import type { Answers } from '../../answers/answers.ts';
import { startAnswers, workloadName } from '../../answers/start.ts';
import { writeAnswers } from '../../answers/write.ts';
import type { Assignment } from '../change/assignments.ts';
import type { CreateOptions } from './creation.ts';
import { Refusal, UsageFailure } from '../shared/failure.ts';
import type { Terminal } from '../shared/terminal.ts';

/** The answers of a run that asks nothing: a file of them, or defaults; then each `--set`. */
export async function givenAnswers(
  root: string,
  { answers: file, set = [] }: CreateOptions,
  terminal: Terminal,
): Promise<Given> {
  if (set.length === 0) return file === undefined ? started(workloadName(root)) : readGiven(file, terminal);
  const [{ settle }, { parseAssignment }] = await Promise.all([
    import('../change/settings.ts'),
    import('../change/assignments.ts'),
  ]);
  const settings = set.map(parseAssignment);
  const given = file === undefined ? started(nameOf(settings, root)) : await readGiven(file, terminal);
  const changed = settle(given.text, settings, given.file);
  if ('findings' in changed) throw new Refusal(changed.findings);
  const said = new Set(settings.map(({ path }) => path.replace(/^spec\./, '')));
  return {
    text: changed.text,
    ...(given.file === undefined ? {} : { file: given.file }),
    defaults: given.defaults.filter((one) => !said.has(one.slice(0, one.indexOf('=')))),
  };
}

/** Vaults, groups and tags are proposed after the name that is given, where it can be one. */
function nameOf(settings: readonly Assignment[], root: string): string {
  const name = settings.findLast(({ path }) => path === 'workload.name')?.value.trim();
  return name !== undefined && workloadName(name) === name ? name : workloadName(root);
}

function started(name: string): Given {
  const answers = startAnswers({ name });
  return { answers, text: writeAnswers(answers), defaults: defaultsOf(answers) };
}

/** What a person would most likely want to say themselves. */
function defaultsOf({ workload, spec, tags }: Answers): readonly string[] {
  return [
    `workload.name=${workload.name}`,
    `location.region=${spec.location?.region ?? ''}`,
    ...Object.entries(tags).map(([name, value]) => `tags.${name}=${value}`),
  ];
}

/** YAML stays as it was written, comments and all; JSON is written as YAML. */
async function readGiven(file: string, terminal: Terminal): Promise<Given> {
  const { readAnswersText } = await import('../shared/answers-text.ts');
  const text = await readAnswersText(file, terminal);
  const shown = file === '-' ? 'standard input' : file;
  if (!text.trimStart().startsWith('{')) return { text: endedByLine(text), file: shown, defaults: [] };
  const { parseAnswers } = await import('../../answers/parse.ts');
  const parsed = parseAnswers(text, shown);
  if ('findings' in parsed) {
    const { allFindings } = await import('../shared/all-findings.ts');
    throw new Refusal(allFindings(parsed, text, shown));
  }
  return { answers: parsed.answers, text: writeAnswers(parsed.answers), file: shown, defaults: [] };
}

function endedByLine(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n');
  if (lines.trim() === '')
    throw new UsageFailure(
      'The file of answers is empty.',
      'See avm schema for what can be in it, or start from the avm.yaml of another workspace.',
    );
  return lines.endsWith('\n') ? lines : `${lines}\n`;
}
