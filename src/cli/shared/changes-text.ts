import type { DescribedChange } from '../../workspace/dry-run.ts';
import type { Change } from '../../workspace/compare.ts';
import { counted, findingJson, findingLines } from './findings-text.ts';
import type { Terminal } from './terminal.ts';
import type { Rendered } from './workspace.ts';
import { jsonText, plain } from '../../findings/characters.ts';

const marks = { create: '+', update: '~', delete: '-', edited: '!', foreign: '!' } as const;
const words = {
  create: 'new',
  update: 'changed',
  delete: 'removed',
  edited: 'edited by hand',
  foreign: 'not made by this tool',
} as const;

/** What changing a workspace did, or would do; the exit code is the caller's. */
export async function tellRendered(rendered: Rendered, terminal: Terminal, json: boolean): Promise<void> {
  if (json) return tellJson(rendered, terminal);
  tellRecovery(rendered.recovered, terminal);
  if (rendered.built.findings.length > 0)
    for (const line of [...findingLines(rendered.built.findings, terminal.paintErr), '']) terminal.err(line);
  if (rendered.result === undefined) return tellDryRun(rendered.changes, terminal);
  const { written, deleted, kept } = rendered.result;
  for (const path of written)
    terminal.out(`${terminal.paint('green', kindOf(rendered.changes, path) === 'create' ? '+' : '~')} ${plain(path)}`);
  for (const path of deleted) terminal.out(`${terminal.paint('red', '-')} ${plain(path)}`);
  for (const path of kept)
    terminal.out(`${terminal.paint('yellow', '=')} ${plain(path)} ${terminal.paint('dim', 'kept as it is')}`);
  terminal.out(
    written.length + deleted.length === 0
      ? 'Everything is up to date.'
      : `${counted(written.length, 'file')} written${deleted.length > 0 ? `, ${deleted.length} removed` : ''}.`,
  );
}

export function tellRecovery(recovered: Rendered['recovered'], { err, paintErr }: Terminal): void {
  if (recovered === undefined) return;
  const done =
    recovered.kind === 'finished' ? 'what it had begun is finished now' : 'what it left behind is cleaned up';
  err(`${paintErr('yellow', 'note')} An earlier run was interrupted here; ${done}.`);
  if (recovered.kind === 'finished' && recovered.left.length > 0)
    err(`  Changed by hand since, and left as they are: ${plain(recovered.left.join(', '))}`);
}

/** Files and lines that would change, as a unified diff. */
export async function tellDryRun(changes: readonly Change[], terminal: Terminal): Promise<void> {
  const { describeChanges } = await import('../../workspace/dry-run.ts');
  const described = await describeChanges(changes);
  for (const change of described.filter(({ kind }) => kind !== 'create'))
    for (const line of await diffLines(change, terminal)) terminal.out(line);
  for (const { path, kind, added, removed } of described) {
    const colour = kind === 'create' ? 'green' : kind === 'update' ? 'yellow' : 'red';
    terminal.out(
      `${terminal.paint(colour, marks[kind])} ${plain(path)} ${terminal.paint('dim', `${words[kind]}, +${added} -${removed}`)}`,
    );
  }
  terminal.out(
    described.length === 0
      ? 'Nothing would change.'
      : `${counted(described.length, 'file')} would change. Nothing was written.`,
  );
}

async function diffLines(change: DescribedChange, { paint }: Terminal): Promise<readonly string[]> {
  const { unifiedDiff } = await import('../../workspace/dry-run.ts');
  const colour = (line: string): string => {
    if (/^(---|\+\+\+) /.test(line)) return paint('bold', line);
    if (line.startsWith('@@')) return paint('cyan', line);
    return line.startsWith('+') ? paint('green', line) : line.startsWith('-') ? paint('red', line) : line;
  };
  return unifiedDiff(change).split('\n').map(colour);
}

async function tellJson({ root, built, changes, result, recovered }: Rendered, { out }: Terminal): Promise<void> {
  const findings = built.findings.map(findingJson);
  if (result)
    return out(jsonText({ ok: true, root, dryRun: false, ...result, findings, recovered: recovered?.kind ?? null }));
  const { describeChanges, unifiedDiff } = await import('../../workspace/dry-run.ts');
  const described = await describeChanges(changes);
  const files = described.map((change) => ({
    path: change.path,
    kind: change.kind,
    added: change.added,
    removed: change.removed,
    diff: unifiedDiff(change),
  }));
  out(jsonText({ ok: true, root, dryRun: true, changes: files, findings }));
}

function kindOf(changes: readonly Change[], path: string): Change['kind'] | undefined {
  return changes.find((change) => change.path === path)?.kind;
}
