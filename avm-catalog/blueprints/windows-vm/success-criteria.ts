import type { RequirementId } from './requirements.ts';

/** When a requirement counts as met, measured. An id is never given again to another one. */
export interface SuccessCriterion {
  readonly id: `SC-${string}`;
  readonly statement: string;
  readonly requirements: readonly RequirementId[];
  /** It counts where one of these components is on; always, where none is named. */
  readonly with?: readonly string[];
  /** It counts where this rule is on. */
  readonly rule?: string;
  /** Bash that shows it, with the names of the README: `group`, `machine`, `output`. */
  readonly shows?: string;
  /** What `shows` prints where it is met. */
  readonly expect: string;
  /** Components whose part of the README shows it. */
  readonly told?: readonly string[];
}

export const successCriteria: readonly SuccessCriterion[] = [
  {
    id: 'SC-001',
    statement: '`avm check` finds no error in any environment.',
    requirements: ['FR-001', 'FR-017'],
    shows: 'avm check',
    expect: 'it ends with code 0',
  },
  {
    id: 'SC-002',
    statement: 'Within 15 minutes of a deployment the machine runs and its agent is ready.',
    requirements: ['FR-002'],
    shows: `az vm get-instance-view --resource-group "$group" --name "$machine" \\
  --query '[instanceView.statuses[1].displayStatus, instanceView.vmAgent.statuses[0].displayStatus]' --output tsv`,
    expect: 'it prints VM running and Ready',
  },
  {
    id: 'SC-003',
    statement: 'The machine has 0 public addresses.',
    requirements: ['FR-003'],
    rule: 'SEC-002',
    shows: `az vm list-ip-addresses --resource-group "$group" --query '[].virtualMachine.network.publicIpAddresses[].ipAddress' --output tsv`,
    expect: 'it prints nothing',
  },
  {
    id: 'SC-004',
    statement: 'An administrator has a session within 10 minutes of wanting one, through Bastion and in no other way.',
    requirements: ['FR-004', 'FR-006'],
    with: ['bastion', 'hub-peering'],
    told: ['bastion', 'hub-peering'],
    expect: 'the desktop shows',
  },
  {
    id: 'SC-005',
    statement: 'All outbound connections of the machine come from one public address.',
    requirements: ['FR-005'],
    with: ['nat-gateway'],
    told: ['nat-gateway'],
    expect: 'the address that is seen outside is the NAT gateway’s',
  },
  {
    id: 'SC-006',
    statement: 'No file of the workspace holds a secret.',
    requirements: ['FR-009'],
    rule: 'SEC-012',
    shows: 'avm check',
    expect: 'SEC-012 is not among the findings',
  },
  {
    id: 'SC-007',
    statement: 'The key vault has no public access.',
    requirements: ['FR-010'],
    with: ['key-vault'],
    rule: 'SEC-008',
    shows: 'az keyvault show --name "$(output keyVaultName)" --query properties.publicNetworkAccess --output tsv',
    expect: 'it prints Disabled',
  },
  {
    id: 'SC-008',
    statement: 'The storage account has no public access.',
    requirements: ['FR-011'],
    with: ['storage-account'],
    rule: 'SEC-008',
    shows: `az storage account show --name "$(output storageAccountName)" --query publicNetworkAccess --output tsv`,
    expect: 'it prints Disabled',
  },
  {
    id: 'SC-009',
    statement: 'While the machine runs, its newest heartbeat is at most 5 minutes old.',
    requirements: ['FR-012'],
    with: ['monitoring-agent'],
    told: ['monitoring-agent'],
    expect: 'Last is of the last 5 minutes',
  },
  {
    id: 'SC-010',
    statement: 'From the second day on there is a recovery point at most 26 hours old.',
    requirements: ['FR-013'],
    with: ['backup'],
    shows: `az backup recoverypoint list --resource-group "$group" --vault-name "$(output recoveryVaultName)" --backup-management-type AzureIaasVM \\
  --workload-type VM --container-name "$machine" --item-name "$machine" --query '[0].properties.recoveryPointTime' --output tsv`,
    expect: 'it prints a time of the last 26 hours',
  },
  {
    id: 'SC-011',
    statement: 'After a maintenance window no critical or security update is missing.',
    requirements: ['FR-014'],
    with: ['maintenance'],
    told: ['maintenance'],
    expect: 'critical is 0',
  },
  {
    id: 'SC-012',
    statement: 'Every metric alert is enabled and calls an action group.',
    requirements: ['FR-015'],
    with: ['alerts'],
    shows: `az monitor metrics alert list --resource-group "$group" --query '[].{name: name, enabled: enabled, actions: length(actions)}' --output table`,
    expect: 'enabled is True and actions 1 or more in every row',
  },
  {
    id: 'SC-013',
    statement: 'Every resource with a lock refuses to be deleted.',
    requirements: ['FR-016'],
    shows: `az lock list --resource-group "$group" --query '[].level' --output tsv`,
    expect: 'it prints CanNotDelete, once for each lock',
  },
  {
    id: 'SC-014',
    statement: 'A deployment installs the application once its package can be read, with no step on the machine.',
    requirements: ['FR-007'],
    with: ['application'],
    told: ['application'],
    expect: 'executionState is Succeeded',
  },
  {
    id: 'SC-015',
    statement: 'While the application runs, every health probe succeeds.',
    requirements: ['FR-008'],
    with: ['internal-load-balancer'],
    told: ['internal-load-balancer'],
    expect: 'DipAvailability is 100',
  },
];
