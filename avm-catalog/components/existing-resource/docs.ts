import type { ComponentDocs } from '../../kernel/docs.ts';
import { usedResources } from '../../kernel/used-resources.ts';
import { existingResourceInputs } from './inputs.ts';
import operations from './readme.md.hbs';

export const existingResourceDocs: ComponentDocs = {
  operations,
  facts: ({ key }) => ({ settings: `${key}.id` }),
  prerequisites: (workspace) =>
    usedResources(workspace, {
      order: 90,
      title: 'Existing resource',
      fact: workspace.among(workspace.with('existing-resource'), workspace.because('existing-resource')),
      idsOf: (side) => [existingResourceInputs.of(side).id],
    }),
};
