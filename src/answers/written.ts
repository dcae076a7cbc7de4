import type { Finding } from '../findings/finding.ts';

/*
 * Finds answers in a text of `writeAnswers`, which has a key on each line and two spaces a level. The library that reads
 * YAML would take 40 ms for it, a tenth of what a bootstrap takes; a test compares both.
 */

interface LineAndColumn {
  readonly line: number;
  readonly column: number;
}

/** `withLines` for a text that was just written, and that nobody has edited; what has no line of its own stays without. */
export function withWrittenLines(findings: readonly Finding[], text: string): readonly Finding[] {
  const lines = text.split('\n');
  return findings.map((finding) => {
    const { answer, line } = finding.where;
    const place = answer === undefined || line !== undefined ? undefined : placeOf(answer.split('.'), lines);
    return place ? { ...finding, where: { ...finding.where, file: 'avm.yaml', ...place } } : finding;
  });
}

/** Where a value stands, or its key where the value begins below. */
function placeOf(path: readonly string[], lines: readonly string[]): LineAndColumn | undefined {
  let [from, to] = [0, lines.length];
  let place: LineAndColumn | undefined;
  for (const [depth, key] of path.entries()) {
    const indent = '  '.repeat(depth);
    const start = `${indent}${key}:`;
    const found = lines.slice(from, to).findIndex((line) => line === start || line.startsWith(`${start} `));
    if (found === -1) return undefined;
    const line = lines[from + found];
    place = { line: from + found + 1, column: (line === start ? indent.length : start.length + 1) + 1 };
    from += found + 1;
    const below = lines.slice(from, to).findIndex((one) => one !== '' && !one.startsWith(`${indent} `));
    to = below === -1 ? to : from + below;
  }
  return place;
}
