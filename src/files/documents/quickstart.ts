import { inline } from '../../answers/text.ts';
import template from '../../../templates/documents/quickstart.md.hbs';
import type { GeneratedFile } from '../file-set.ts';
import { shellNames } from '../readme/shell-variables.ts';
import { enumerate } from '../../text/enumerate.ts';
import { renderFile } from '../render.ts';
import { criteriaOf } from './scope.ts';
import type { Specified } from './subject.ts';
import { namesOf } from '../../../avm-catalog/kernel/documents.ts';

export function quickstart(subject: Specified): GeneratedFile {
  const { workspace } = subject;
  const criteria = criteriaOf(subject);
  const { components } = workspace.plan;
  const own = subject.own.filter((one) => one.kind === 'success');
  const first = workspace.sides.filter((side) => workspace.afterFirst(side).again);
  const model = {
    name: subject.name,
    one: workspace.default,
    removedFirst: enumerate([
      'locks',
      ...workspace.spec.components.flatMap(({ name, docs }) =>
        workspace.has(name) ? (docs.removal?.before?.what ?? []) : [],
      ),
    ]),
    shellNames: shellNames(workspace),
    first: enumerate(namesOf(first)),
    environments: inline(namesOf(workspace.sides)),
    own,
    verifies: criteria.length + own.length > 0,
    shown: criteria.flatMap((one) => (one.shows === undefined ? [] : [{ ...one, shows: one.shows }])),
    told: criteria
      .filter((one) => one.shows === undefined)
      .map((one) => ({
        ...one,
        parts: components
          .filter(({ name }) => one.told?.includes(name))
          .map(({ title }) => ({ title, anchor: title.toLowerCase().replaceAll(' ', '-') })),
      })),
  };
  return renderFile(`${subject.folder}/quickstart.md`, template, model, subject.reason);
}
