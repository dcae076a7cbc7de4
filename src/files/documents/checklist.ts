import reviewTemplate from '../../../templates/documents/review-checklist.md.hbs';
import template from '../../../templates/documents/requirements-checklist.md.hbs';
import { reviewCategories, type BlueprintContent, type Review } from '../../../avm-catalog/kernel/blueprint-content.ts';
import type { GeneratedFile } from '../file-set.ts';
import { renderFile } from '../render.ts';
import { inScope } from './scope.ts';
import type { Specified } from './subject.ts';

export function requirementsChecklist(subject: Specified): GeneratedFile {
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

const purposes: Readonly<Record<keyof BlueprintContent['reviews'], readonly [title: string, purpose: string]>> = {
  operations: ['Operations', 'Verify that the requirements are complete enough to operate the workload.'],
  security: ['Security', 'Verify that the requirements are complete enough to secure the workload.'],
};

/** Questions about these requirements that only people can answer; one file for each audience. */
export function reviewChecklists(subject: Specified): readonly GeneratedFile[] {
  return (['operations', 'security'] as const).map((name) => {
    const [title, purpose] = purposes[name];
    const asked = inScope(subject, subject.workspace.spec.blueprint.content.reviews[name]).flatMap(
      (one) => itemOf(one, subject) ?? [],
    );
    const inOrder = reviewCategories.flatMap((category) => asked.filter((one) => one.category === category));
    const numbered = inOrder.map((one, index) => ({ ...one, number: `CHK${String(index + 1).padStart(3, '0')}` }));
    const categories = reviewCategories.flatMap((category) => {
      const items = numbered.filter((one) => one.category === category);
      return items.length === 0 ? [] : [{ category, items }];
    });
    const model = { title, purpose, name: subject.name, categories };
    const path = `${subject.folder}/checklists/${name}.md`;
    return { ...renderFile(path, reviewTemplate, model, subject.reason), boxes: true };
  });
}

function itemOf(one: ReturnType<typeof inScope<Review>>[number], { workspace }: Specified) {
  const sides = workspace.sides.filter((side) => one.with?.some((name) => workspace.isIn(name, side)) ?? true);
  const ask = one.ask(sides, workspace.sides);
  const source = [`Spec §${one.ids.join(', §')}`, ...(one.rule === undefined ? [] : [`Constitution §${one.rule}`])];
  return ask === undefined ? undefined : { ...one, ask, source: source.join(', ') };
}
