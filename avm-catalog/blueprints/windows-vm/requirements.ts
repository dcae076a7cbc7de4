import type { Capability } from '../../kernel/capability.ts';

/** Requirements of the windows-vm blueprint. IDs are never reused. */
export const requirements = {
  'FR-001': 'The template MUST deploy every resource through its Azure Verified Module where one exists.',
  'FR-002':
    'The workload MUST host the application on one Windows Server VM of a chosen size, image, and license type.',
  'FR-003': 'The workload MUST run in a virtual network with one subnet for the VM and one for private endpoints.',
  'FR-004': 'The workload MUST give administrators access to the VM through Azure Bastion.',
  'FR-005': 'The workload MUST send outbound traffic through a NAT gateway with a known public IP address.',
  'FR-006': 'The workload MUST peer its virtual network with an existing hub.',
  'FR-007': 'The template MUST install the application on the VM from a package.',
  'FR-008': 'The workload MUST expose the application to the private network through an internal load balancer.',
  'FR-009': 'The template MUST read the administrator’s password from an existing key vault.',
  'FR-010': 'The workload MUST store its secrets and keys in a key vault.',
  'FR-011': 'The workload MUST store its files in a storage account.',
  'FR-012':
    'The workload MUST collect logs and metrics of every resource with diagnostic settings in one Log Analytics workspace.',
  'FR-013': 'The workload MUST back up the VM every day.',
  'FR-014': 'The workload MUST install updates only within a maintenance window.',
  'FR-015': 'The workload MUST notify operators when the VM or a resource that it depends on is unhealthy.',
  'FR-016': 'The workload MUST lock resources against deletion in the environments that set a lock.',
  'FR-017': 'The template MUST serve every environment, with differences only in its parameters.',
  'FR-018': 'The workload MUST store its data on data disks, separate from the OS disk.',
  'FR-019':
    'The workload MUST access other Azure services with a managed identity of the VM, without stored credentials.',
  'FR-020': 'The workload MUST meet its availability and capacity targets in each environment.',
  'FR-021': 'The workload MUST be recoverable within the recovery objectives of each environment.',
  'FR-022': 'The workspace MUST deploy an environment with scripts that apply only a plan that was approved.',
  'FR-023':
    'The workspace MUST deploy its environments in order from a pipeline, each with the plan that was approved.',
  'FR-024': 'The workspace MUST contain tests of its rules and of its deployment that run without avm.',
  'FR-025':
    'The workspace MUST have settings for its editor, its dev container, and its reviews, so that everyone works with the same tools.',
  'FR-026': 'The workspace MUST let the other tools that it has files for deploy its template.',
} as const;

export type RequirementId = keyof typeof requirements;

export const nonFunctional: readonly string[] = ['FR-020', 'FR-021'];

/** Requirements that every workload of the blueprint has. */
export const foundations: readonly string[] = ['FR-001', 'FR-002', 'FR-003', 'FR-009', 'FR-012', 'FR-017'];

export const reasons = {
  administration: 'FR-004',
  'administrator-credentials': 'FR-009',
  alerts: 'FR-015',
  backup: 'FR-013',
  collaboration: 'FR-025',
  'data-disks': 'FR-018',
  deployment: 'FR-022',
  distribution: 'FR-026',
  environments: 'FR-017',
  files: 'FR-011',
  hub: 'FR-006',
  identity: 'FR-019',
  installation: 'FR-007',
  'load-balancing': 'FR-008',
  locks: 'FR-016',
  logs: 'FR-012',
  machine: 'FR-002',
  'machine-targets': 'FR-020',
  modules: 'FR-001',
  network: 'FR-003',
  outbound: 'FR-005',
  pipeline: 'FR-023',
  recovery: 'FR-021',
  secrets: 'FR-010',
  tests: 'FR-024',
  updates: 'FR-014',
} as const satisfies Readonly<Partial<Record<Capability, RequirementId>>>;
