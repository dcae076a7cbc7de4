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
import { filesFor } from '../../kernel/own-files.ts';
import type { DocumentedWorkspace } from '../../kernel/workspace.ts';
import { guideModel } from './guide.ts';
import { settingsModel } from './settings.ts';

const script = filesFor('deployment', 'spec.deploymentScripts');

/** Only where a deployment reads secrets. */
const reads = (workspace: DocumentedWorkspace): boolean => workspace.has('virtual-machine');

export const files: readonly ExtraFile[] = [
  script('deploy/README.md', guide, 'How to deploy with the scripts, with what they need and what they check.', {
    model: guideModel,
  }),
  script(
    'deploy/deploy.sh',
    bashDeploy,
    'Script for Bash: checks, plans, deploys, verifies, and removes an environment.',
  ),
  script('deploy/deploy.ps1', powershellDeploy, 'The same as deploy.sh, for PowerShell 7.'),
  script(
    'deploy/bootstrap-vault.sh',
    bashBootstrapVault,
    'Script for Bash: creates the key vault with the password of an environment.',
    { needed: reads },
  ),
  script('deploy/bootstrap-vault.ps1', powershellBootstrapVault, 'The same as bootstrap-vault.sh, for PowerShell 7.', {
    needed: reads,
  }),
  script(
    'deploy/bootstrap-identity.sh',
    bashBootstrapIdentity,
    'Script for Bash: creates the identities of a pipeline, with their federated credentials and roles.',
  ),
  script(
    'deploy/bootstrap-identity.ps1',
    powershellBootstrapIdentity,
    'The same as bootstrap-identity.sh, for PowerShell 7.',
  ),
  script('deploy/environments.json', environments, 'What the scripts know of each environment.', {
    model: settingsModel,
  }),
  script('deploy/lib/common.sh', bashCommon),
  script('deploy/lib/target.sh', bashTarget),
  script('deploy/lib/preflight.sh', bashPreflight),
  script('deploy/lib/plan.sh', bashPlan),
  script('deploy/lib/identity.sh', bashIdentity),
  script('deploy/lib/verify.sh', bashVerify),
  script('deploy/lib/destroy.sh', bashDestroy),
  script('deploy/lib/common.ps1', powershellCommon),
  script('deploy/lib/target.ps1', powershellTarget),
  script('deploy/lib/preflight.ps1', powershellPreflight),
  script('deploy/lib/plan.ps1', powershellPlan),
  script('deploy/lib/identity.ps1', powershellIdentity),
  script('deploy/lib/verify.ps1', powershellVerify),
  script('deploy/lib/destroy.ps1', powershellDestroy),
];
