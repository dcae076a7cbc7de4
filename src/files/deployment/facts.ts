import type { DeploymentChecks, DeploymentFacts } from '../../../avm-catalog/kernel/deployment.ts';
import type { Environment } from '../../../avm-catalog/kernel/workspace.ts';
import { declaredResources } from '../readme/documented.ts';
import { providers } from '../readme/prerequisites.ts';
import type { Workspace } from '../readme/sides.ts';
import { actionsIn } from './actions.ts';
import { plannedResources } from './planned.ts';

/** What scripts know of each environment. */
export function deploymentFacts(workspace: Workspace): readonly DeploymentFacts[] {
  const resourcesIn = plannedResources(workspace.plan);
  const { names } = providers(workspace);
  return workspace.sides.map((side): DeploymentFacts => {
    const { environment } = side;
    const checks = checksIn(workspace, side);
    const resources = resourcesIn(environment);
    const vaults = checks.secrets.map((one) => `/${one.vault}`);
    return {
      environment,
      resourceGroup: side.group,
      location: side.region,
      parameters: side.parametersFile,
      deployment: `main-${environment}`,
      first: workspace.omittedFirst(side),
      tags: Object.fromEntries(side.groupTags.map(({ name, value }) => [name, value])),
      providers: names,
      ...checks,
      existing: declaredResources(workspace, environment).filter((id) => !vaults.some((one) => id.endsWith(one))),
      permissions: actionsIn(workspace, environment, resources),
      resources,
    };
  });
}

function checksIn(workspace: Workspace, side: Environment): Required<DeploymentChecks> {
  const all = workspace.spec.components.flatMap(({ name, docs }) =>
    docs.checks && workspace.isIn(name, side) ? [docs.checks(side, workspace)] : [],
  );
  const once = <T>(of: (one: DeploymentChecks) => readonly T[] | undefined): readonly T[] => [
    ...new Map(all.flatMap((one) => of(one) ?? []).map((one) => [JSON.stringify(one), one])).values(),
  ];
  return {
    features: once((one) => one.features),
    vms: once((one) => one.vms),
    secrets: once((one) => one.secrets),
    backupVaults: once((one) => one.backupVaults),
    logs: once((one) => one.logs),
  };
}
