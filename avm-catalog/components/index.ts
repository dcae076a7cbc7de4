import type { ComponentDefinition } from '../kernel/component.ts';
import { avmModule } from './avm-module/component.ts';
import { alerts } from './alerts/component.ts';
import { application } from './application/component.ts';
import { azureDevOps } from './azure-devops/component.ts';
import { azd } from './azd/component.ts';
import { backup } from './backup/component.ts';
import { bastion } from './bastion/component.ts';
import { bicepFile } from './bicep-file/component.ts';
import { budget } from './budget/component.ts';
import { customerManagedKeys } from './customer-managed-keys/component.ts';
import { deploymentScripts } from './deployment-scripts/component.ts';
import { existingResource } from './existing-resource/component.ts';
import { flowLogs } from './flow-logs/component.ts';
import { githubActions } from './github-actions/component.ts';
import { hardening } from './hardening/component.ts';
import { hubPeering } from './hub-peering/component.ts';
import { identity } from './identity/component.ts';
import { internalLoadBalancer } from './internal-load-balancer/component.ts';
import { justInTime } from './just-in-time/component.ts';
import { keyVault } from './key-vault/component.ts';
import { logAnalytics } from './log-analytics/component.ts';
import { maintenance } from './maintenance/component.ts';
import { managedIdentity } from './managed-identity/component.ts';
import { monitorPrivateLink } from './monitor-private-link/component.ts';
import { monitoringAgent } from './monitoring-agent/component.ts';
import { natGateway } from './nat-gateway/component.ts';
import { policyAssignments } from './policy-assignments/component.ts';
import { privateDns } from './private-dns/component.ts';
import { psRule } from './ps-rule/component.ts';
import { repositoryFiles } from './repository-files/component.ts';
import { routeTable } from './route-table/component.ts';
import { siteRecovery } from './site-recovery/component.ts';
import { storageAccount } from './storage-account/component.ts';
import { targets } from './targets/component.ts';
import { subnet } from './subnet/component.ts';
import { templateSpec } from './template-specs/component.ts';
import { virtualMachine } from './virtual-machine/component.ts';
import { virtualNetwork } from './virtual-network/component.ts';

/** Every component, in the order of main.bicep: a component comes after those that it builds on. */
export const components: readonly ComponentDefinition[] = [
  targets,
  logAnalytics,
  managedIdentity,
  natGateway,
  hubPeering,
  routeTable,
  bastion,
  virtualNetwork,
  privateDns,
  keyVault,
  customerManagedKeys,
  storageAccount,
  flowLogs,
  backup,
  maintenance,
  monitoringAgent,
  internalLoadBalancer,
  application,
  hardening,
  virtualMachine,
  // After other components that attach something to a VM, which all environments have.
  monitorPrivateLink,
  siteRecovery,
  justInTime,
  alerts,
  budget,
  policyAssignments,
  deploymentScripts,
  githubActions,
  azureDevOps,
  repositoryFiles,
  psRule,
  azd,
  templateSpec,
] as readonly ComponentDefinition[];

/** The same, followed by the types whose components exist only by name. */
export const componentTypes: readonly ComponentDefinition[] = [
  ...components,
  subnet,
  identity,
  avmModule,
  existingResource,
  bicepFile,
];

export function componentNamed(name: string): ComponentDefinition | undefined {
  return componentTypes.find((one) => one.name === name);
}
