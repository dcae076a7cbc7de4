import { code, md } from '../../../src/text/markdown.ts';
import type { ComponentDocs } from '../../kernel/docs.ts';
import { grouped } from '../../kernel/documents.ts';
import { existingResourceInputs } from './inputs.ts';
import operations from './readme.md.hbs';
import section from './section.md.hbs';

export const existingResourceDocs: ComponentDocs = {
  operations,
  facts: ({ key }) => ({ settings: `${key}.id` }),
  prerequisites: (workspace) => {
    const fact = workspace.among(workspace.with('existing-resource'), workspace.because('existing-resource'));
    if (!fact) return [];
    const ids = grouped(fact.sides, (side) => existingResourceInputs.of(side).id).map(([id, sides]) => ({
      id,
      where: workspace.where(sides),
    }));
    const [first] = ids;
    return [
      {
        order: 90,
        key: 'existing',
        fact,
        in: 'section',
        template: section,
        model: { ids },
        tasks: [],
        dependency: md`The resource ${code(first?.id ?? '')} (${fact.where}), which others run.`,
        integrations: { order: 90, lines: [md`The existing resource ${code(first?.id ?? '')} (${fact.where}).`] },
      },
    ];
  },
};
