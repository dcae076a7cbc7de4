import { plain } from '../../findings/characters.ts';
import type { Change } from '../../workspace/compare.ts';
import type { LeftAlone } from '../../workspace/left-alone.ts';
import { counted } from './findings-text.ts';
import type { Terminal } from './terminal.ts';

interface Told {
  readonly changes: readonly Change[];
  readonly leftAlone: readonly LeftAlone[];
}

/** One line for each file that was left unchanged for the first time; one line for all others. */
export async function tellLeftAlone({ changes, leftAlone }: Told, { out, paint }: Terminal): Promise<void> {
  const known = leftAlone.filter(({ isKnown }) => isKnown).map(({ path }) => plain(path));
  const news = leftAlone.filter(({ isKnown }) => !isKnown);
  for (const one of news) {
    const change = changes.find(({ path }) => path === one.path);
    // Against a text that changed, too, the lines aren't those of the person.
    const isCounted = one.kind === 'edited' && !one.hasNewText && change !== undefined;
    const differs = isCounted ? await difference(change) : '';
    out(`${paint('yellow', '!')} ${plain(one.path)} ${sentence(one, differs)}`);
  }
  if (known.length > 0) out(`${paint('yellow', '=')} Edited files, left unchanged: ${known.join(', ')}`);
}

function sentence({ path, kind, hasNewText }: LeftAlone, differs: string): string {
  if (kind === 'released')
    return 'was edited and was left unchanged. It is no longer generated. Delete it if you don’t need it.';
  const why = kind === 'edited' ? `was edited${differs}` : 'was not written by create-avm';
  const also = hasNewText ? '. Its generated text changed, too' : '';
  return `${why} and was left unchanged${also}. To use the generated text, run: avm render --overwrite ${plain(path)}`;
}

/** What the file on disk has more, and what it lacks, of the generated text. */
async function difference(change: Change): Promise<string> {
  const { describeChanges } = await import('../../workspace/dry-run.ts');
  const [{ added, removed } = { added: 0, removed: 0 }] = await describeChanges([change]);
  const parts = [
    ...(removed > 0 ? [`${counted(removed, 'line')} added`] : []),
    ...(added > 0 ? [`${counted(added, 'line')} removed`] : []),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
