import { makeFinding, type Code, type Finding, type FindingOf } from '../../findings/finding.ts';
import { compareWorkspace, type ChangeKind } from '../../workspace/compare.ts';
import { readManifest } from '../../workspace/manifest.ts';
import type { Built } from './workspace.ts';

const codes = {
  create: ['files/missing', 'error'],
  update: ['files/stale', 'error'],
  delete: ['files/left-over', 'warning'],
  edited: ['files/edited', 'warning'],
  foreign: ['files/foreign', 'error'],
} as const satisfies Readonly<
  Record<Exclude<ChangeKind, 'unchanged'>, readonly [code: Code, severity: Finding['severity']]>
>;

/** What the compiler says of a file, in its own words. */
type Quoted = FindingOf<`bicep/${string}`> | FindingOf<`snapshot/${string}`>;
const isQuoted = (finding: Finding): finding is Quoted =>
  finding.code.startsWith('bicep/') || finding.code === 'snapshot/failed';

/** What the compiler says of a file that a person edited is theirs to mend. */
export function ofEdits(findings: readonly Finding[], drift: readonly Finding[]): readonly Finding[] {
  const edited = new Set(drift.flatMap(({ code, where }) => (code === 'files/edited' ? [where.file] : [])));
  return findings.map((finding) => {
    if (!isQuoted(finding)) return finding;
    const file = finding.code === 'snapshot/failed' ? 'main.bicep' : finding.where.file;
    return file !== undefined && edited.has(file) ? { ...finding, args: { ...finding.args, edited: file } } : finding;
  });
}

/** Where files on disk differ from what avm.yaml comes to: what is checked is then not what was answered. */
export function driftFindings(root: string, { files }: Built): readonly Finding[] {
  const shared = new Set(files.flatMap(({ path, owner }) => (owner === 'shared' ? [path] : [])));
  return compareWorkspace(root, files, readManifest(root)).flatMap(({ path, kind }) => {
    if (kind === 'unchanged' || (kind === 'create' && shared.has(path))) return [];
    const [code, severity] = codes[kind];
    return [makeFinding(code, severity, { path }, { file: path })];
  });
}
