import type { Mutation } from './mutation.ts';

const nsg = 'Microsoft.Network/networkSecurityGroups';
const subnet = 'Microsoft.Network/virtualNetworks/subnets';
const vm = 'Microsoft.Compute/virtualMachines';
const intent = 'Microsoft.RecoveryServices/vaults/replicationProtectionIntents';
const details = 'properties.providerSpecificDetails';
const vault = 'Microsoft.RecoveryServices/vaults';
const alertSettings = 'properties.monitoringSettings.azureMonitorAlertSettings';
const processing = 'Microsoft.AlertsManagement/actionRules';
const routes = 'Microsoft.Network/routeTables';
const route = (nextHopType: string, nextHopIpAddress?: string, addressPrefix = '0.0.0.0/0') => [
  { name: 'udr', properties: { addressPrefix, nextHopType, nextHopIpAddress } },
];

/** Changes of the case hub-and-spoke, for what only a spoke has. */
export const hubMutations: readonly Mutation[] = [
  [
    'SEC-027',
    'a subnet without a route table',
    (r) => r.set(subnet, 'snet-workload', 'properties.routeTable', null),
    subnet,
  ],
  ['SEC-027', 'a table without routes', (r) => r.set(routes, '', 'properties.routes', []), routes],
  [
    'SEC-027',
    'a route for a part',
    (r) => r.set(routes, '', 'properties.routes', route('VirtualAppliance', '10.1.2.4', '10.0.0.0/8')),
    routes,
  ],
  ['SEC-027', 'a route to the internet', (r) => r.set(routes, '', 'properties.routes', route('Internet')), routes],
  [
    'SEC-027',
    'a route to another appliance',
    (r) => r.set(routes, '', 'properties.routes', route('VirtualAppliance', '10.1.2.5')),
    routes,
  ],
  [
    'SEC-020',
    'everything to a network that a default route widens',
    (r) =>
      r.rule('nsg-workload', {
        direction: 'Outbound',
        destinationAddressPrefix: 'VirtualNetwork',
        destinationPortRange: '*',
      }),
    nsg,
  ],
  ['RES-008', 'no replication', (r) => r.drop(intent), vm],
  ['RES-008', 'replication of another VM', (r) => r.set(intent, '', `${details}.fabricObjectId`, '/other'), vm],
  [
    'RES-008',
    'replication within the region',
    (r) => r.set(intent, '', `${details}.recoveryLocation`, 'West Europe'),
    vm,
  ],
  ['OPS-024', 'replication that tells nobody', (r) => r.drop(processing, 'replication'), vault],
  [
    'OPS-024',
    'a vault without alerts of replication',
    (r) => r.set(vault, 'asr', `${alertSettings}.alertsForAllReplicationIssues`, 'Disabled'),
    vault,
  ],
  [
    'OPS-024',
    'a vault without alerts of failovers',
    (r) => r.set(vault, 'asr', `${alertSettings}.alertsForAllFailoverIssues`, 'Disabled'),
    vault,
  ],
  [
    'CST-007',
    'a size that costs more than the limit',
    (r) => r.set(vm, '', 'properties.hardwareProfile.vmSize', 'Standard_D16s_v5'),
    '',
  ],
  [
    'CST-007',
    'a size without a quoted price',
    (r) => r.set(vm, '', 'properties.hardwareProfile.vmSize', 'Standard_M416s_v2'),
    '',
  ],
  [
    'CST-007',
    'a disk that costs more than the limit',
    (r) => r.set(vm, '', 'properties.storageProfile.osDisk.diskSizeGB', 4095),
    '',
  ],
];
