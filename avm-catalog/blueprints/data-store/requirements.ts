import type { Capability } from '../../kernel/capability.ts';

/** Requirements of the data-store blueprint. IDs are never reused. */
export const requirements = {
  'FR-001': 'The template MUST deploy every resource through its Azure Verified Module where one exists.',
  'FR-002': 'The template MUST serve every environment, with differences only in its parameters.',
  'FR-003': 'The workload MUST make the data reachable through a virtual network with a subnet for private endpoints.',
  'FR-004': 'The workload MUST store the data as blobs in a storage account.',
  'FR-005': 'The workload MUST store the secrets and keys of the data in a key vault.',
  'FR-006':
    'The workload MUST collect logs and metrics of every resource with diagnostic settings in one Log Analytics workspace.',
  'FR-007': 'The workload MUST notify operators when the data is unavailable.',
  'FR-008': 'The workload MUST lock resources against deletion in the environments that set a lock.',
  'FR-009': 'The workload MUST use a managed identity for encryption, without stored credentials.',
  'FR-010': 'The workload MUST meet its availability and capacity targets in each environment.',
  'FR-011': 'The workload MUST be recoverable within the recovery objectives of each environment.',
  'FR-012': 'The workspace MUST deploy an environment with scripts that apply only a plan that was approved.',
  'FR-013':
    'The workspace MUST deploy its environments in order from a pipeline, each with the plan that was approved.',
  'FR-014': 'The workspace MUST contain tests of its rules and of its deployment that run without avm.',
  'FR-015':
    'The workspace MUST have settings for its editor, its dev container, and its reviews, so that everyone works with the same tools.',
  'FR-016': 'The workspace MUST let the other tools that it has files for deploy its template.',
} as const;

export type RequirementId = keyof typeof requirements;

export const nonFunctional: readonly string[] = ['FR-010', 'FR-011'];

export const foundations: readonly string[] = ['FR-001', 'FR-002', 'FR-003', 'FR-006'];

export const reasons = {
  alerts: 'FR-007',
  collaboration: 'FR-015',
  deployment: 'FR-012',
  distribution: 'FR-016',
  environments: 'FR-002',
  files: 'FR-004',
  identity: 'FR-009',
  locks: 'FR-008',
  logs: 'FR-006',
  modules: 'FR-001',
  network: 'FR-003',
  pipeline: 'FR-013',
  secrets: 'FR-005',
  'storage-recovery': 'FR-011',
  'storage-targets': 'FR-010',
  tests: 'FR-014',
} as const satisfies Readonly<Partial<Record<Capability, RequirementId>>>;
