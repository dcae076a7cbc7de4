import type { SuccessCriterion } from '../../kernel/blueprint-content.ts';
import { availability, recoveryTime } from '../../components/targets/words.ts';
import { by } from '../by.ts';
import { oldestPoint } from './oldest-point.ts';
import type { RequirementId } from './requirements.ts';

export const successCriteria: readonly SuccessCriterion<RequirementId>[] = [
  {
    id: 'SC-001',
    statement: '`avm check` finds no error in any environment.',
    requirements: ['FR-001', 'FR-017'],
    shows: 'avm check',
    expect: 'it exits with code 0',
  },
  {
    id: 'SC-002',
    statement: 'The VM is running and its agent is ready within 15 minutes of a deployment.',
    requirements: ['FR-002'],
    shows: `az vm get-instance-view --resource-group "$group" --name "$machine" \\
  --query '[instanceView.statuses[1].displayStatus, instanceView.vmAgent.statuses[0].displayStatus]' --output tsv`,
    expect: 'it prints VM running and Ready',
  },
  {
    id: 'SC-003',
    statement: 'The VM has 0 public IP addresses.',
    requirements: ['FR-003'],
    rule: 'SEC-002',
    shows: `az vm list-ip-addresses --resource-group "$group" --query '[].virtualMachine.network.publicIpAddresses[].ipAddress' --output tsv`,
    expect: 'it prints nothing',
  },
  {
    id: 'SC-004',
    statement: 'An administrator can open a session within 10 minutes, and only through Azure Bastion.',
    requirements: ['FR-004', 'FR-006'],
    with: ['bastion', 'hub-peering'],
    told: ['bastion', 'hub-peering'],
    expect: 'the desktop appears',
  },
  {
    id: 'SC-005',
    statement: 'All outbound connections of the VM use one public IP address.',
    requirements: ['FR-005'],
    with: ['nat-gateway'],
    told: ['nat-gateway'],
    expect: 'the public IP address is that of the NAT gateway',
  },
  {
    id: 'SC-006',
    statement: 'No file in the workspace contains a secret.',
    requirements: ['FR-009'],
    rule: 'SEC-012',
    shows: 'avm check',
    expect: 'it reports no finding for SEC-012',
  },
  {
    id: 'SC-007',
    statement: 'The key vault has no public network access.',
    requirements: ['FR-010'],
    with: ['key-vault'],
    rule: 'SEC-008',
    shows: 'az keyvault show --name "$(output keyVaultName)" --query properties.publicNetworkAccess --output tsv',
    expect: 'it prints Disabled',
  },
  {
    id: 'SC-008',
    statement: 'The storage account has no public network access.',
    requirements: ['FR-011'],
    with: ['storage-account'],
    rule: 'SEC-008',
    shows: `az storage account show --name "$(output storageAccountName)" --query publicNetworkAccess --output tsv`,
    expect: 'it prints Disabled',
  },
  {
    id: 'SC-009',
    statement: 'While the VM is running, its latest heartbeat is at most 5 minutes old.',
    requirements: ['FR-012'],
    with: ['monitoring-agent'],
    told: ['monitoring-agent'],
    expect: 'Last is within the last 5 minutes',
  },
  {
    id: 'SC-010',
    statement: (views) =>
      `From the second day, the age of the latest recovery point is at most ${by(views, oldestPoint)}.`,
    requirements: ['FR-013'],
    with: ['backup'],
    shows: `az backup recoverypoint list --resource-group "$group" --vault-name "$(output recoveryVaultName)" --backup-management-type AzureIaasVM \\
  --workload-type VM --container-name "$machine" --item-name "$machine" --query '[0].properties.recoveryPointTime' --output tsv`,
    expect: (views) => `the age of the printed time is at most ${by(views, oldestPoint)}`,
  },
  {
    id: 'SC-011',
    statement: 'No critical or security update is missing after a maintenance window.',
    requirements: ['FR-014'],
    with: ['maintenance'],
    told: ['maintenance'],
    expect: 'critical is 0',
  },
  {
    id: 'SC-012',
    statement: 'Every metric alert is enabled and has an action group.',
    requirements: ['FR-015'],
    with: ['alerts'],
    shows: `az monitor metrics alert list --resource-group "$group" --query '[].{name: name, enabled: enabled, actions: length(actions)}' --output table`,
    expect: 'enabled is True and actions 1 or more in every row',
  },
  {
    id: 'SC-013',
    statement: 'No resource with a lock can be deleted.',
    requirements: ['FR-016'],
    shows: `az lock list --resource-group "$group" --query '[].level' --output tsv`,
    expect: 'it prints CanNotDelete, once for each lock',
  },
  {
    id: 'SC-014',
    statement: 'A deployment installs the application from a readable package, with 0 manual steps on the VM.',
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
  {
    id: 'SC-016',
    statement: (views) => `In each month, the VM is available for at least ${by(views, availability)}.`,
    requirements: ['FR-020'],
    told: ['targets'],
    expect: (views) => `the fraction times 100 is at least ${by(views, availability)}`,
  },
  {
    id: 'SC-017',
    statement: (views) => `A restore drill brings the application back within ${by(views, recoveryTime)}.`,
    requirements: ['FR-021'],
    told: ['targets'],
    expect: (views) => `the drill takes at most ${by(views, recoveryTime)}`,
  },
];
