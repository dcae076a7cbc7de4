import { filesOnly } from '../../kernel/own-files.ts';
import { definition } from './definition.ts';
import { repositoryFilesDocs } from './docs.ts';
import { repositoryFilesInputs } from './inputs.ts';

/** It has files only. */
export const repositoryFiles = filesOnly({
  name: 'repository-files',
  title: 'Repository settings',
  summary: 'Settings for Visual Studio Code, a dev container with all tools, a Git hook, and files for reviews',
  serves: ['collaboration'],
  inputs: definition,
  docs: repositoryFilesDocs,
  enabled: (view) => repositoryFilesInputs.of(view).enabled,
});
