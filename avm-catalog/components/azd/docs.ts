import type { ComponentDocs } from '../../kernel/docs.ts';
import { filesFor } from '../../kernel/own-files.ts';
import type { DocumentedWorkspace } from '../../kernel/workspace.ts';
import azure from './azure.yaml.hbs';
import bashPost from './bash/postprovision.sh.hbs';
import bashPre from './bash/preprovision.sh.hbs';
import powershellPost from './powershell/postprovision.ps1.hbs';
import powershellPre from './powershell/preprovision.ps1.hbs';
import operations from './readme.md.hbs';

const model = ({ default: one }: DocumentedWorkspace): object => ({
  named: { name: one.workload },
  environment: one.environment,
  group: one.group,
  region: one.region,
});

const file = filesFor('distribution', 'spec.azd', { model });

export const azdDocs: ComponentDocs = {
  operations,
  facts: (_, workspace) => model(workspace),
  ignored: ['# The parameters that azd provisions, and its environments.', '/main.bicepparam', '/.azure/'],
  files: [
    file('azure.yaml', azure, 'Configuration of the Azure Developer CLI.'),
    file('deploy/azd/preprovision.sh', bashPre, 'Hooks of the Azure Developer CLI, for Bash and PowerShell 7.'),
    file('deploy/azd/postprovision.sh', bashPost),
    file('deploy/azd/preprovision.ps1', powershellPre),
    file('deploy/azd/postprovision.ps1', powershellPost),
  ],
};
