import type { ComponentDocs } from '../../kernel/docs.ts';
import { filesFor } from '../../kernel/own-files.ts';
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

const file = filesFor('pipeline', 'spec.githubActions', { model });

export const githubActionsDocs: ComponentDocs = {
  operations,
  facts: (_, workspace) => model(workspace),
  files: [
    file(
      '.github/workflows/validate.yml',
      validate,
      'Workflow that validates pull requests and comments with the plan of each environment.',
    ),
    file('.github/workflows/deploy.yml', deploy, 'Workflow that deploys the environments in order.'),
    file('.github/workflows/deploy-environment.yml', deployEnvironment),
    file('.github/workflows/drift.yml', driftWorkflow, 'Workflow that compares the environments with the template.'),
    file('.github/actions/prepare/action.yml', prepare),
    file('.github/scripts/summarize.sh', summarize),
    file('.github/scripts/plans.cjs', plans),
    file('.github/scripts/comment.cjs', comment),
    file('.github/scripts/drift.cjs', drift),
  ],
};
