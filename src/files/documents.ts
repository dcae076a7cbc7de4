import { requirementsChecklist, reviewChecklists } from './documents/checklist.ts';
import { constitution } from './documents/constitution.ts';
import { contracts } from './documents/contracts.ts';
import { dataModel } from './documents/data-model.ts';
import { planDocument } from './documents/plan.ts';
import { quickstart } from './documents/quickstart.ts';
import { research } from './documents/research.ts';
import { specDocument } from './documents/spec.ts';
import type { Specified } from './documents/subject.ts';
import { tasksDocument } from './documents/tasks.ts';
import type { GeneratedFile } from './file-set.ts';
import { withOwnText } from './own-text.ts';

/** The documents of spec-driven development, where Spec Kit's scripts and agents look for them. */
export function documents(subject: Specified): readonly GeneratedFile[] {
  const made = [
    constitution(subject),
    currentFeature(subject),
    specDocument(subject),
    planDocument(subject),
    tasksDocument(subject),
    research(subject),
    quickstart(subject),
    dataModel(subject),
    ...contracts(subject),
    requirementsChecklist(subject),
    ...reviewChecklists(subject),
  ];
  return made.map((file) => (file.path.endsWith('.md') ? withOwnText(file) : file));
}

/** Which folder below `specs` Spec Kit works on; its scripts move it to the next feature, and keep it out of git. */
function currentFeature({ folder, reason }: Specified): GeneratedFile {
  const text = `${JSON.stringify({ feature_directory: folder })}\n`;
  return { path: '.specify/feature.json', text, owner: 'shared', trace: [{ from: 1, to: 1, reason }] };
}
