import { analysisDocument } from './documents/analysis.ts';
import { subjectOf } from './documents/subject.ts';
import { documents } from './documents.ts';
import type { FileSet, GeneratedFile } from './file-set.ts';
import { pictures } from './pictures.ts';
import type { Workspace } from './readme/sides.ts';
import type { Standing } from './standing.ts';
import { traceability } from './traceability.ts';

/** What tells of a solution, and shows that it is what was asked for: documents, pictures, analysis and matrix. */
export function evidence(workspace: Workspace, standing: Standing, solution: FileSet): readonly GeneratedFile[] {
  const subject = subjectOf(workspace, standing);
  const told = [...documents(subject), ...pictures(workspace)];
  const analysis = analysisDocument(subject, standing, [...solution, ...told]);
  return [...told, analysis, traceability(workspace.plan, workspace.spec, [...solution, ...told, analysis])];
}
