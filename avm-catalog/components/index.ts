import type { ComponentDefinition } from '../component.ts';
import { alerts } from './alerts.ts';
import { application } from './application.ts';
import { backup } from './backup.ts';
import { bastion } from './bastion.ts';
import { customerManagedKeys } from './customer-managed-keys.ts';
import { hardening } from './hardening.ts';
import { hubPeering } from './hub-peering.ts';
import { internalLoadBalancer } from './internal-load-balancer.ts';
import { justInTime } from './just-in-time.ts';
import { keyVault } from './key-vault.ts';
import { logAnalytics } from './log-analytics.ts';
import { maintenance } from './maintenance.ts';
import { managedIdentity } from './managed-identity.ts';
import { monitoringAgent } from './monitoring-agent.ts';
import { natGateway } from './nat-gateway.ts';
import { privateDns } from './private-dns.ts';
import { storageAccount } from './storage-account.ts';
import { virtualMachine } from './virtual-machine.ts';
import { virtualNetwork } from './virtual-network.ts';

/** Every component, in the order in which main.bicep tells of them: a component comes after those it builds on. */
export const components: readonly ComponentDefinition[] = [
  logAnalytics,
  managedIdentity,
  natGateway,
  hubPeering,
  bastion,
  virtualNetwork,
  privateDns,
  keyVault,
  customerManagedKeys,
  storageAccount,
  backup,
  maintenance,
  monitoringAgent,
  internalLoadBalancer,
  application,
  hardening,
  virtualMachine,
  justInTime,
  alerts,
] as readonly ComponentDefinition[];

export function componentNamed(name: string): ComponentDefinition | undefined {
  return components.find((one) => one.name === name);
}
