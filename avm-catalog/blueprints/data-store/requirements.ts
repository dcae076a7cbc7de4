import type { Capability } from '../../kernel/capability.ts';

/** Functional requirements of the data-store blueprint. An ID is never given again to another one. */
export const requirements = {
  'FR-001': 'Every resource is deployed through its Azure Verified Module where one exists.',
  'FR-002': 'The same template serves every environment, which differ in their parameters only.',
  'FR-003': 'A virtual network with a subnet for private endpoints leads to the data.',
  'FR-004': 'A storage account keeps the data as blobs.',
  'FR-005': 'A key vault keeps the secrets and keys that belong to the data.',
  'FR-006': 'Logs and metrics of every resource that has diagnostic settings are collected in one place.',
  'FR-007': 'Operators are notified when the data cannot be reached or read.',
  'FR-008': 'Resources are protected from accidental deletion where that is asked for.',
  'FR-009': 'Azure services use a managed identity for encryption, without stored credentials.',
} as const;

export type RequirementId = keyof typeof requirements;

export const foundations: readonly string[] = ['FR-001', 'FR-002', 'FR-003', 'FR-006'];

export const reasons = {
  alerts: 'FR-007',
  environments: 'FR-002',
  files: 'FR-004',
  identity: 'FR-009',
  locks: 'FR-008',
  logs: 'FR-006',
  modules: 'FR-001',
  network: 'FR-003',
  secrets: 'FR-005',
} as const satisfies Readonly<Partial<Record<Capability, RequirementId>>>;
