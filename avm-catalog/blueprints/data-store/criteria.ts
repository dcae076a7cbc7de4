import type { SuccessCriterion } from '../../kernel/blueprint-content.ts';
import type { RequirementId } from './requirements.ts';

export const criteria: readonly SuccessCriterion<RequirementId>[] = [
  {
    id: 'SC-001',
    statement: '`avm check` finds no error in any environment.',
    requirements: ['FR-001', 'FR-002'],
    shows: 'avm check',
    expect: 'it ends with code 0',
  },
  {
    id: 'SC-002',
    statement: 'The storage account has no public access.',
    requirements: ['FR-004'],
    with: ['storage-account'],
    rule: 'SEC-008',
    shows: 'az storage account show --name "$(output storageAccountName)" --query publicNetworkAccess --output tsv',
    expect: 'it prints Disabled',
  },
  {
    id: 'SC-003',
    statement: 'The key vault has no public access.',
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
    statement: 'Within 15 minutes of a request, the Log Analytics workspace has a record of it.',
    requirements: ['FR-006'],
    told: ['log-analytics'],
    expect: 'the query has a row',
  },
  {
    id: 'SC-006',
    statement: 'Every metric alert is enabled and calls an action group.',
    requirements: ['FR-007'],
    with: ['alerts'],
    shows: `az monitor metrics alert list --resource-group "$group" --query '[].{name: name, enabled: enabled, actions: length(actions)}' --output table`,
    expect: 'enabled is True and actions 1 or more in every row',
  },
  {
    id: 'SC-007',
    statement: 'Every resource with a lock refuses to be deleted.',
    requirements: ['FR-008'],
    shows: `az lock list --resource-group "$group" --query '[].level' --output tsv`,
    expect: 'it prints CanNotDelete, once for each lock',
  },
];
