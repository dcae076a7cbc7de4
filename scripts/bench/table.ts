export type Row = readonly string[];

/** Columns as wide as their widest cell; the first one to the left, numbers to the right. */
export function table(title: string, head: Row, rows: readonly Row[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)));
  const line = (row: Row): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [title, ...[head, ...rows].map((row) => `  ${line(row).trimEnd()}`), ''].join('\n');
}

export function milliseconds(value: number): string {
  return value < 10
    ? `${value.toFixed(2)} ms`
    : value < 10_000
      ? `${Math.round(value)} ms`
      : `${(value / 1000).toFixed(1)} s`;
}

export function ratio(value: number): string {
  return value.toFixed(2);
}
