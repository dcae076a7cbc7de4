import type { ComponentDocs, ExtraFile } from '../../kernel/docs.ts';
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

const file = (path: string, template: TemplateSpecification, what?: string): ExtraFile => ({
  standalone: true,
  id: 'distribution',
  answer: 'spec.azd',
  path,
  template,
  model,
  ...(what === undefined ? {} : { what }),
});

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
