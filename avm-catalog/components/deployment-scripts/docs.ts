import type { ComponentDocs } from '../../kernel/docs.ts';
import { namesOf } from '../../kernel/documents.ts';
import { files } from './files.ts';
import { deploymentScriptsInputs, deploymentScriptsName } from './inputs.ts';
import deployIntro from './readme-deploy.md.hbs';
import deployEnvironment from './readme-environment.md.hbs';
import outputs from './readme-outputs.md.hbs';
import removal from './readme-removal.md.hbs';
import verification from './readme-verification.md.hbs';
import operations from './readme.md.hbs';

export const deploymentScriptsDocs: ComponentDocs = {
  operations,
  files,
  deployment: {
    partials: { deployIntro, deployEnvironment, outputs, verification, removal },
    facts: (workspace) => ({
      stacks: namesOf(
        workspace.with(deploymentScriptsName).filter((side) => deploymentScriptsInputs.of(side).method === 'stack'),
      ).join(' | '),
    }),
    ignored: ['# Plans of deploy/deploy.sh.', '/.plan/'],
    preview: (environment, group) =>
      `bash deploy/deploy.sh plan --environment ${environment} --resource-group ${group} --subscription "$(az account show --query id --output tsv)"`,
    accept: 'deploy.sh verify finds no problem',
  },
};
