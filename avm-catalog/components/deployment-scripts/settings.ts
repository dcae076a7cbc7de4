import { separated } from '../../../src/text/commas.ts';
import type { DeploymentFacts } from '../../kernel/deployment.ts';
import type { DocumentedWorkspace } from '../../kernel/workspace.ts';
import { deploymentScriptsInputs, deploymentScriptsName, type DeploymentScriptsInputs } from './inputs.ts';

/** What deploy/environments.json has: a line for each setting, and for each entry of a list of objects. */
export function settingsModel(workspace: DocumentedWorkspace, deployments: () => readonly DeploymentFacts[]): object {
  const all = new Map(deployments().map((facts) => [facts.environment, facts]));
  const environments = workspace.with(deploymentScriptsName).flatMap((side) => {
    const facts = all.get(side.environment);
    return facts ? [{ facts, lines: separated(linesOf(facts, deploymentScriptsInputs.of(side))) }] : [];
  });
  const named = environments.map(({ facts, lines }) => ({ name: facts.environment, lines }));
  return { providers: environments[0]?.facts.providers ?? [], environments: separated(named) };
}

function linesOf(facts: DeploymentFacts, { method, denySettings, actionOnUnmanage }: DeploymentScriptsInputs) {
  const { backupVaults, vms, resources } = facts;
  const settings = {
    method,
    denySettings,
    actionOnUnmanage,
    resourceGroup: facts.resourceGroup,
    location: facts.location,
    tags: facts.tags,
    parameters: facts.parameters,
    deployment: facts.deployment,
    first: facts.first,
    features: facts.features,
    secrets: facts.secrets,
    existing: facts.existing,
    permissions: facts.permissions,
    vms,
    backups: backupVaults.map((vault) => ({ vault, vms: vms.map(({ name }) => name) })),
    logs: facts.logs,
    vaults: resources.filter(({ type }) => type === 'Microsoft.KeyVault/vaults').map(({ name }) => name),
    resources,
  };
  return Object.entries(settings).map(lineOf);
}

function lineOf([key, value]: readonly [string, unknown]) {
  const isLong = Array.isArray(value) && value.some((one) => typeof one === 'object');
  return { key, value: isLong ? null : { is: value }, rows: isLong ? separated(value.map((is) => ({ is }))) : null };
}
