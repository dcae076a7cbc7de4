/** The versions components build on, by path below `avm/res/`, or below `avm/` for patterns (`ptn/`) and utilities (`utl/`). */
export const pins = {
  'alerts-management/action-rule': '0.2.4',
  'authorization/policy-assignment/rg-scope': '0.1.0',
  'compute/disk-encryption-set': '0.6.1',
  'compute/virtual-machine': '0.22.2',
  'compute/virtual-machine/extension': '0.1.0',
  'consumption/budget/rg-scope': '0.1.0',
  'insights/action-group': '0.8.0',
  'insights/activity-log-alert': '0.4.2',
  'insights/data-collection-endpoint': '0.5.1',
  'insights/data-collection-rule': '0.11.0',
  'insights/diagnostic-setting': '0.1.4',
  'insights/metric-alert': '0.4.1',
  'insights/private-link-scope': '0.7.3',
  'insights/scheduled-query-rule': '0.6.0',
  'key-vault/vault': '0.14.0',
  'maintenance/maintenance-configuration': '0.4.0',
  'managed-identity/user-assigned-identity': '0.6.0',
  'network/application-security-group': '0.2.2',
  'network/azure-firewall': '0.11.1',
  'network/bastion-host': '0.8.2',
  'network/load-balancer': '0.8.0',
  'network/nat-gateway': '2.1.0',
  'network/network-security-group': '0.5.3',
  'network/network-watcher/flow-log': '0.1.0',
  'network/private-dns-zone': '0.8.1',
  'network/private-endpoint': '0.12.1',
  'network/public-ip-address': '0.13.0',
  'network/public-ip-prefix': '0.8.0',
  'network/route-table': '0.5.0',
  'network/virtual-network': '0.10.1',
  'network/virtual-network/subnet': '0.2.0',
  'network/virtual-network/virtual-network-peering': '0.2.0',
  'operational-insights/workspace': '0.16.1',
  'recovery-services/vault': '0.13.0',
  'resources/resource-group': '0.4.4',
  'storage/storage-account': '0.33.0',
  'ptn/authorization/resource-role-assignment': '0.1.2',
  'ptn/network/private-link-private-dns-zones': '0.7.3',
  'ptn/security/security-center': '0.3.0',
  'utl/types/avm-common-types': '0.7.0',
} as const;

export type ModuleName = keyof typeof pins;

/** Their resources are nowhere in particular: `location` keeps its default, which is global. Source: their main.json. */
const regionless = new Set(
  [
    'alerts-management/action-rule',
    'communication/communication-service',
    'communication/email-service',
    'communication/email-service/domain',
    'insights/action-group',
    'insights/activity-log-alert',
    'insights/metric-alert',
    'insights/private-link-scope',
    'network/dns-zone',
    'network/front-door-web-application-firewall-policy',
    'network/private-dns-zone',
    'network/private-dns-zone/virtual-network-link',
    'network/trafficmanagerprofile',
  ].map((name) => `avm/res/${name}`),
);

/** Whether a module keeps its own `location`; `module` is the whole path. */
export function isRegionless(module: string): boolean {
  return regionless.has(module);
}

/** `network/nat-gateway` to `avm/res/network/nat-gateway`. */
export function modulePath(name: ModuleName): string {
  return /^(ptn|utl)\//.test(name) ? `avm/${name}` : `avm/res/${name}`;
}

/** How a Bicep file names the pinned module: `br/public:avm/res/network/nat-gateway:2.1.0`. */
export function moduleReference(name: ModuleName): string {
  return `br/public:${modulePath(name)}:${pins[name]}`;
}
