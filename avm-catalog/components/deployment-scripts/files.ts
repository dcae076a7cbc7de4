import bashBootstrapIdentity from './bash/bootstrap-identity.sh.hbs';
import bashBootstrapVault from './bash/bootstrap-vault.sh.hbs';
import bashCommon from './bash/common.sh.hbs';
import bashDeploy from './bash/deploy.sh.hbs';
import bashDestroy from './bash/destroy.sh.hbs';
import bashIdentity from './bash/identity.sh.hbs';
import bashPlan from './bash/plan.sh.hbs';
import bashPreflight from './bash/preflight.sh.hbs';
import bashTarget from './bash/target.sh.hbs';
import bashVerify from './bash/verify.sh.hbs';
import environments from './environments.json.hbs';
import guide from './guide.md.hbs';
import powershellBootstrapIdentity from './powershell/bootstrap-identity.ps1.hbs';
import powershellBootstrapVault from './powershell/bootstrap-vault.ps1.hbs';
import powershellCommon from './powershell/common.ps1.hbs';
import powershellDeploy from './powershell/deploy.ps1.hbs';
import powershellDestroy from './powershell/destroy.ps1.hbs';
import powershellIdentity from './powershell/identity.ps1.hbs';
import powershellPlan from './powershell/plan.ps1.hbs';
import powershellPreflight from './powershell/preflight.ps1.hbs';
import powershellTarget from './powershell/target.ps1.hbs';
import powershellVerify from './powershell/verify.ps1.hbs';
import type { ExtraFile } from '../../kernel/docs.ts';
import type { DocumentedWorkspace } from '../../kernel/workspace.ts';
import { guideModel } from './guide.ts';
import { settingsModel } from './settings.ts';

const standalone = { standalone: true, id: 'deployment', answer: 'spec.deploymentScripts' } as const;

const script = (path: string, template: TemplateSpecification, what?: string): ExtraFile => ({
  ...standalone,
  path: `deploy/${path}`,
  template,
  ...(what === undefined ? {} : { what }),
});

/** Only where a deployment reads secrets. */
const reads = (workspace: DocumentedWorkspace): boolean => workspace.has('virtual-machine');

export const files: readonly ExtraFile[] = [
  script('README.md', guide, 'How to deploy with the scripts, with what they need and what they check.'),
  script('deploy.sh', bashDeploy, 'Script for Bash: checks, plans, deploys, verifies, and removes an environment.'),
  script('deploy.ps1', powershellDeploy, 'The same as deploy.sh, for PowerShell 7.'),
  {
    ...script(
      'bootstrap-vault.sh',
      bashBootstrapVault,
      'Script for Bash: creates the key vault with the password of an environment.',
    ),
    needed: reads,
  },
  {
    ...script('bootstrap-vault.ps1', powershellBootstrapVault, 'The same as bootstrap-vault.sh, for PowerShell 7.'),
    needed: reads,
  },
  script(
    'bootstrap-identity.sh',
    bashBootstrapIdentity,
    'Script for Bash: creates the identities of a pipeline, with their federated credentials and roles.',
  ),
  script('bootstrap-identity.ps1', powershellBootstrapIdentity, 'The same as bootstrap-identity.sh, for PowerShell 7.'),
  script('environments.json', environments, 'What the scripts know of each environment.'),
  script('lib/common.sh', bashCommon),
  script('lib/target.sh', bashTarget),
  script('lib/preflight.sh', bashPreflight),
  script('lib/plan.sh', bashPlan),
  script('lib/identity.sh', bashIdentity),
  script('lib/verify.sh', bashVerify),
  script('lib/destroy.sh', bashDestroy),
  script('lib/common.ps1', powershellCommon),
  script('lib/target.ps1', powershellTarget),
  script('lib/preflight.ps1', powershellPreflight),
  script('lib/plan.ps1', powershellPlan),
  script('lib/identity.ps1', powershellIdentity),
  script('lib/verify.ps1', powershellVerify),
  script('lib/destroy.ps1', powershellDestroy),
].map((one) =>
  one.path.endsWith('.json')
    ? { ...one, model: settingsModel }
    : one.path.endsWith('.md')
      ? { ...one, model: guideModel }
      : one,
);
