import type { Capability } from '../../kernel/capability.ts';

/** Functional requirements of the windows-vm blueprint. An id is never given again to another one. */
export const requirements = {
  'FR-001': 'Every resource is deployed through its Azure Verified Module where one exists.',
  'FR-002': 'One Windows Server virtual machine of a chosen size, image and licence hosts the application.',
  'FR-003': 'A virtual network with a subnet for the machine and one for private endpoints carries the workload.',
  'FR-004': 'Administrators reach the machine through Azure Bastion.',
  'FR-005': 'Outbound traffic leaves by a NAT gateway with a known address.',
  'FR-006': 'The network is peered with an existing hub.',
  'FR-007': 'The application is installed on the machine from a package.',
  'FR-008': 'The application is offered inside the network through an internal load balancer.',
  'FR-009': 'The administrator’s credentials come from an existing key vault.',
  'FR-010': 'A key vault keeps the secrets and keys of the workload.',
  'FR-011': 'A storage account keeps the files of the workload.',
  'FR-012': 'Logs and metrics of every resource that has diagnostic settings are collected in one place.',
  'FR-013': 'The machine is backed up every day.',
  'FR-014': 'Updates are installed within a maintenance window.',
  'FR-015': 'Operators are notified when the machine or what it depends on is unhealthy.',
  'FR-016': 'Resources are protected from deletion by mistake where that is asked for.',
  'FR-017': 'The same template serves every environment, which differ in their parameters only.',
  'FR-018': 'Data is kept on disks of its own.',
  'FR-019': 'The machine reaches other services with a managed identity, without stored credentials.',
} as const;

export type RequirementId = keyof typeof requirements;

/** What the blueprint always builds, so that no workload can do without it. */
export const foundations: readonly string[] = ['FR-001', 'FR-002', 'FR-003', 'FR-009', 'FR-012', 'FR-017'];

export const reasons = {
  administration: 'FR-004',
  'administrator-credentials': 'FR-009',
  alerts: 'FR-015',
  backup: 'FR-013',
  'data-disks': 'FR-018',
  environments: 'FR-017',
  files: 'FR-011',
  hub: 'FR-006',
  identity: 'FR-019',
  installation: 'FR-007',
  'load-balancing': 'FR-008',
  locks: 'FR-016',
  logs: 'FR-012',
  machine: 'FR-002',
  modules: 'FR-001',
  network: 'FR-003',
  outbound: 'FR-005',
  secrets: 'FR-010',
  updates: 'FR-014',
} as const satisfies Readonly<Partial<Record<Capability, RequirementId>>>;
