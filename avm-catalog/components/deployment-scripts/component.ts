import { filesOnly } from '../../kernel/own-files.ts';
import { definition } from './definition.ts';
import { deploymentScriptsDocs } from './docs.ts';
import { deploymentScriptsInputs, deploymentScriptsName } from './inputs.ts';

/** It has files only: the scripts read what they need of the plan from one of them. */
export const deploymentScripts = filesOnly({
  name: deploymentScriptsName,
  title: 'Deployment scripts',
  summary: 'Scripts for Bash and PowerShell that plan, deploy, verify, and remove an environment',
  serves: ['deployment'],
  inputs: definition,
  docs: deploymentScriptsDocs,
  enabled: (view) => deploymentScriptsInputs.of(view).enabled,
});
