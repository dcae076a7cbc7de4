import template from '../../../templates/documents/requirements-checklist.md.hbs';
import type { GeneratedFile } from '../file-set.ts';
import { renderFile } from '../render.ts';
import type { Subject } from './subject.ts';

export function requirementsChecklist(subject: Subject): GeneratedFile {
  const file = renderFile(
    `${subject.folder}/checklists/requirements.md`,
    template,
    {
      name: subject.name,
      feature: subject.feature,
      accepted: subject.own.every((one) => one.kind !== 'functional' || one.story !== undefined),
      measured: subject.own.every((one) => one.kind !== 'success'),
      own: subject.own.length > 0,
    },
    subject.reason,
  );
  return { ...file, boxes: true };
}
