import type { ComponentDocs } from '../../kernel/docs.ts';
import { idsIn, usedResources } from '../../kernel/used-resources.ts';
import { bicepFileInputs } from './inputs.ts';
import operations from './readme.md.hbs';

export const bicepFileDocs: ComponentDocs = {
  operations,
  prerequisites: (workspace) =>
    usedResources(workspace, {
      order: 92,
      title: 'Bicep file',
      fact: workspace.among(workspace.with('bicep-file'), workspace.because('bicep-file')),
      idsOf: (side) => idsIn(bicepFileInputs.of(side).params),
    }),
  facts: ({ one, key }) => ({ file: bicepFileInputs.of(one).file, settings: `${key}.params` }),
};
