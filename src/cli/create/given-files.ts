import type { Blueprint } from '../../../avm-catalog/kernel/blueprint.ts';
import type { Answers } from '../../answers/answers.ts';
import { valueAt, type Tree } from '../../answers/defaults.ts';
import { parseAnswers } from '../../answers/parse.ts';
import { completed, judgePreset, placedInFiles, readPreset, saysOf, type Preset } from '../../answers/preset.ts';
import { workloadName } from '../../answers/start.ts';
import { updated } from '../../answers/update.ts';
import { writeAnswers } from '../../answers/write.ts';
import { readAnswersText } from '../shared/answers-text.ts';
import { allFindings, furtherFindings } from '../shared/all-findings.ts';
import { Refusal, UsageFailure } from '../shared/failure.ts';
import type { Terminal } from '../shared/terminal.ts';
import type { Given } from './creation.ts';
import { defaultsOf } from './told-defaults.ts';
import { locateFile } from './locate-file.ts';
import type { RemoteText } from './remote-file.ts';

/** What `--answers` named, read. */
export interface GivenFiles {
  readonly texts: readonly { readonly file: string; readonly text: string }[];
  readonly preset: Preset;
}

export async function readGivenFiles(named: readonly string[], terminal: Terminal): Promise<GivenFiles> {
  if (named.filter((one) => one === '-').length > 1)
    throw new UsageFailure('Standard input can be read once.', 'Leave one --answers - out.');
  const texts: GivenFiles['texts'][number][] = [];
  for (const one of named) {
    const { file, text } = await readNamed(one, terminal);
    texts.push({ file, text: endedByLine(text, file) });
  }
  const preset = readPreset(texts);
  if ('findings' in preset) throw new Refusal(preset.findings);
  return { texts, preset };
}

async function readNamed(named: string, terminal: Terminal): Promise<RemoteText> {
  if (/^baseline:/i.test(named)) return (await import('./baseline.ts')).readBaseline(named);
  if (/^git\+/i.test(named)) return (await import('./git-file.ts')).readFromGit(named, terminal.env);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(named))
    return (await import('./remote-file.ts')).downloadAnswers(named, terminal.env);
  const file = locateFile(named, terminal.cwd);
  return { file: file === '-' ? 'standard input' : file, text: await readAnswersText(file, terminal) };
}

/** One whole avm.yaml stays as it was written, comments and all; what is merged of several is written as a new one. */
export function fromFiles(files: GivenFiles, folderName: string, blueprint: Blueprint): Given {
  const { texts, preset } = files;
  const [first, second] = texts;
  if (first && second === undefined && preset.isWhole) return fromWhole(first.text, first.file);
  const data = completed(preset, { name: nameIn(preset) ?? folderName, blueprint });
  const answers = judged(preset, data);
  return {
    answers,
    text: writeAnswers(answers),
    place: (findings) => placedInFiles(findings, preset, () => false),
    defaults: preset.isWhole
      ? []
      : defaultsOf(answers).filter((one) => !saysOf(preset, one.slice(0, one.indexOf('=')))),
  };
}

/** Throws what is wrong with files before anything is asked. */
export function refuseWrong(preset: Preset, blueprint: Blueprint | undefined): void {
  judged(preset, completed(preset, { name: nameIn(preset) ?? 'workload', blueprint }));
}

function judged(preset: Preset, data: Tree): Answers {
  const result = judgePreset(preset, data);
  if ('answers' in result) return result.answers;
  const further = result.salvaged ? furtherFindings(result.salvaged, '') : [];
  throw new Refusal([...result.findings, ...placedInFiles(further, preset, () => false)]);
}

/** The same, once more was set. */
export function settled({ preset }: GivenFiles, { answers: before }: Given, text: string): Omit<Given, 'defaults'> {
  const parsed = parseAnswers(text);
  if ('findings' in parsed) throw new Refusal(parsed.findings);
  const { answers } = parsed;
  const isSet = (path: readonly string[]): boolean =>
    JSON.stringify(valueAt(before, path)) !== JSON.stringify(valueAt(answers, path));
  return { answers, text, place: (findings) => placedInFiles(findings, preset, isSet) };
}

/** The name of the workload that the files give, where it can be one: vaults and tags are proposed after it. */
function nameIn({ data }: Preset): string | undefined {
  const name = valueAt(data, ['workload', 'name']);
  return typeof name === 'string' && workloadName(name) === name ? name : undefined;
}

/** YAML stays as it was written; JSON is written as YAML, in the latest version. */
function fromWhole(text: string, shown: string): Given {
  if (!text.trimStart().startsWith('{')) return { text, file: shown, defaults: [] };
  const newest = updated(text, shown);
  const parsed = parseAnswers('text' in newest ? newest.text : text, shown);
  if ('findings' in parsed) throw new Refusal(allFindings(parsed, text, shown));
  return { answers: parsed.answers, text: writeAnswers(parsed.answers), file: shown, defaults: [] };
}

function endedByLine(text: string, file: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n');
  if (lines.trim() === '')
    throw new UsageFailure(
      `${file} is empty.`,
      'See avm schema for what can be in it, or start from the avm.yaml of another workspace.',
    );
  return lines.endsWith('\n') ? lines : `${lines}\n`;
}
