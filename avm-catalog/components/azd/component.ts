import { filesOnly } from '../../kernel/own-files.ts';
import { problem } from '../../kernel/problem.ts';
import { deploymentScriptsInputs, needsScripts } from '../deployment-scripts/inputs.ts';
import { azdDocs } from './docs.ts';
import { azdInputs } from './inputs.ts';

const what = 'Hooks of azd';
const needsDeployments = problem('answer-needs', 'azd.enabled', { what, needs: 'deploymentScripts.method=deployment' });

/** It has files only. azd makes plain deployments, so the scripts must expect one. */
export const azd = filesOnly({
  name: 'azd',
  title: 'Azure Developer CLI',
  summary: 'Azure Developer CLI (azd) provisions an environment, between the checks of the deployment scripts',
  serves: ['distribution'],
  inputs: {
    token: azdInputs,
    fixed: ['enabled'],
    schema: (z) => z.strictObject({ enabled: z.boolean().describe('Generate azure.yaml') }),
    defaults: () => ({ enabled: false }),
    questions: [{ path: 'enabled', ask: 'Generate azure.yaml for the Azure Developer CLI?', kind: 'confirm' }],
    switchOn: { enabled: true },
  },
  docs: azdDocs,
  enabled: (view) => azdInputs.of(view).enabled,
  check: (view) => {
    if (!azdInputs.of(view).enabled) return [];
    const missing = needsScripts(view, 'azd.enabled', what);
    return missing.length > 0 || deploymentScriptsInputs.of(view).method === 'deployment'
      ? missing
      : [needsDeployments];
  },
});
