import { analyze } from '../../src/analysis/analyze.ts';
import type { Analysis, DocumentTexts } from '../../src/analysis/analysis.ts';
import { servedBy } from '../../src/files/documents/analysis.ts';
import type { Generated } from '../../src/files/generate.ts';

export function textsOf({ files = [] }: Generated): DocumentTexts {
  return new Map(files.map(({ path, text }) => [path, text]));
}

/** The analysis of a workspace whose files on disk are these instead; null for one that is missing. */
export function analysisOf(
  generated: Generated,
  edited: Readonly<Record<string, string | null>> = {},
  served = servedBy(generated.files ?? []),
): Analysis {
  const { plan, spec, findings } = generated;
  if (!plan) throw new Error(JSON.stringify(generated.findings));
  const expected = textsOf(generated);
  const texts = new Map(expected);
  for (const [path, text] of Object.entries(edited))
    if (text === null) texts.delete(path);
    else texts.set(path, text);
  return analyze({ plan, spec, findings, texts, expected, served, exists: (path) => path === 'scripts/mine.ps1' });
}

/** A text in which something that is there once is replaced, and the line where it stood. */
export function edit(text: string, find: string, by: string): { readonly text: string; readonly line: number } {
  const begins = text.indexOf(find);
  if (begins === -1) throw new Error(`nothing says ${find}`);
  return {
    text: text.slice(0, begins) + by + text.slice(begins + find.length),
    line: text.slice(0, begins).split('\n').length,
  };
}
