import type { ChangedSetting } from '../../answers/changed-settings.ts';
import { plain } from '../../findings/characters.ts';
import { told } from '../../resolve/clarify/told.ts';
import type { Change } from '../../workspace/compare.ts';
import type { DescribedChange } from '../../workspace/dry-run.ts';
import type { LeftAlone } from '../../workspace/left-alone.ts';
import { summarize, summaryLine } from './change-summary.ts';
import { tellLeftAlone } from './left-alone-text.ts';
import type { Terminal } from './terminal.ts';

const kinds = {
  create: ['green', '+', 'new'],
  update: ['yellow', '~', 'changed'],
  delete: ['red', '-', 'removed'],
} as const;

interface DryRun {
  readonly changes: readonly Change[];
  readonly leftAlone?: readonly LeftAlone[];
  readonly settings?: readonly ChangedSetting[];
}

/** The summary first; then settings, files, and what stays as it is; last the lines, as a unified diff. */
export async function tellDryRun(
  { changes, leftAlone = [], settings = [] }: DryRun,
  terminal: Terminal,
): Promise<void> {
  const { out, paint } = terminal;
  const { summary, files } = await summarize(changes, leftAlone, settings);
  out(paint('bold', summaryLine(summary)));
  for (const { path, before, after } of settings) {
    const was = before === undefined ? 'not set' : told(before);
    out(`  ${plain(path)}: ${plain(was)} → ${plain(after === undefined ? 'not set' : told(after))}`);
  }
  for (const { path, kind, added, removed } of files) {
    if (kind === 'edited' || kind === 'foreign') continue;
    const [color, mark, word] = kinds[kind];
    out(`${paint(color, mark)} ${plain(path)} ${paint('dim', `${word}, +${added} -${removed}`)}`);
  }
  await tellLeftAlone({ changes, leftAlone }, terminal);
  for (const change of files.filter(({ kind }) => kind !== 'create'))
    for (const line of await diffLines(change, terminal)) out(line);
}

async function diffLines(change: DescribedChange, { paint }: Terminal): Promise<readonly string[]> {
  const { unifiedDiff } = await import('../../workspace/dry-run.ts');
  const color = (line: string): string => {
    if (/^(---|\+\+\+) /.test(line)) return paint('bold', line);
    if (line.startsWith('@@')) return paint('cyan', line);
    return line.startsWith('+') ? paint('green', line) : line.startsWith('-') ? paint('red', line) : line;
  };
  return ['', ...unifiedDiff(change).trimEnd().split('\n').map(color)];
}
