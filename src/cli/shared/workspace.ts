import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Answers } from '../../answers/answers.ts';
import { withWrittenLines } from '../../answers/written.ts';
import type { FileSet } from '../../files/file-set.ts';
import { generate, type Generated } from '../../files/generate.ts';
import { hasError, type Finding } from '../../findings/finding.ts';
import type { Catalog } from '../../plan/draft.ts';
import type { Plan } from '../../plan/plan.ts';
import { compareWorkspace, type Change } from '../../workspace/compare.ts';
import { withLock } from '../../workspace/lock.ts';
import { readManifest } from '../../workspace/manifest.ts';
import { recoverWorkspace, type Recovery } from '../../workspace/recover.ts';
import { commitFiles, type CommitResult } from '../../workspace/write.ts';
import { readWritten } from './answers-text.ts';
import { Refusal, UsageFailure } from './failure.ts';
import { inFormOf, plainText } from './text.ts';
import { tool } from './version.ts';

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

export interface Rendering {
  /** What is done to avm.yaml first; @default nothing */
  readonly edit?: (text: string) => Edited | Promise<Edited>;
  readonly overwrite?: readonly string[];
  readonly keep?: readonly string[];
  /** Compare, and write nothing. */
  readonly dryRun?: boolean;
  readonly catalog: Catalog;
}

export interface Rendered {
  readonly root: string;
  readonly built: Built;
  readonly changes: readonly Change[];
  /** Absent in a dry run. */
  readonly result?: CommitResult;
  readonly recovered: Recovery | undefined;
}

/** The workspace that a folder is in: the nearest one upwards that has an avm.yaml; nothing where there is none. */
export function lookForWorkspace(cwd: string): string | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'avm.yaml'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The same, for a command that needs one. */
export function findWorkspace(cwd: string): string {
  const found = lookForWorkspace(cwd);
  if (found !== undefined) return found;
  throw new UsageFailure(
    'This is not inside a workspace: there is no avm.yaml here or in a folder above.',
    'Change into a workspace, or make one with npm create avm@latest my-workload.',
  );
}

/** Answers of a workspace to what is to be in it; throws `Refusal` where they can't be built. */
export async function buildText(text: string, catalog: Catalog, file?: string): Promise<Built> {
  const { parseAnswers } = await import('../../answers/parse.ts');
  const parsed = parseAnswers(text, file);
  if ('findings' in parsed) {
    const { allFindings } = await import('./all-findings.ts');
    throw new Refusal(allFindings(parsed, text, file, catalog));
  }
  return build(parsed.answers, text, catalog);
}

/** The same for answers that are read already, or that the text was just written from. */
export async function build(answers: Answers, text: string, catalog: Catalog, isWritten = false): Promise<Built> {
  const { spec, plan, files, findings, isOpen = false } = generate(answers, text, catalog);
  if (plan && files && findings.length === 0) return { spec, plan, files, findings, isOpen };
  const placed = await placedIn(text, isWritten ? withWrittenLines(findings, text) : findings);
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
  const found = await buildText(edited.text, catalog);
  const { goneRequirements } = await import('./gone-requirements.ts');
  const notes = [...(edited.notes ?? []), ...goneRequirements(root, found.spec)];
  const built = { ...found, findings: [...notes, ...found.findings] };
  const changes = compareWorkspace(root, asWritten(root, built.files, written), readManifest(root));
  refuseUnknown([...(overwrite ?? []), ...(keep ?? [])], changes);
  if (dryRun) return { root, built, changes, recovered };
  return { root, built, changes, result: commit(root, built, changes, { overwrite, keep }), recovered };
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
  decided: { readonly overwrite?: readonly string[] | undefined; readonly keep?: readonly string[] | undefined },
): CommitResult {
  const [name = '', version = ''] = plan.blueprint.split('@');
  return commitFiles(
    root,
    { files, changes, tool, blueprint: { name, version } },
    { overwrite: decided.overwrite ?? [], keep: decided.keep ?? [] },
  );
}

function refuseUnknown(named: readonly string[], changes: readonly Change[]): void {
  for (const path of named) {
    const kind = changes.find((change) => change.path === path)?.kind;
    if (kind === undefined)
      throw new UsageFailure(
        `${path} is no generated file of this workspace.`,
        'Name a file by its path inside the workspace; avm render --dry-run lists what would change.',
      );
  }
}

/** Paths as a person gave them, seen from where they are, to paths inside the workspace. */
export function insideOf(root: string, cwd: string, paths: readonly string[]): readonly string[] {
  return paths.map((path) => relative(root, resolve(cwd, path)).replaceAll('\\', '/'));
}
