import alerts from '../../../avm-catalog/components/alerts/readme.md.hbs';
import application from '../../../avm-catalog/components/application/readme.md.hbs';
import backup from '../../../avm-catalog/components/backup/readme.md.hbs';
import bastion from '../../../avm-catalog/components/bastion/readme.md.hbs';
import customerManagedKeys from '../../../avm-catalog/components/customer-managed-keys/readme.md.hbs';
import hardening from '../../../avm-catalog/components/hardening/readme.md.hbs';
import hubPeering from '../../../avm-catalog/components/hub-peering/readme.md.hbs';
import internalLoadBalancer from '../../../avm-catalog/components/internal-load-balancer/readme.md.hbs';
import justInTime from '../../../avm-catalog/components/just-in-time/readme.md.hbs';
import keyVault from '../../../avm-catalog/components/key-vault/readme.md.hbs';
import logAnalytics from '../../../avm-catalog/components/log-analytics/readme.md.hbs';
import maintenance from '../../../avm-catalog/components/maintenance/readme.md.hbs';
import managedIdentity from '../../../avm-catalog/components/managed-identity/readme.md.hbs';
import monitoringAgent from '../../../avm-catalog/components/monitoring-agent/readme.md.hbs';
import natGateway from '../../../avm-catalog/components/nat-gateway/readme.md.hbs';
import privateDns from '../../../avm-catalog/components/private-dns/readme.md.hbs';
import storageAccount from '../../../avm-catalog/components/storage-account/readme.md.hbs';
import virtualMachine from '../../../avm-catalog/components/virtual-machine/readme.md.hbs';
import virtualNetwork from '../../../avm-catalog/components/virtual-network/readme.md.hbs';

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
