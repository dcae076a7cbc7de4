import { filesOnly } from '../../kernel/own-files.ts';
import { needsScripts } from '../deployment-scripts/inputs.ts';
import { templateSpecDocs } from './docs.ts';
import { templateSpecInputs } from './inputs.ts';

/** It has files only, which use those of the deployment scripts. */
export const templateSpec = filesOnly({
  name: 'template-specs',
  title: 'Template specs',
  summary: 'Scripts publish the compiled template as a version of a template spec, for others to deploy',
  serves: ['distribution'],
  inputs: {
    token: templateSpecInputs,
    fixed: ['enabled'],
    schema: (z) =>
      z.strictObject({
        enabled: z.boolean().describe('Generate scripts that publish the template as a template spec'),
      }),
    defaults: () => ({ enabled: false }),
    questions: [{ path: 'enabled', ask: 'Generate scripts that publish a template spec?', kind: 'confirm' }],
    switchOn: { enabled: true },
  },
  docs: templateSpecDocs,
  enabled: (view) => templateSpecInputs.of(view).enabled,
  check: (view) =>
    templateSpecInputs.of(view).enabled
      ? needsScripts(view, 'templateSpec.enabled', 'Scripts for a template spec')
      : [],
});
