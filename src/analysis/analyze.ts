import { hasError } from '../findings/finding.ts';
import type { Analysis, AnalysisFinding, Metrics, Sources } from './analysis.ts';
import { readDocuments, type Documents } from './documents.ts';
import { knownIds } from './known.ts';
import { ambiguity } from './passes/ambiguity.ts';
import { constitution } from './passes/constitution.ts';
import { coverage, coverageOf } from './passes/coverage.ts';
import { duplication } from './passes/duplication.ts';
import { inconsistency } from './passes/inconsistency.ts';
import { underspecification } from './passes/underspecification.ts';
import { numbered } from './tell.ts';

/** The six passes over documents and template; the same texts and answers give the same findings. */
export function analyze(sources: Sources): Analysis {
  const documents = readDocuments(sources);
  const expected =
    sources.texts === sources.expected ? documents : readDocuments({ ...sources, texts: sources.expected });
  const findings = numbered([
    ...duplication(documents),
    ...ambiguity(documents),
    ...underspecification(documents, sources),
    ...constitution(documents, sources),
    ...coverage(documents, sources, knownIds(expected, sources)),
    ...inconsistency(documents, expected, sources),
  ]);
  const covered = coverageOf(documents);
  return {
    findings,
    coverage: covered,
    metrics: metrics(findings, covered, documents),
    read: [...documents.all, ...(documents.bicep ? [documents.bicep] : []), ...documents.parameterFiles]
      .map(({ path }) => path)
      .toSorted(),
  };
}

function metrics(findings: readonly AnalysisFinding[], covered: Analysis['coverage'], { tasks }: Documents): Metrics {
  const count = (holds: (one: AnalysisFinding) => boolean): number => findings.filter(holds).length;
  return {
    requirements: covered.length,
    tasks: tasks?.lines.filter(({ id }) => id !== '').length ?? 0,
    covered: covered.filter((one) => one.tasks.length > 0).length,
    ambiguities: count(({ pass }) => pass === 'ambiguity'),
    duplications: count(({ pass }) => pass === 'duplication'),
    critical: count(({ weight }) => weight === 'CRITICAL'),
  };
}

/** True where something critical or high was found. */
export function isFailed({ findings }: Analysis): boolean {
  return hasError(findings);
}
