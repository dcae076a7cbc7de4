import type { ComponentDocs, ExtraFile } from '../../kernel/docs.ts';
import { model } from './model.ts';
import comment from './comment.sh.hbs';
import deploy from './deploy.yml.hbs';
import drift from './drift.yml.hbs';
import environment from './environment.yml.hbs';
import plan from './plan.yml.hbs';
import planScript from './plan.sh.hbs';
import prepare from './prepare.yml.hbs';
import operations from './readme.md.hbs';
import validate from './validate.yml.hbs';

const file = (path: string, template: TemplateSpecification, what?: string): ExtraFile => ({
  standalone: true,
  id: 'pipeline',
  answer: 'spec.azureDevOps',
  path: `.azuredevops/${path}`,
  template,
  model,
  ...(what === undefined ? {} : { what }),
});

export const azureDevOpsDocs: ComponentDocs = {
  operations,
  facts: (_, workspace) => model(workspace, () => []),
  files: [
    file(
      'validate.yml',
      validate,
      'Pipeline that validates pull requests and comments with the plan of each environment.',
    ),
    file('deploy.yml', deploy, 'Pipeline that deploys the environments in order.'),
    file('drift.yml', drift, 'Pipeline that compares the environments with the template.'),
    file('templates/environment.yml', environment),
    file('templates/plan.yml', plan),
    file('templates/prepare.yml', prepare),
    file('scripts/plan.sh', planScript),
    file('scripts/comment.sh', comment),
  ],
};
