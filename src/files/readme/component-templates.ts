import alerts from '../../../templates/components/alerts.md.hbs';
import application from '../../../templates/components/application.md.hbs';
import backup from '../../../templates/components/backup.md.hbs';
import bastion from '../../../templates/components/bastion.md.hbs';
import customerManagedKeys from '../../../templates/components/customer-managed-keys.md.hbs';
import hardening from '../../../templates/components/hardening.md.hbs';
import hubPeering from '../../../templates/components/hub-peering.md.hbs';
import internalLoadBalancer from '../../../templates/components/internal-load-balancer.md.hbs';
import justInTime from '../../../templates/components/just-in-time.md.hbs';
import keyVault from '../../../templates/components/key-vault.md.hbs';
import logAnalytics from '../../../templates/components/log-analytics.md.hbs';
import maintenance from '../../../templates/components/maintenance.md.hbs';
import managedIdentity from '../../../templates/components/managed-identity.md.hbs';
import monitoringAgent from '../../../templates/components/monitoring-agent.md.hbs';
import natGateway from '../../../templates/components/nat-gateway.md.hbs';
import privateDns from '../../../templates/components/private-dns.md.hbs';
import storageAccount from '../../../templates/components/storage-account.md.hbs';
import virtualMachine from '../../../templates/components/virtual-machine.md.hbs';
import virtualNetwork from '../../../templates/components/virtual-network.md.hbs';

/** What each component adds to the README: notes for those who operate it. */
export const componentTemplates: Readonly<Record<string, TemplateSpecification>> = {
  'log-analytics': logAnalytics,
  'managed-identity': managedIdentity,
  'nat-gateway': natGateway,
  'hub-peering': hubPeering,
  bastion,
  'virtual-network': virtualNetwork,
  'private-dns': privateDns,
  'key-vault': keyVault,
  'customer-managed-keys': customerManagedKeys,
  'storage-account': storageAccount,
  backup,
  maintenance,
  'monitoring-agent': monitoringAgent,
  'internal-load-balancer': internalLoadBalancer,
  application,
  hardening,
  'virtual-machine': virtualMachine,
  'just-in-time': justInTime,
  alerts,
};
