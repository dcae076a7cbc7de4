import { ownValue } from '../../src/bicep/own.ts';

/** A page of Microsoft Learn. */
interface LearnPage {
  readonly title: string;
  readonly url: string;
}

const learn = 'https://learn.microsoft.com';

/** By the module's path below `avm/res/`, or the resource type in lower case: the page that introduces the service. */
const pages: Readonly<Record<string, readonly [title: string, path: string]>> = {
  'compute/disk-encryption-set': ['Azure Disk Storage encryption', '/azure/virtual-machines/disk-encryption'],
  'compute/virtual-machine': ['Azure Virtual Machines', '/azure/virtual-machines/overview'],
  'insights/action-group': ['Action groups', '/azure/azure-monitor/alerts/action-groups'],
  'insights/data-collection-rule': [
    'Data collection rules',
    '/azure/azure-monitor/data-collection/data-collection-rule-overview',
  ],
  'insights/metric-alert': ['Azure Monitor alerts', '/azure/azure-monitor/alerts/alerts-overview'],
  'key-vault/vault': ['Azure Key Vault', '/azure/key-vault/general/overview'],
  'maintenance/maintenance-configuration': [
    'Maintenance configurations',
    '/azure/virtual-machines/maintenance-configurations',
  ],
  'managed-identity/user-assigned-identity': [
    'Managed identities',
    '/entra/identity/managed-identities-azure-resources/overview',
  ],
  'network/bastion-host': ['Azure Bastion', '/azure/bastion/bastion-overview'],
  'network/load-balancer': ['Azure Load Balancer', '/azure/load-balancer/load-balancer-overview'],
  'network/nat-gateway': ['Azure NAT Gateway', '/azure/nat-gateway/nat-overview'],
  'network/network-security-group': [
    'Network security groups',
    '/azure/virtual-network/network-security-groups-overview',
  ],
  'network/private-dns-zone': ['Azure Private DNS', '/azure/dns/private-dns-overview'],
  'network/virtual-network': ['Azure Virtual Network', '/azure/virtual-network/virtual-networks-overview'],
  'operational-insights/workspace': [
    'Log Analytics workspaces',
    '/azure/azure-monitor/logs/log-analytics-workspace-overview',
  ],
  'recovery-services/vault': ['Azure Backup', '/azure/backup/backup-azure-recovery-services-vault-overview'],
  'storage/storage-account': ['Azure Storage', '/azure/storage/common/storage-account-overview'],
  'microsoft.security/locations/jitnetworkaccesspolicies': [
    'Just-in-time VM access',
    '/azure/defender-for-cloud/just-in-time-access-overview',
  ],
};

const ofModule = (module: string): string => module.replace(/^avm\/res\//, '');
const ofType = (type: string): string => (type.split('@')[0] ?? '').toLowerCase();

/** The pages for modules and resource types, in their order, each once. */
export function learnPages(sources: readonly string[]): readonly LearnPage[] {
  const keys = sources.map((one) => (one.startsWith('avm/') ? ofModule(one) : ofType(one)));
  return [...new Set(keys)].flatMap((key) => {
    const [title, path] = ownValue(pages, key) ?? [];
    return title === undefined ? [] : [{ title, url: `${learn}${path}` }];
  });
}

/** The template reference of a resource type with its API version. */
export function templateReference(type: string): string {
  const [name = '', version = ''] = type.toLowerCase().split('@');
  const [provider = '', ...types] = name.split('/');
  return `${learn}/azure/templates/${[provider, version, ...types].join('/')}`;
}
