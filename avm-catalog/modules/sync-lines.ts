import type { InterfaceChange } from './diff.ts';
import type { CatalogDiff, ModuleChange } from './sync.ts';

/** A catalog's changes for people, one line each; a change that can break a workspace is marked with `!`. */
export function formatDiff(diff: CatalogDiff): string[] {
  const { added, removed, changed } = diff;
  if (added.length + removed.length + changed.length === 0) return ['The catalog is up to date.'];
  return [
    ...added.map(({ module, version }) => `+ ${module} ${version}`),
    ...removed.map((module) => `- ${module}`),
    ...changed.flatMap(formatModule),
    `${added.length} added, ${removed.length} removed, ${changed.length} changed (${changed.filter(isBreaking).length} with breaking changes).`,
  ];
}

function formatModule(change: ModuleChange): string[] {
  const versions = change.from === change.to ? change.to : `${change.from} -> ${change.to}`;
  return [`~ ${change.module} ${versions}`, ...change.changes.map(formatChange)];
}

function formatChange({ kind, path, from, to, breaking }: InterfaceChange): string {
  const values = from && to ? ` (${from} -> ${to})` : from || to ? ` (${from ?? to})` : '';
  return `  ${breaking ? '!' : ' '} ${kind.replaceAll('-', ' ')}: ${path}${values}`;
}

function isBreaking({ changes }: ModuleChange): boolean {
  return changes.some(({ breaking }) => breaking);
}
