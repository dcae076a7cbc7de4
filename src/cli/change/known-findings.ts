import { parseAnswers } from '../../answers/parse.ts';
import { findingsOf } from '../../files/generate.ts';
import { hasError, type Finding } from '../../findings/finding.ts';
import type { Catalog } from '../../plan/draft.ts';
import { withBicepFiles } from '../shared/bicep-files.ts';
import { Failure, Refusal } from '../shared/failure.ts';
import { placedIn } from '../shared/workspace.ts';

/** Those findings that the text before a change had as well; all are new where that text could not be built. */
export async function knownFindings(
  findings: readonly Finding[],
  before: string,
  { root, catalog }: { readonly root: string; readonly catalog: Catalog },
): Promise<readonly Finding[]> {
  if (findings.length === 0) return [];
  const known = new Set((await earlier(before, root, catalog)).map(keyOf));
  return findings.filter((finding) => known.has(keyOf(finding)));
}

async function earlier(text: string, root: string, catalog: Catalog): Promise<readonly Finding[]> {
  const parsed = parseAnswers(text);
  if ('findings' in parsed) return [];
  try {
    const read = await withBicepFiles(parsed.answers, catalog, { root, asRecorded: true });
    const findings = 'findings' in read ? [] : findingsOf(parsed.answers, read.catalog);
    return hasError(findings) ? [] : await placedIn(text, findings);
  } catch (error) {
    if (error instanceof Refusal || error instanceof Failure) return [];
    throw error;
  }
}

/** A change moves lines, and says nothing else of what it does not concern. */
function keyOf({ code, severity, args, where: { file, answer, resource, environment } }: Finding): string {
  return JSON.stringify([code, severity, args, file, answer, resource, environment]);
}
