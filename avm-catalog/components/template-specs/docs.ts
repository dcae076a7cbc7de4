import type { ComponentDocs } from '../../kernel/docs.ts';
import { filesFor } from '../../kernel/own-files.ts';
import type { DocumentedWorkspace } from '../../kernel/workspace.ts';
import bash from './template-spec.sh.hbs';
import powershell from './template-spec.ps1.hbs';
import operations from './readme.md.hbs';

const model = ({ default: one }: DocumentedWorkspace): object => ({
  workload: one.workload,
  environment: one.environment,
  group: one.group,
  region: one.region,
  parameters: one.parametersFile,
  // .gitignore has it.
  compiled: `main.${one.environment}.json`,
});

const file = filesFor('distribution', 'spec.templateSpec', { model });

export const templateSpecDocs: ComponentDocs = {
  operations,
  facts: (_, workspace) => model(workspace),
  files: [
    file('deploy/template-spec.sh', bash, 'Script for Bash: publishes the template as a version of a template spec.'),
    file('deploy/template-spec.ps1', powershell, 'The same for PowerShell 7.'),
  ],
};
