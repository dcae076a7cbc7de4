import type { Reason } from '../bicep/value.ts';
import type { Plan } from '../plan/plan.ts';
import type { Spec } from '../resolve/spec.ts';
import { mainBicep, parameterFiles } from './bicep-files.ts';
import { evidence } from './evidence.ts';
import { extraFiles } from './extra-files.ts';
import type { FileSet, GeneratedFile } from './file-set.ts';
import { importedFiles } from './imported-files.ts';
import { projectFiles } from './project-files.ts';
import { readme } from './readme.ts';
import { Workspace } from './readme/sides.ts';
import type { Standing } from './standing.ts';

/** Every file of a workspace but what the tool keeps for itself, sorted by path. */
export function fileSet(plan: Plan, spec: Spec, answersText: string, standing: Standing): FileSet {
  const workspace = new Workspace(plan, spec);
  const solution = [
    answersFile(answersText, workspace.reason(['environments'])),
    mainBicep(plan, spec),
    ...importedFiles(plan, spec),
    ...parameterFiles(plan, spec),
    readme(workspace),
    ...projectFiles(workspace),
    ...extraFiles(workspace),
  ];
  return [...solution, ...evidence(workspace, standing, solution)].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The one file that is a person's; it is the reason of all others. */
function answersFile(text: string, reason: Reason): GeneratedFile {
  const lines = text.split('\n').length - 1;
  return {
    path: 'avm.yaml',
    text,
    owner: 'person',
    trace: [{ from: 1, to: Math.max(1, lines), reason: { ...reason, answers: ['/'] } }],
  };
}
