import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import { withLines } from '../../answers/locate.ts';
import { independent, type Salvaged } from '../../answers/salvage.ts';
import { generate } from '../../files/generate.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Catalog } from '../../plan/draft.ts';

/** What the form of the answers is refused for, and what is wrong with the rest of them: all of it in one run. */
export function allFindings(
  { findings, salvaged }: { readonly findings: readonly Finding[]; readonly salvaged?: Salvaged },
  text: string,
  file = 'avm.yaml',
  catalog: Catalog = loadCatalog(),
): readonly Finding[] {
  if (!salvaged) return findings;
  const further = independent(generate(salvaged.answers, text, catalog).findings, salvaged.dropped);
  return [...findings, ...withLines(further, text, file)];
}
