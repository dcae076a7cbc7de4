import type { Finding } from '../findings/finding.ts';
import { compareWorkspace, type ChangeKind } from '../workspace/compare.ts';
import { readManifest } from '../workspace/manifest.ts';
import type { Built } from './workspace.ts';

const codes: Readonly<
  Record<Exclude<ChangeKind, 'unchanged'>, readonly [code: string, severity: Finding['severity']]>
> = {
  create: ['files/missing', 'error'],
  update: ['files/stale', 'error'],
  delete: ['files/left-over', 'warning'],
  edited: ['files/edited', 'warning'],
  foreign: ['files/foreign', 'error'],
};

/** Where files on disk differ from what avm.yaml comes to: what is checked is then not what was answered. */
export function driftFindings(root: string, { files }: Built): readonly Finding[] {
  const shared = new Set(files.flatMap(({ path, owner }) => (owner === 'shared' ? [path] : [])));
  return compareWorkspace(root, files, readManifest(root)).flatMap(({ path, kind }) => {
    if (kind === 'unchanged' || (kind === 'create' && shared.has(path))) return [];
    const [code, severity] = codes[kind];
    return [{ code, severity, where: { file: path }, ids: [], args: { path } }];
  });
}
