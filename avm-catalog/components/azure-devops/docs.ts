import type { ComponentDocs } from '../../kernel/docs.ts';
import { filesFor } from '../../kernel/own-files.ts';
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

const file = filesFor('pipeline', 'spec.azureDevOps', { model });

export const azureDevOpsDocs: ComponentDocs = {
  operations,
  facts: (_, workspace) => model(workspace),
  files: [
    file(
      '.azuredevops/validate.yml',
      validate,
      'Pipeline that validates pull requests and comments with the plan of each environment.',
    ),
    file('.azuredevops/deploy.yml', deploy, 'Pipeline that deploys the environments in order.'),
    file('.azuredevops/drift.yml', drift, 'Pipeline that compares the environments with the template.'),
    file('.azuredevops/templates/environment.yml', environment),
    file('.azuredevops/templates/plan.yml', plan),
    file('.azuredevops/templates/prepare.yml', prepare),
    file('.azuredevops/scripts/plan.sh', planScript),
    file('.azuredevops/scripts/comment.sh', comment),
  ],
};
