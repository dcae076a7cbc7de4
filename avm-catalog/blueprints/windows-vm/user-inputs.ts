import { addressSpacesText } from '../../kernel/address-spaces.ts';
import type { UserInput } from '../../kernel/blueprint-content.ts';
import { receivers } from '../../components/alerts/inputs.ts';
import type { RequirementId } from './requirements.ts';
import { alertsInputs } from '../../components/alerts/inputs.ts';
import { applicationInputs } from '../../components/application/inputs.ts';
import { loadBalancerInputs } from '../../components/internal-load-balancer/inputs.ts';
import { firewallIn } from '../../components/route-table/inputs.ts';
import { virtualMachineInputs } from '../../components/virtual-machine/inputs.ts';

export const userInputs: readonly UserInput<RequirementId>[] = [
  {
    what: 'Owner',
    path: '/tags',
    value: ({ tags }) => tags['owner'],
    requirements: ['FR-017'],
  },
  {
    what: 'Cost center',
    path: '/tags',
    value: ({ tags }) => tags['costCenter'],
    requirements: ['FR-017'],
  },
  {
    what: 'Region',
    path: 'location.region',
    value: ({ core }) => core.location.region,
    requirements: ['FR-017'],
  },
  {
    what: 'Address range of the virtual network',
    path: 'network.addressSpace',
    value: ({ core }) => addressSpacesText(core.network),
    requirements: ['FR-003'],
  },
  {
    what: 'Virtual network of the hub',
    path: 'network.hub.virtualNetworkId',
    value: ({ core: { network } }) => (network.topology === 'hub' ? network.hub.virtualNetworkId : undefined),
    requirements: ['FR-006'],
    with: ['hub-peering'],
  },
  {
    what: 'Firewall of the hub',
    path: 'network.hub.firewallAddress',
    value: (view) => firewallIn(view) || undefined,
    requirements: ['FR-006'],
    with: ['route-table'],
  },
  {
    what: 'VM size',
    path: 'virtualMachine.size',
    value: (view) => virtualMachineInputs.of(view).size,
    requirements: ['FR-002'],
  },
  {
    what: 'Windows Server image',
    path: 'virtualMachine.image',
    value: (view) => virtualMachineInputs.of(view).image,
    requirements: ['FR-002'],
  },
  {
    what: 'Existing Windows Server license',
    path: 'virtualMachine.licence',
    value: (view) => (virtualMachineInputs.of(view).licence === 'none' ? null : virtualMachineInputs.of(view).licence),
    requirements: ['FR-002'],
  },
  {
    what: 'Administrator user name',
    path: 'virtualMachine.administrator',
    value: (view) => virtualMachineInputs.of(view).administrator.username,
    requirements: ['FR-009'],
  },
  {
    what: 'Key vault with the administrator’s password',
    path: 'virtualMachine.administrator',
    value: (view) => virtualMachineInputs.of(view).administrator.vaultName,
    requirements: ['FR-009'],
  },
  {
    what: 'Application package',
    path: 'application.packageUri',
    value: (view) => (applicationInputs.of(view).enabled ? applicationInputs.of(view).packageUri : undefined),
    requirements: ['FR-007'],
    with: ['application'],
  },
  {
    what: 'Application ports',
    path: 'loadBalancer.ports',
    value: (view) =>
      loadBalancerInputs.of(view).enabled ? loadBalancerInputs.of(view).ports.map(({ port }) => port) : undefined,
    requirements: ['FR-008'],
    with: ['internal-load-balancer'],
  },
  {
    what: 'Alert receivers',
    path: 'alerts.emails',
    value: (view) => (alertsInputs.of(view).enabled ? receivers(alertsInputs.of(view)) : undefined),
    requirements: ['FR-015'],
    with: ['alerts'],
  },
];
