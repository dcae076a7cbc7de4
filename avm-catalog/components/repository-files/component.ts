import { component } from '../../kernel/component.ts';
import { definition } from './definition.ts';
import { repositoryFilesDocs } from './docs.ts';
import { repositoryFilesInputs } from './inputs.ts';

/** It has files only. */
export const repositoryFiles = component({
  name: 'repository-files',
  title: 'Repository settings',
  summary: 'Settings for Visual Studio Code, a dev container with all tools, a Git hook, and files for reviews',
  serves: ['collaboration'],
  inputs: definition,
  docs: repositoryFilesDocs,
  drawing: () => ({ nodes: [], edges: [] }),
  enabled: (view) => repositoryFilesInputs.of(view).enabled,
  compose: () => undefined,
});
