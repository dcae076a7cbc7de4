import type { Given } from './creation.ts';
import { blueprintNamed, blueprints, defaultBlueprint } from '../../../avm-catalog/blueprints/index.ts';
import type { Blueprint } from '../../../avm-catalog/kernel/blueprint.ts';
import { nearest } from '../../findings/nearest.ts';
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
  { answers: file, blueprint: named, set = [] }: CreateOptions,
  terminal: Terminal,
): Promise<Given> {
  const blueprint = chosenBlueprint(named, file);
  if (set.length === 0) return file === undefined ? started(workloadName(root), blueprint) : readGiven(file, terminal);
  const [{ settle }, { parseAssignment }] = await Promise.all([
    import('../change/settings.ts'),
    import('../change/assignments.ts'),
  ]);
  const settings = set.map(parseAssignment);
  const given = file === undefined ? started(nameOf(settings, root), blueprint) : await readGiven(file, terminal);
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

/** What `--blueprint` names; a file of answers names its own. */
export function chosenBlueprint(named: string | undefined, file?: string): Blueprint {
  if (named === undefined) return defaultBlueprint;
  if (file !== undefined)
    throw new UsageFailure(
      '--blueprint and --answers exclude each other: a file of answers names its blueprint.',
      'Leave one of them out.',
    );
  const found = blueprintNamed(named) ?? blueprints.find((one) => one.name === named);
  if (found) return found;
  const near = nearest(
    named,
    blueprints.map((one) => one.name),
  );
  throw new UsageFailure(
    `There is no blueprint '${named}'.`,
    near === undefined ? 'avm catalog blueprints lists those there are.' : `Did you mean '${near}'?`,
  );
}

function started(name: string, blueprint: Blueprint): Given {
  const answers = startAnswers({ name }, blueprint);
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
