import type { SuccessCriterion } from '../../kernel/blueprint-content.ts';
import { availability, recoveryTime } from '../../components/targets/words.ts';
import { by } from '../by.ts';
import type { RequirementId } from './requirements.ts';

export const criteria: readonly SuccessCriterion<RequirementId>[] = [
  {
    id: 'SC-001',
    statement: '`avm check` finds no error in any environment.',
    requirements: ['FR-001', 'FR-002'],
    shows: 'avm check',
    expect: 'it exits with code 0',
  },
  {
    id: 'SC-002',
    statement: 'The storage account has no public network access.',
    requirements: ['FR-004'],
    with: ['storage-account'],
    rule: 'SEC-008',
    shows: 'az storage account show --name "$(output storageAccountName)" --query publicNetworkAccess --output tsv',
    expect: 'it prints Disabled',
  },
  {
    id: 'SC-003',
    statement: 'The key vault has no public network access.',
    requirements: ['FR-005'],
    with: ['key-vault'],
    rule: 'SEC-008',
    shows: 'az keyvault show --name "$(output keyVaultName)" --query properties.publicNetworkAccess --output tsv',
    expect: 'it prints Disabled',
  },
  {
    id: 'SC-004',
    statement: 'Every private endpoint is connected.',
    requirements: ['FR-003'],
    with: ['key-vault', 'storage-account'],
    shows: `az network private-endpoint list --resource-group "$group" --output tsv \\
  --query '[].privateLinkServiceConnections[].privateLinkServiceConnectionState.status'`,
    expect: 'it prints Approved, once for each endpoint',
  },
  {
    id: 'SC-005',
    statement: 'The Log Analytics workspace has a record of a request within 15 minutes.',
    requirements: ['FR-006'],
    told: ['log-analytics'],
    expect: 'the query returns a row',
  },
  {
    id: 'SC-006',
    statement: 'Every metric alert is enabled and has an action group.',
    requirements: ['FR-007'],
    with: ['alerts'],
    shows: `az monitor metrics alert list --resource-group "$group" --query '[].{name: name, enabled: enabled, actions: length(actions)}' --output table`,
    expect: 'enabled is True and actions 1 or more in every row',
  },
  {
    id: 'SC-007',
    statement: 'No resource with a lock can be deleted.',
    requirements: ['FR-008'],
    shows: `az lock list --resource-group "$group" --query '[].level' --output tsv`,
    expect: 'it prints CanNotDelete, once for each lock',
  },
  {
    id: 'SC-008',
    statement: (views) =>
      `In each month, the storage account successfully answers at least ${by(views, availability)} of the requests.`,
    requirements: ['FR-010'],
    told: ['targets'],
    expect: (views) => `the percentage is at least ${by(views, availability)}`,
  },
  {
    id: 'SC-009',
    statement: (views) => `A recovery drill brings a deleted file back within ${by(views, recoveryTime)}.`,
    requirements: ['FR-011'],
    told: ['targets'],
    expect: (views) => `the drill takes at most ${by(views, recoveryTime)}`,
  },
];
