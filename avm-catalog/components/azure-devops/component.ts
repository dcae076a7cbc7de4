import { filesOnly } from '../../kernel/own-files.ts';
import { needsScripts } from '../deployment-scripts/inputs.ts';
import { definition } from './definition.ts';
import { azureDevOpsDocs } from './docs.ts';
import { azureDevOpsInputs } from './inputs.ts';

/** It has files only: the pipelines run the deployment scripts. */
export const azureDevOps = filesOnly({
  name: 'azure-devops',
  title: 'Azure DevOps',
  summary: 'Pipelines that validate pull requests, deploy the environments in order, and report drift',
  serves: ['pipeline'],
  inputs: definition,
  docs: azureDevOpsDocs,
  enabled: (view) => azureDevOpsInputs.of(view).enabled,
  check: (view) =>
    azureDevOpsInputs.of(view).enabled ? needsScripts(view, 'azureDevOps.enabled', 'Azure DevOps pipelines') : [],
});
