import { filesOnly } from '../../kernel/own-files.ts';
import { definition } from './definition.ts';
import { githubActionsDocs } from './docs.ts';
import { hasWorkflows } from './inputs.ts';

/** It has files only: the workflows run the deployment scripts. */
export const githubActions = filesOnly({
  name: 'github-actions',
  title: 'GitHub Actions',
  summary: 'Workflows that validate pull requests, deploy the environments in order, and report drift',
  serves: ['pipeline'],
  inputs: definition,
  docs: githubActionsDocs,
  enabled: hasWorkflows,
});
