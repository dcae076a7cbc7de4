import { makeFinding, type Code, type Finding, type FindingOf } from '../../findings/finding.ts';
import { compareWorkspace, type ChangeKind } from '../../workspace/compare.ts';
import { leftAlone, type LeftAlone } from '../../workspace/left-alone.ts';
import { readManifest } from '../../workspace/manifest.ts';
import type { Built } from './workspace.ts';

const codes = {
  create: ['files/missing', 'error'],
  update: ['files/stale', 'error'],
  delete: ['files/left-over', 'warning'],
  foreign: ['files/foreign', 'error'],
} as const satisfies Readonly<
  Record<Exclude<ChangeKind, 'unchanged' | 'edited'>, readonly [code: Code, severity: Finding['severity']]>
>;

/** A finding with the message of the compiler. */
type Quoted = FindingOf<`bicep/${string}`> | FindingOf<`snapshot/${string}`>;
const isQuoted = (finding: Finding): finding is Quoted =>
  finding.code.startsWith('bicep/') || finding.code === 'snapshot/failed';

/** A compiler error in an edited file is for the person who edited it. */
export function ofEdits(findings: readonly Finding[], drift: readonly Finding[]): readonly Finding[] {
  const edited = new Set(drift.flatMap(({ code, where }) => (code === 'files/edited' ? [where.file] : [])));
  return findings.map((finding) => {
    if (!isQuoted(finding)) return finding;
    const file = finding.code === 'snapshot/failed' ? 'main.bicep' : finding.where.file;
    return file !== undefined && edited.has(file) ? { ...finding, args: { ...finding.args, edited: file } } : finding;
  });
}

/** Files that are deployed, or that decide how. While one is edited, each check says that avm.yaml does not describe it. */
const isDeployed = (path: string): boolean => /\.bicep(param)?$|^bicepconfig\.json$|^scripts\//.test(path);

/** Files on disk that differ from what avm.yaml resolves to: a check is then not of these settings. */
export function driftFindings(root: string, { files }: Built): readonly Finding[] {
  const shared = new Set(files.flatMap(({ path, owner }) => (owner === 'shared' ? [path] : [])));
  const changes = compareWorkspace(root, files, readManifest(root));
  const left = new Map(leftAlone(changes).map((one) => [one.path, one]));
  return changes.flatMap(({ path, kind }) => {
    if (kind === 'unchanged' || (kind === 'create' && shared.has(path))) return [];
    const one = left.get(path);
    if (one && (kind === 'edited' || one.isKnown)) return [editedFinding(one)];
    if (kind === 'edited') return [];
    const [code, severity] = codes[kind];
    return [makeFinding(code, severity, { path }, { file: path })];
  });
}

/** A run reported the edit, so an edited document is only a note. */
function editedFinding({ path, isKnown, hasNewText }: LeftAlone): Finding {
  const args = { path, outdated: hasNewText ? 'yes' : 'no', deployed: isDeployed(path) ? 'yes' : 'no' };
  const severity = isKnown && !isDeployed(path) ? 'note' : 'warning';
  return makeFinding('files/edited', severity, args, { file: path });
}

/** The same findings with all notes about edited files as one. */
export function inBrief(drift: readonly Finding[]): readonly Finding[] {
  const known = drift.filter(({ code, severity }) => code === 'files/edited' && severity === 'note');
  if (known.length === 0) return drift;
  const paths = known.flatMap(({ where }) => where.file ?? []);
  const news = drift.filter((one) => !known.includes(one));
  return [...news, makeFinding('files/left-alone', 'note', { paths }, {})];
}
