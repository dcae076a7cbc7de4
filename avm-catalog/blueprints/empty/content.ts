import { addressSpacesText } from '../../kernel/address-spaces.ts';
import type { BlueprintContent } from '../../kernel/blueprint-content.ts';

/** Minimal texts: added components bring their own, and each workload adds its requirements. */
export const content: BlueprintContent = {
  problem:
    'A team needs a private network and a central place for logs before all components of its workload are known. Components that are added later have to follow the same rules from their first day.',
  constraints: ['Components that are added use the virtual network and the Log Analytics workspace of this workload.'],
  requirements: {
    'FR-001': 'The template MUST deploy every resource through its Azure Verified Module where one exists.',
    'FR-002': 'The template MUST serve every environment, with differences only in its parameters.',
    'FR-003': 'The workload MUST have a virtual network for the components that are added.',
    'FR-004':
      'The workload MUST collect logs and metrics of every resource with diagnostic settings in one Log Analytics workspace.',
    'FR-005': 'The workload MUST lock resources against deletion in the environments that set a lock.',
    'FR-006': 'The workload MUST store secrets and keys in a key vault.',
    'FR-007': 'The workload MUST store files in a storage account.',
    'FR-008': 'The workload MUST notify operators when an added component is unhealthy.',
    'FR-009': 'The workload MUST use managed identities for access between Azure services, without stored credentials.',
    'FR-010': 'The workspace MUST deploy an environment with scripts that apply only a plan that was approved.',
    'FR-011':
      'The workspace MUST deploy its environments in order from a pipeline, each with the plan that was approved.',
    'FR-012': 'The workspace MUST contain tests of its rules and of its deployment that run without avm.',
    'FR-013':
      'The workspace MUST have settings for its editor, its dev container, and its reviews, so that everyone works with the same tools.',
  },
  foundations: ['FR-001', 'FR-002', 'FR-003', 'FR-004'],
  reasons: {
    alerts: 'FR-008',
    collaboration: 'FR-013',
    deployment: 'FR-010',
    environments: 'FR-002',
    files: 'FR-007',
    identity: 'FR-009',
    locks: 'FR-005',
    logs: 'FR-004',
    modules: 'FR-001',
    network: 'FR-003',
    pipeline: 'FR-011',
    secrets: 'FR-006',
    tests: 'FR-012',
  },
  stories: [
    {
      id: 'US1',
      title: 'Deploy one template to every environment',
      priority: 'P1',
      as: 'As a platform engineer, I want to deploy every environment from one template, so that production runs what was tested.',
      why: 'Environments that are deployed from different code drift apart, so a test says little about production.',
      test: 'Deploy the default environment into an empty resource group.',
      requirements: ['FR-001', 'FR-002', 'FR-010', 'FR-011', 'FR-012', 'FR-013'],
      components: ['deployment-scripts', 'github-actions', 'azure-devops', 'repository-files', 'ps-rule'],
      scenarios: [
        {
          given: 'an empty resource group',
          when: 'the template is deployed with the parameter file of an environment',
          then: 'the deployment succeeds with no further input',
          requirements: ['FR-002'],
        },
        {
          given: 'a plan that was approved',
          when: 'the environment changes before the plan is applied',
          then: 'the deployment is refused, and nothing changes',
          requirements: ['FR-010'],
          with: ['deployment-scripts'],
        },
        {
          given: 'a resource that breaks a rule which PSRule can express',
          when: 'PSRule evaluates the parameter file of its environment',
          then: 'it reports the resource, as `avm check` does',
          requirements: ['FR-012'],
          with: ['ps-rule'],
        },
        {
          given: 'a commit that changes nothing in an environment',
          when: 'the pipeline runs',
          then: 'it asks for no approval, and goes on with the next environment',
          requirements: ['FR-011'],
          with: ['github-actions', 'azure-devops'],
        },
      ],
    },
    {
      id: 'US2',
      title: 'Add components to an existing network',
      priority: 'P1',
      as: 'As a platform engineer, I want a network and a central workspace to exist first, so that each component that I add has a private address and logs from its first day.',
      why: 'Components that are added later depend on the network and the workspace.',
      test: 'Add a component with `avm add`, and deploy again.',
      requirements: ['FR-003', 'FR-004', 'FR-006', 'FR-007', 'FR-009'],
      components: [
        'log-analytics',
        'flow-logs',
        'monitor-private-link',
        'managed-identity',
        'virtual-network',
        'private-dns',
        'key-vault',
        'customer-managed-keys',
        'storage-account',
      ],
      scenarios: [
        {
          given: 'an environment that is deployed',
          when: 'its resources are listed',
          then: 'the virtual network and the Log Analytics workspace exist',
          requirements: ['FR-003', 'FR-004'],
        },
      ],
    },
    {
      id: 'US3',
      title: 'Get alerts and prevent deletion',
      priority: 'P3',
      as: 'As an operator, I want alerts and locks, so that I learn of a problem before users do and nobody deletes a resource by accident.',
      why: 'Alerts and locks become useful once components are added.',
      test: 'Read the alert rules, and try to delete a resource that has a lock.',
      requirements: ['FR-005', 'FR-008'],
      components: ['alerts', 'budget', 'policy-assignments'],
      scenarios: [
        {
          given: 'a resource with a lock',
          when: 'somebody tries to delete it',
          then: 'Azure rejects the request',
          requirements: ['FR-005'],
        },
      ],
    },
  ],
  criteria: [
    {
      id: 'SC-001',
      statement: '`avm check` finds no error in any environment.',
      requirements: ['FR-001', 'FR-002'],
      shows: 'avm check',
      expect: 'it exits with code 0',
    },
    {
      id: 'SC-002',
      statement: 'All address ranges of the virtual network match the settings.',
      requirements: ['FR-003'],
      shows: `az network vnet show --ids "$(output virtualNetworkId)" --query 'addressSpace.addressPrefixes' --output tsv`,
      expect: 'it prints the address range',
    },
    {
      id: 'SC-003',
      statement: 'No resource with a lock can be deleted.',
      requirements: ['FR-005'],
      shows: `az lock list --resource-group "$group" --query '[].level' --output tsv`,
      expect: 'it prints CanNotDelete, once for each lock',
    },
    {
      id: 'SC-004',
      statement: 'Every metric alert is enabled and has an action group.',
      requirements: ['FR-008'],
      with: ['alerts'],
      shows: `az monitor metrics alert list --resource-group "$group" --query '[].{name: name, enabled: enabled, actions: length(actions)}' --output table`,
      expect: 'enabled is True and actions 1 or more in every row',
    },
  ],
  decisions: [
    {
      topic: 'Environments',
      decision: 'One template, and a parameter file for each environment.',
      rationale: 'Production runs what was tested, and one table shows how the environments differ.',
      alternatives: 'A template for each environment: the templates drift apart with the first urgent change.',
      requirements: ['FR-002'],
    },
  ],
  edgeCases: [
    {
      what: 'An environment with locks is removed',
      then: 'the locks need to be deleted first, by a person with permission to do so.',
      requirements: ['FR-005'],
    },
  ],
  reviews: {
    operations: [
      {
        category: 'Acceptance Criteria Quality',
        quality: 'Measurability',
        requirements: ['FR-004'],
        ask: () => 'Is the retention of logs specified, together with the law or contract that requires it?',
      },
      {
        category: 'Requirement Completeness',
        quality: 'Gap',
        requirements: ['FR-003'],
        ask: () => 'Are the components that will be added specified, and the number of IP addresses that they need?',
      },
      {
        category: 'Dependencies & Assumptions',
        quality: 'Assumption',
        requirements: ['FR-001', 'FR-002'],
        ask: () => 'Is it specified who deploys to each environment, and who approves a deployment?',
      },
    ],
    security: [
      {
        category: 'Requirement Clarity',
        quality: 'Clarity',
        requirements: ['FR-003'],
        ask: () => 'Is it specified which networks are connected to this one, and who approves another one?',
      },
      {
        category: 'Requirement Completeness',
        quality: 'Gap',
        requirements: ['FR-004'],
        ask: () => 'Is it specified who can read the logs, and who can’t?',
      },
      {
        category: 'Scenario Coverage',
        quality: 'Coverage',
        requirements: ['FR-003'],
        ask: () => 'Is it specified what happens when the address range is exhausted?',
      },
    ],
  },
  userInputs: [
    { what: 'Owner', path: '/tags', value: ({ tags }) => tags['owner'], requirements: ['FR-002'] },
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
  ],
};
