import { addressSpacesText } from '../../kernel/address-spaces.ts';
import { receivers } from '../../components/alerts/inputs.ts';
import type { UserInput } from '../../kernel/blueprint-content.ts';
import type { RequirementId } from './requirements.ts';
import { alertsInputs } from '../../components/alerts/inputs.ts';
import { storageAccountInputs } from '../../components/storage-account/inputs.ts';

export const userInputs: readonly UserInput<RequirementId>[] = [
  { what: 'Owner', path: '/tags', value: ({ tags }) => tags['owner'], requirements: ['FR-002'] },
  { what: 'Cost center', path: '/tags', value: ({ tags }) => tags['costCenter'], requirements: ['FR-002'] },
  {
    what: 'Region',
    path: 'location.region',
    value: ({ core }) => core.location.region,
    requirements: ['FR-002'],
  },
  {
    what: 'Address range of the virtual network',
    path: 'network.addressSpace',
    value: ({ core }) => addressSpacesText(core.network),
    requirements: ['FR-003'],
  },
  {
    what: 'Redundancy of the storage account',
    path: 'storageAccount.redundancy',
    value: (view) => storageAccountInputs.of(view).redundancy,
    requirements: ['FR-004'],
    with: ['storage-account'],
  },
  {
    what: 'Blob containers',
    path: 'storageAccount.containers',
    value: (view) => storageAccountInputs.of(view).containers,
    requirements: ['FR-004'],
    with: ['storage-account'],
  },
  {
    what: 'Alert receivers',
    path: 'alerts',
    value: (view) => receivers(alertsInputs.of(view)),
    requirements: ['FR-007'],
    with: ['alerts'],
  },
];
