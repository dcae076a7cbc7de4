import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import { withLines } from '../../answers/locate.ts';
import { independent, type Salvaged } from '../../answers/salvage.ts';
import { generate } from '../../files/generate.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Catalog } from '../../plan/draft.ts';

/** The errors in the form of avm.yaml, and those in the rest of its settings, in one run. */
export function allFindings(
  { findings, salvaged }: { readonly findings: readonly Finding[]; readonly salvaged?: Salvaged },
  text: string,
  file = 'avm.yaml',
  catalog: Catalog = loadCatalog(),
): readonly Finding[] {
  return salvaged ? [...findings, ...withLines(furtherFindings(salvaged, text, catalog), text, file)] : findings;
}

/** What is wrong with the rest of answers whose form is refused. */
export function furtherFindings(
  { answers, dropped }: Salvaged,
  text: string,
  catalog: Catalog = loadCatalog(),
): readonly Finding[] {
  return independent(generate(answers, text, catalog).findings, dropped);
}
