import type { Change, ChangeKind } from './compare.ts';

interface Hunk {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  /** Each begins with a space, `+`, `-` or `\`; control characters are spelled out. */
  readonly lines: readonly string[];
}

export interface DescribedChange {
  readonly path: string;
  readonly kind: Exclude<ChangeKind, 'unchanged'>;
  readonly added: number;
  readonly removed: number;
  readonly hunks: readonly Hunk[];
}

/** What a commit would change, line by line; for edited and foreign files, what overwriting them would. */
export async function describeChanges(changes: readonly Change[]): Promise<readonly DescribedChange[]> {
  const { structuredPatch } = await import('diff');
  return changes.flatMap(({ path, kind, text = '', before = '' }) => {
    if (kind === 'unchanged') return [];
    const old = before.replaceAll('\r\n', '\n');
    // The search for the smallest difference is quadratic; beyond this the whole file is shown as replaced.
    const patch = structuredPatch(path, path, old, text, undefined, undefined, { context: 3, maxEditLength: 4000 });
    const hunks = (patch?.hunks ?? [replacement(old, text)]).map(readable);
    const lines = hunks.flatMap((hunk) => hunk.lines);
    const count = (mark: string): number => lines.filter((line) => line.startsWith(mark)).length;
    return [{ path, kind, added: count('+'), removed: count('-'), hunks }];
  });
}

function replacement(old: string, text: string): Hunk {
  const linesOf = (whole: string): string[] =>
    whole.split('\n').slice(0, whole.endsWith('\n') || whole === '' ? -1 : undefined);
  const removed = linesOf(old).map((line) => `-${line}`);
  const added = linesOf(text).map((line) => `+${line}`);
  return { oldStart: 1, oldLines: removed.length, newStart: 1, newLines: added.length, lines: [...removed, ...added] };
}

/** What a person wrote into a file must not steer the terminal it is shown on. */
function readable({ oldStart, oldLines, newStart, newLines, lines }: Hunk): Hunk {
  const spell = (line: string): string =>
    line.replaceAll(/[^\P{C}\t]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
  // In a unified diff a side without lines is counted from the line before it.
  const first = (start: number, count: number): number => (count === 0 ? start - 1 : start);
  return {
    oldStart: first(oldStart, oldLines),
    oldLines,
    newStart: first(newStart, newLines),
    newLines,
    lines: lines.map(spell),
  };
}

/** One change as a unified diff, without colors. */
export function unifiedDiff({ path, kind, hunks }: DescribedChange): string {
  const header = [
    `--- ${kind === 'create' ? '/dev/null' : `a/${path}`}`,
    `+++ ${kind === 'delete' ? '/dev/null' : `b/${path}`}`,
  ];
  const body = hunks.flatMap((hunk) => [
    `@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`,
    ...hunk.lines,
  ]);
  return `${[...header, ...body].join('\n')}\n`;
}
