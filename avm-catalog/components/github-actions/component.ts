import { component } from '../../kernel/component.ts';
import { needsScripts } from '../deployment-scripts/inputs.ts';
import { definition } from './definition.ts';
import { githubActionsDocs } from './docs.ts';
import { githubActionsInputs } from './inputs.ts';

/** It has files only: the workflows run the deployment scripts. */
export const githubActions = component({
  name: 'github-actions',
  title: 'GitHub Actions',
  summary: 'Workflows that validate pull requests, deploy the environments in order, and report drift',
  serves: ['pipeline'],
  inputs: definition,
  docs: githubActionsDocs,
  drawing: () => ({ nodes: [], edges: [] }),
  enabled: (view) => githubActionsInputs.of(view).enabled,
  check: (view) =>
    githubActionsInputs.of(view).enabled ? needsScripts(view, 'githubActions.enabled', 'GitHub Actions workflows') : [],
  compose: () => undefined,
});
