import { param, text, type Value } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import type { SecurityRule } from '../../kernel/slots.ts';
import { machinesIn, subnetOf } from '../virtual-machine/inputs.ts';
import { recoveryRegion } from './settings.ts';

/**
 * Outbound traffic of replicated VMs. Its priorities are after those of `outbound.allow`.
 * Source: azure-docs site-recovery/azure-to-azure-about-networking.md, "Outbound connectivity using Service Tags". Service
 * tags of a region have its name, as in the routes that Azure adds for SQL Managed Instance.
 */
export function outboundRules(c: Composer): void {
  const region = recoveryRegion(c);
  const rules = [
    allow('ReplicaCache', 700, text`Storage.${param('location')}`, 'Replication'),
    allow('ReplicaSignIn', 710, 'AzureActiveDirectory', 'Replication'),
    allow('ReplicaLogs', 720, text`EventHub.${region}`, 'Replication'),
    allow('ReplicaService', 730, 'AzureSiteRecovery', 'Replication'),
  ];
  const subnets = new Set(c.views.flatMap((view) => machinesIn(view).map(({ is }) => subnetOf(is))));
  for (const subnet of subnets)
    for (const rule of rules) c.contribute('securityRule', { subnet, rule }, { ids: ['SEC-006', 'recovery'] });
}

function allow(name: string, priority: number, destination: Value, description: string): SecurityRule {
  return {
    name: `Allow${name}Outbound`,
    priority,
    direction: 'Outbound',
    access: 'Allow',
    protocol: 'Tcp',
    description,
    source: '*',
    destination,
    ports: ['443'],
  };
}
