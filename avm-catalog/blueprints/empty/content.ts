import type { BlueprintContent } from '../../kernel/blueprint-content.ts';

/** Few words: what is added brings its own, and the requirements of a workload are the workload's. */
export const content: BlueprintContent = {
  requirements: {
    'FR-001': 'Every resource is deployed through its Azure Verified Module where one exists.',
    'FR-002': 'The same template serves every environment, which differ in their parameters only.',
    'FR-003': 'A virtual network carries what is added.',
    'FR-004': 'Logs and metrics of every resource that has diagnostic settings are collected in one place.',
    'FR-005': 'Resources are protected from accidental deletion where that is asked for.',
    'FR-006': 'A key vault keeps secrets and keys.',
    'FR-007': 'A storage account keeps files.',
    'FR-008': 'Operators are notified when something that was added is unhealthy.',
    'FR-009': 'Azure services use managed identities, without stored credentials.',
  },
  foundations: ['FR-001', 'FR-002', 'FR-003', 'FR-004'],
  reasons: {
    alerts: 'FR-008',
    environments: 'FR-002',
    files: 'FR-007',
    identity: 'FR-009',
    locks: 'FR-005',
    logs: 'FR-004',
    modules: 'FR-001',
    network: 'FR-003',
    secrets: 'FR-006',
  },
  stories: [
    {
      id: 'US1',
      title: 'Deploy one template to every environment',
      priority: 'P1',
      why: 'Environments made from different code drift apart, and what was tested is then not what runs.',
      test: 'Deploy the default environment into an empty resource group.',
      requirements: ['FR-001', 'FR-002'],
      components: [],
      scenarios: [
        {
          given: 'an empty resource group',
          when: 'the template is deployed with the parameter file of an environment',
          then: 'the deployment succeeds with no further input',
          requirements: ['FR-002'],
        },
      ],
    },
    {
      id: 'US2',
      title: 'Add components to a network that is there',
      priority: 'P1',
      why: 'What is added later needs a private address and a place for its logs on the first day.',
      test: 'Add a component with avm add, and deploy again.',
      requirements: ['FR-003', 'FR-004', 'FR-006', 'FR-007', 'FR-009'],
      components: [
        'log-analytics',
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
          then: 'the network and the Log Analytics workspace are there',
          requirements: ['FR-003', 'FR-004'],
        },
      ],
    },
    {
      id: 'US3',
      title: 'Hear of trouble, and keep what is there',
      priority: 'P3',
      why: 'Operators should know before users do, and nobody should delete a resource by accident.',
      test: 'Read the alert rules, and delete a resource that has a lock.',
      requirements: ['FR-005', 'FR-008'],
      components: ['alerts'],
      scenarios: [
        {
          given: 'a resource with a lock',
          when: 'somebody deletes it',
          then: 'Azure refuses',
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
      expect: 'it ends with code 0',
    },
    {
      id: 'SC-002',
      statement: 'All ranges of the network are those of the settings.',
      requirements: ['FR-003'],
      shows: `az network vnet show --ids "$(output virtualNetworkId)" --query 'addressSpace.addressPrefixes' --output tsv`,
      expect: 'it prints the range',
    },
    {
      id: 'SC-003',
      statement: 'Every resource with a lock refuses to be deleted.',
      requirements: ['FR-005'],
      shows: `az lock list --resource-group "$group" --query '[].level' --output tsv`,
      expect: 'it prints CanNotDelete, once for each lock',
    },
    {
      id: 'SC-004',
      statement: 'Every metric alert is enabled and calls an action group.',
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
      rationale: 'What was tested is what is deployed; one table shows how the environments differ.',
      alternatives: 'A template for each environment: they drift apart with the first urgent change.',
      requirements: ['FR-002'],
    },
  ],
  edgeCases: [
    {
      what: 'An environment with locks is to be removed',
      then: 'the locks are deleted first, by somebody who may.',
      requirements: ['FR-005'],
    },
  ],
  reviews: {
    operations: [
      {
        category: 'Acceptance Criteria Quality',
        quality: 'Measurability',
        requirements: ['FR-004'],
        ask: () => 'Is it said for how long logs are kept, and which law or contract asks for that?',
      },
      {
        category: 'Requirement Completeness',
        quality: 'Gap',
        requirements: ['FR-003'],
        ask: () => 'Is it said what will be added to the network, and how many addresses that needs?',
      },
      {
        category: 'Dependencies & Assumptions',
        quality: 'Assumption',
        requirements: ['FR-001', 'FR-002'],
        ask: () => 'Is it said who deploys to each environment, and who approves that?',
      },
    ],
    security: [
      {
        category: 'Requirement Clarity',
        quality: 'Clarity',
        requirements: ['FR-003'],
        ask: () => 'Is it said which networks are connected to this one, and who agrees to a further one?',
      },
      {
        category: 'Requirement Completeness',
        quality: 'Gap',
        requirements: ['FR-004'],
        ask: () => 'Is it said who may read the logs, and who may not?',
      },
      {
        category: 'Scenario Coverage',
        quality: 'Coverage',
        requirements: ['FR-003'],
        ask: () => 'Is it said what happens when the range of the network is used up?',
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
      what: 'Range of the network',
      path: 'network.addressSpace',
      value: ({ core }) => core.network.addressSpace,
      requirements: ['FR-003'],
    },
  ],
};
