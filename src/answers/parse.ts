import { isScalar } from 'yaml';
import { ownValue } from '../bicep/own.ts';
import { findingOf, type Finding } from '../findings/finding.ts';
import type { Answers } from './answers.ts';
import { environmentOf, inspect } from './inspect.ts';
import { problemsOf, type IssueContext, type IssueProblem } from './issues.ts';
import { schema } from './known.ts';
import { settingProblems } from './own-rules/settings.ts';
import { versions } from './version.ts';
import { show } from './characters.ts';
import { fromWritten } from './as-written.ts';
import { isTree } from './defaults.ts';
import { without, type Dropped, type Salvaged } from './salvage.ts';
import { position, readSource, spotOf, type Refused, type Source } from './source.ts';

export const answersFile = 'avm.yaml';
/** More findings than this tell nobody more. */
const mostFindings = 100;

/** Text of avm.yaml, or the same as JSON, to answers; what is wrong with it otherwise. */
export function parseAnswers(text: string, file = answersFile): Parsed {
  const source = readSource(text, file);
  if ('findings' in source) return source;
  const { findings, stop } = inspect(source);
  if (stop) return { findings: findings.slice(0, mostFindings) };
  const data: unknown = source.document.toJS();
  const unread = unreadVersion(data, source);
  if (unread) return { findings: [unread] };
  return judgeData(data, findings, () => source);
}

type Parsed = { readonly answers: Answers } | (Refused & { readonly salvaged?: Salvaged });

/** Data of one text or of several, with what was found in them before; `sourceOf` tells where a path is from. */
export function judgeData(
  data: unknown,
  findings: readonly Finding[],
  sourceOf: (path: readonly PropertyKey[]) => Source,
): Parsed {
  const result = schema.safeParse(data);
  const settings = result.success ? settingProblems(result.data.constitution.own) : [];
  if (result.success && findings.length + settings.length === 0) return { answers: complete(result.data) };
  const problems = [...schemaProblems(result.error?.issues ?? [], data, sourceOf), ...settings];
  const all = [...findings, ...problems.map((problem) => placed(problem, sourceOf(problem.path)))];
  const salvaged = salvage(data, [...findings.flatMap(droppedBy), ...problems]);
  return { findings: oncePerPlace(all).slice(0, mostFindings), ...(salvaged ? { salvaged } : {}) };
}

/** What can be judged all the same; nothing where too much is wrong. */
function salvage(data: unknown, dropped: readonly Dropped[]): Salvaged | undefined {
  const answers = parseData(without(data, dropped));
  return answers && { answers, dropped };
}

function droppedBy({ code, where }: Finding): readonly Dropped[] {
  return where.answer === undefined ? [] : [{ code, path: where.answer.split('.') }];
}

/** The same for data that was read already; nothing where it is not valid. */
export function parseData(data: unknown): Answers | undefined {
  const result = schema.safeParse(data);
  return result.success ? complete(result.data) : undefined;
}

function complete(answers: Partial<Answers> & Omit<Answers, 'defaultEnvironment'>): Answers {
  const first = Object.keys(answers.environments)[0] ?? '';
  return fromWritten({ ...answers, defaultEnvironment: answers.defaultEnvironment ?? first });
}

/** A version that is not read: what follows it may mean anything. */
export function unreadVersion(data: unknown, source: Source): Finding | undefined {
  if (!isTree(data)) return undefined;
  const { version } = data;
  if (versions.some((one) => one === version)) return undefined;
  const args = { found: version === undefined ? '' : show(version), known: versions.map(String) };
  return placed({ code: 'version-unknown', path: ['version'], args }, source);
}

type Issues = Parameters<typeof problemsOf>[0][];

function schemaProblems(
  issues: Issues,
  data: unknown,
  sourceOf: (path: readonly PropertyKey[]) => Source,
): readonly IssueProblem[] {
  const context: IssueContext = { schema, found: (path) => foundAt(path, data, sourceOf(path)) };
  return issues.flatMap((issue) => problemsOf(issue, issue.path, context));
}

function foundAt(
  path: readonly PropertyKey[],
  data: unknown,
  { root }: Source,
): { readonly value: unknown; readonly written?: string } {
  const value = path.reduce<unknown>((tree, key) => ownValue(tree, String(key)), data);
  const { node } = spotOf(root, path);
  // 0001 is the number 1, but the text is 0001.
  return typeof value === 'number' && isScalar(node) && node.source !== undefined
    ? { value, written: node.source }
    : { value };
}

function placed(problem: IssueProblem, { file, root, lines }: Source): Finding {
  const { code, path, key } = problem;
  const spot = spotOf(root, path);
  const at = (spot.whole && !key ? spot.value : undefined) ?? spot.key ?? spot.value ?? 0;
  const where = { file, ...position(lines, at), answer: path.join('.'), ...environmentOf(path) };
  return findingOf(problem, 'error', where, code === 'secret-refused' ? ['SEC-012'] : []);
}

function oncePerPlace(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  // A comment belongs to no answer.
  const placeOf = ({ where }: Finding): string => where.answer ?? `:${where.line ?? 0}`;
  const result = findings.filter((one) => !seen.has(placeOf(one)) && seen.add(placeOf(one)));
  return result.toSorted(
    (a, b) => (a.where.line ?? 0) - (b.where.line ?? 0) || (a.where.column ?? 0) - (b.where.column ?? 0),
  );
}
