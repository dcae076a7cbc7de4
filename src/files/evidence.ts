import type { Plan } from '../plan/plan.ts';
import type { Spec } from '../spec/spec.ts';
import { analysisDocument } from './documents/analysis.ts';
import { documents } from './documents.ts';
import type { FileSet, GeneratedFile } from './file-set.ts';
import { pictures } from './pictures.ts';
import type { Standing } from './standing.ts';
import { traceability } from './traceability.ts';

/** What tells of a solution, and shows that it is what was asked for: documents, pictures, analysis and matrix. */
export function evidence(plan: Plan, spec: Spec, standing: Standing, solution: FileSet): readonly GeneratedFile[] {
  const told = [...documents(plan, spec, standing.isOpen), ...pictures(plan, spec)];
  const analysis = analysisDocument(plan, spec, standing, [...solution, ...told]);
  return [...told, analysis, traceability(plan, spec, [...solution, ...told, analysis])];
}
