import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileSet } from '../../src/files/file-set.ts';
import { compareWorkspace } from '../../src/workspace/compare.ts';
import { readManifest } from '../../src/workspace/manifest.ts';
import { type Commit, type CommitOptions, type CommitResult, commitFiles } from '../../src/workspace/write.ts';

/** A file set of texts, each line with the id SEC-001; avm.yaml belongs to the person. */
export function filesOf(texts: Readonly<Record<string, string>>): FileSet {
  return Object.keys(texts)
    .toSorted()
    .map((path) => {
      const text = texts[path] ?? '';
      const lines = text.split('\n').length - 1;
      const trace = lines > 0 ? [{ from: 1, to: lines, reason: { ids: ['SEC-001'] } }] : [];
      return { path, text, trace, ...(path === 'avm.yaml' && { owner: 'person' as const }) };
    });
}

export const oldFiles = filesOf({
  'avm.yaml': 'vm: 1\n',
  'main.bicep': 'param a int\n',
  'docs/gone/old.md': 'old\n',
  'docs/stays.md': 'stays\n',
  'scripts/run.ps1': 'one\n',
});

export const newFiles = filesOf({
  'avm.yaml': 'vm: 2\n',
  'main.bicep': 'param a int\nparam b int\n',
  'docs/stays.md': 'stays\n',
  'scripts/run.ps1': 'two\n',
  'specs/001/plan.md': 'plan\n',
});

export const stamp = {
  tool: { name: 'create-avm', version: '1.2.3' },
  blueprint: { name: 'windows-vm', version: '1.0.0' },
} as const;

export function commitOf(root: string, files: FileSet): Commit {
  return { files, changes: compareWorkspace(root, files, readManifest(root)), ...stamp };
}

export function write(root: string, files: FileSet, options?: CommitOptions): CommitResult {
  return commitFiles(root, commitOf(root, files), options);
}

/** Every file and folder below a folder: text by path, `undefined` for a folder. */
export function treeOf(root: string): Readonly<Record<string, string | undefined>> {
  if (!existsSync(root)) return {};
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted();
  return Object.fromEntries(
    paths.map((path) => [
      path,
      statSync(join(root, path)).isFile() ? readFileSync(join(root, path), 'utf8') : undefined,
    ]),
  );
}

/** The code of the WorkspaceError that is thrown. */
export function codeOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return 'nothing was thrown';
}
