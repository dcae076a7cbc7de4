import type { InterfaceChange } from './diff.ts';
import type { CatalogDiff, ModuleChange } from './sync.ts';

/** A catalog's changes for people, one line each; a change that can break a workspace is marked with `!`. */
export function formatDiff(diff: CatalogDiff): string[] {
  const counts = countDiff(diff);
  if (counts.added + counts.removed + counts.changed === 0) return ['The catalog is up to date.'];
  return [
    `${counts.added} added, ${counts.removed} removed, ${counts.changed} changed (${counts.breaking} with breaking changes).`,
    ...diff.added.map(({ module, version }) => `+ ${module} ${version}`),
    ...diff.removed.map((module) => `- ${module}`),
    ...diff.changed.flatMap(formatModule),
  ];
}

/** How many modules a synchronization adds, removes, and changes, some of them in a way that breaks their use. */
export function countDiff({ added, removed, changed }: CatalogDiff) {
  return {
    added: added.length,
    removed: removed.length,
    changed: changed.length,
    breaking: changed.filter(isBreaking).length,
  };
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
