import type { NameChange } from '../../../generators/session.ts';
import { changedSettings } from '../../answers/changed-settings.ts';
import type { Change } from '../../workspace/compare.ts';
import type { Finding } from '../../findings/finding.ts';
import { counted, findingJson, findingLines, tally } from './findings-text.ts';
import { fileJson, summarize } from './change-summary.ts';
import { tellDryRun } from './dry-run-text.ts';
import { printEnvelope } from './envelope.ts';
import { tellLeftAlone } from './left-alone-text.ts';
import { tellRecovery } from './recovery-text.ts';
import type { Terminal } from './terminal.ts';
import type { Rendered } from './workspace.ts';
import { plain } from '../../findings/characters.ts';

interface Telling {
  readonly json: boolean;
  /** Findings that there were before the change too. */
  readonly known: readonly Finding[];
  /** Names in Azure that change with it. */
  readonly names?: readonly NameChange[];
}

/** Reports what a change to a workspace did, or would do; the exit code is the caller's. */
export async function tellRendered(
  rendered: Rendered,
  terminal: Terminal,
  { json, known, names = [] }: Telling,
): Promise<void> {
  if (json) return printRendered(rendered, terminal, names);
  tellRecovery(rendered.recovered, terminal);
  tellFindings(rendered.built.findings, known, terminal);
  if (rendered.result === undefined) {
    const settings = changedSettings(rendered.answers.before, rendered.answers.after);
    return tellDryRun({ ...rendered, settings }, terminal);
  }
  const { written, deleted, kept } = rendered.result;
  for (const path of written)
    terminal.out(`${terminal.paint('green', kindOf(rendered.changes, path) === 'create' ? '+' : '~')} ${plain(path)}`);
  for (const path of deleted) terminal.out(`${terminal.paint('red', '-')} ${plain(path)}`);
  for (const path of kept)
    terminal.out(`${terminal.paint('yellow', '=')} ${plain(path)} ${terminal.paint('dim', 'left unchanged')}`);
  await tellLeftAlone(rendered, terminal);
  const rest = kept.length + rendered.leftAlone.length > 0;
  terminal.out(
    written.length + deleted.length === 0
      ? `Everything${rest ? ' else' : ''} is up to date.`
      : `${counted(written.length, 'file')} written${deleted.length > 0 ? `, ${deleted.length} removed` : ''}.`,
  );
}

/** What the change brought is said in full; the rest of it was said before. */
function tellFindings(findings: readonly Finding[], known: readonly Finding[], { err, paintErr }: Terminal): void {
  const fresh = findings.filter((one) => !known.includes(one));
  for (const line of findingLines(fresh, paintErr)) err(line);
  if (known.length > 0)
    err(
      paintErr(
        'dim',
        known.length === 1
          ? `${tally(known)} was there before: avm check lists it.`
          : `${tally(known)} were there before: avm check lists them.`,
      ),
    );
  if (findings.length > 0) err();
}

async function printRendered(
  { root, built, changes, result, leftAlone, recovered, answers }: Rendered,
  terminal: Terminal,
  names: readonly NameChange[],
): Promise<void> {
  const { unifiedDiff } = await import('../../workspace/dry-run.ts');
  const settings = changedSettings(answers.before, answers.after);
  const { summary, files } = await summarize(changes, leftAlone, settings);
  const data = {
    root,
    dryRun: result === undefined,
    summary,
    settings,
    names,
    changes: files.map((one) => ({ ...fileJson(one), ...(result ? {} : { diff: unifiedDiff(one) }) })),
    kept: result?.kept ?? [],
    leftAlone,
    recovered: recovered?.kind ?? null,
  };
  printEnvelope(terminal, { data, findings: built.findings.map(findingJson) });
}

function kindOf(changes: readonly Change[], path: string): Change['kind'] | undefined {
  return changes.find((change) => change.path === path)?.kind;
}
