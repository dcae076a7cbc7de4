import { lstatSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { Answers } from '../../answers/answers.ts';
import type { FileSet } from '../../files/file-set.ts';
import { generate, type Generated } from '../../files/generate.ts';
import { hasError, makeFinding, type Finding } from '../../findings/finding.ts';
import type { Catalog } from '../../plan/draft.ts';
import type { Plan } from '../../plan/plan.ts';
import { compareWorkspace, type Change } from '../../workspace/compare.ts';
import { isTouchy, leftAlone, type Decided, type LeftAlone } from '../../workspace/left-alone.ts';
import { withLock } from '../../workspace/lock.ts';
import { readManifest, type Manifest } from '../../workspace/manifest.ts';
import { recoverWorkspace, type Recovery } from '../../workspace/recover.ts';
import { commitFiles, type CommitResult } from '../../workspace/write.ts';
import type { Rooted } from './bicep-files.ts';
import { readWritten } from './answers-text.ts';
import { Refusal, UsageFailure } from './failure.ts';
import { inFormOf, plainText } from './text.ts';
import { tool } from '../../files/tool.ts';

export interface Built {
  readonly spec: Generated['spec'];
  readonly plan: Plan;
  readonly files: FileSet;
  /** None of them an error. */
  readonly findings: readonly Finding[];
  /** `avm clarify` has questions. */
  readonly isOpen: boolean;
}

/** A changed avm.yaml, with what is to be said of the change; or why it cannot be. */
export type Edited =
  | { readonly text: string; readonly notes?: readonly Finding[] }
  | { readonly findings: readonly Finding[] };

export interface Rendering extends Decided {
  /** What is done to avm.yaml first; @default nothing */
  readonly edit?: (text: string) => Edited | Promise<Edited>;
  /** Compare, and write nothing. */
  readonly dryRun?: boolean;
  readonly catalog: Catalog;
}

export interface Rendered {
  readonly root: string;
  readonly built: Built;
  /** Those of files that are to be overwritten are updates and deletions. */
  readonly changes: readonly Change[];
  /** Absent in a dry run. */
  readonly result?: CommitResult;
  readonly leftAlone: readonly LeftAlone[];
  readonly recovered: Recovery | undefined;
  /** avm.yaml before and after the edit, with LF line ends. */
  readonly answers: { readonly before: string; readonly after: string };
}

/** The same as `buildText`, for a workspace on disk: Bicep files that are a part of it are read. */
export async function buildWorkspace(text: string, catalog: Catalog, at: Rooted): Promise<Built> {
  const { parseAnswers } = await import('../../answers/parse.ts');
  const parsed = parseAnswers(text);
  const { withBicepFiles, withRecorded } = await import('./bicep-files.ts');
  if ('findings' in parsed) return buildText(text, withRecorded(at.root, catalog));
  const read = await withBicepFiles(parsed.answers, catalog, at);
  if ('findings' in read) throw new Refusal(await placedIn(text, read.findings));
  return build(parsed.answers, text, read.catalog);
}

/** Answers to what is to be in a workspace; throws `Refusal` where they can't be built. */
export async function buildText(text: string, catalog: Catalog, file?: string): Promise<Built> {
  const { parseAnswers } = await import('../../answers/parse.ts');
  const parsed = parseAnswers(text, file);
  if ('findings' in parsed) {
    const { allFindings } = await import('./all-findings.ts');
    throw new Refusal(allFindings(parsed, text, file, catalog));
  }
  return build(parsed.answers, text, catalog);
}

/** The same for answers that are read already; `place` finds the lines of findings in a quicker way, or in other files. */
export async function build(
  answers: Answers,
  text: string,
  catalog: Catalog,
  place?: (findings: readonly Finding[], text: string) => readonly Finding[],
): Promise<Built> {
  const { spec, plan, files, findings, isOpen = false } = generate(answers, text, catalog);
  if (plan && files && findings.length === 0) return { spec, plan, files, findings, isOpen };
  const placed = await placedIn(text, place ? place(findings, text) : findings);
  if (!plan || !files || hasError(findings)) throw new Refusal(placed);
  return { spec, plan, files, findings: placed, isOpen };
}

/** Findings with the line of avm.yaml that each is about; the text is read only where one has none yet. */
export async function placedIn(text: string, findings: readonly Finding[]): Promise<readonly Finding[]> {
  if (findings.every(({ where }) => where.answer === undefined || where.line !== undefined)) return findings;
  const { withLines } = await import('../../answers/locate.ts');
  return withLines(findings, text);
}

/** All that changes a workspace: recover, edit, build, compare, write; all of it or nothing. */
export async function render(root: string, rendering: Rendering): Promise<Rendered> {
  if (rendering.dryRun) return work(root, rendering, undefined);
  return withLock(root, () => work(root, rendering, recoverWorkspace(root)));
}

async function work(
  root: string,
  { edit, overwrite, keep, dryRun, catalog }: Rendering,
  recovered: Recovery | undefined,
): Promise<Rendered> {
  const written = readWritten(join(root, 'avm.yaml'), 'avm.yaml');
  const before = plainText(written);
  const edited: Edited = edit ? await edit(before) : { text: before };
  if ('findings' in edited) throw new Refusal(edited.findings);
  const found = await buildWorkspace(edited.text, catalog, { root });
  const { goneRequirements } = await import('./gone-requirements.ts');
  const manifest = readManifest(root);
  const notes = [...(edited.notes ?? []), ...goneRequirements(root, found.spec), ...olderFindings(manifest)];
  const built = { ...found, findings: [...notes, ...found.findings] };
  const changes = compareWorkspace(root, asWritten(root, built.files, written), manifest);
  refuseUnknown([...(overwrite ?? []), ...(keep ?? [])], changes);
  const decided = { overwrite, keep };
  const answers = { before, after: edited.text };
  const rendered = { root, built, changes: overwritten(changes, overwrite), recovered, answers };
  if (dryRun) return { ...rendered, leftAlone: leftAlone(changes, decided) };
  const result = commit(root, built, changes, decided);
  return { ...rendered, result, leftAlone: result.leftAlone };
}

/** A note on a workspace that an earlier version wrote: more files can change than a setting alone would change. */
export function olderFindings(manifest: Manifest | undefined): readonly Finding[] {
  const { name, version: writer } = manifest?.tool ?? tool;
  if (name !== tool.name || writer === tool.version || !/^\d+\.\d+\.\d+/.test(writer)) return [];
  const args = { writer, version: tool.version };
  return [makeFinding('workspace-older', 'note', args, { file: '.avm/manifest.json' })];
}

/** avm.yaml is a person's file: it keeps its line ends and its byte order mark, and where it is a link, it stays one. */
function asWritten(root: string, files: FileSet, written: string): FileSet {
  return files.map((file) =>
    file.path === 'avm.yaml' ? { ...file, path: answersPath(root), text: inFormOf(written, file.text) } : file,
  );
}

/** The file that avm.yaml is, or leads to inside the workspace; a link that leads out of it is refused by the comparison. */
function answersPath(root: string): string {
  const full = join(root, 'avm.yaml');
  if (!lstatSync(full).isSymbolicLink()) return 'avm.yaml';
  const target = relative(realpathSync(root), realpathSync(full)).replaceAll('\\', '/');
  return target.startsWith('../') || isAbsolute(target) ? 'avm.yaml' : target;
}

export function commit(
  root: string,
  { files, plan }: Built,
  changes: readonly Change[],
  decided: Decided,
): CommitResult {
  const [name = '', version = ''] = plan.blueprint.split('@');
  return commitFiles(root, { files, changes, tool, blueprint: { name, version } }, decided);
}

/** What a file becomes that was named to be overwritten. */
export function overwritten(changes: readonly Change[], named: readonly string[] = []): readonly Change[] {
  return changes.map((change) =>
    isTouchy(change) && named.includes(change.path)
      ? { ...change, kind: change.text === undefined ? 'delete' : 'update' }
      : change,
  );
}

function refuseUnknown(named: readonly string[], changes: readonly Change[]): void {
  for (const path of named) {
    const kind = changes.find((change) => change.path === path)?.kind;
    if (kind === undefined)
      throw new UsageFailure(
        `'${path}' is not a generated file of this workspace.`,
        'To list the files that would change, run: avm render --dry-run',
      );
  }
}

/** Paths as a person gave them, seen from where they are, to paths inside the workspace. */
export function insideOf(root: string, cwd: string, paths: readonly string[]): readonly string[] {
  return paths.map((path) => relative(root, resolve(cwd, path)).replaceAll('\\', '/'));
}
