import type { ComponentDocs, ExtraFile } from '../../kernel/docs.ts';
import { model } from './model.ts';
import comment from './comment.cjs.hbs';
import deploy from './deploy.yml.hbs';
import deployEnvironment from './deploy-environment.yml.hbs';
import drift from './drift.cjs.hbs';
import driftWorkflow from './drift.yml.hbs';
import plans from './plans.cjs.hbs';
import prepare from './prepare.yml.hbs';
import operations from './readme.md.hbs';
import summarize from './summarize.sh.hbs';
import validate from './validate.yml.hbs';

const file = (path: string, template: TemplateSpecification, what?: string): ExtraFile => ({
  standalone: true,
  id: 'pipeline',
  answer: 'spec.githubActions',
  path: `.github/${path}`,
  template,
  model,
  ...(what === undefined ? {} : { what }),
});

export const githubActionsDocs: ComponentDocs = {
  operations,
  facts: (_, workspace) => model(workspace, () => []),
  files: [
    file(
      'workflows/validate.yml',
      validate,
      'Workflow that validates pull requests and comments with the plan of each environment.',
    ),
    file('workflows/deploy.yml', deploy, 'Workflow that deploys the environments in order.'),
    file('workflows/deploy-environment.yml', deployEnvironment),
    file('workflows/drift.yml', driftWorkflow, 'Workflow that compares the environments with the template.'),
    file('actions/prepare/action.yml', prepare),
    file('scripts/summarize.sh', summarize),
    file('scripts/plans.cjs', plans),
    file('scripts/comment.cjs', comment),
    file('scripts/drift.cjs', drift),
  ],
};
