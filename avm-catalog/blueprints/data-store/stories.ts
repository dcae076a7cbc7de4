import type { Story } from '../../kernel/blueprint-content.ts';
import type { RequirementId } from './requirements.ts';

/** By priority. */
export const stories: readonly Story<RequirementId>[] = [
  {
    id: 'US1',
    title: 'Deploy one template to every environment',
    priority: 'P1',
    why: 'Environments made from different code drift apart, and what was tested is then not what holds the data.',
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
      {
        given: 'an environment that is deployed',
        when: 'the same parameter file is deployed again',
        then: 'nothing changes',
        requirements: ['FR-002'],
      },
    ],
  },
  {
    id: 'US2',
    title: 'Keep data where only a private network reaches it',
    priority: 'P1',
    why: 'Data that the internet can reach is found and copied.',
    test: 'Read the public network access of the account and the vault, and resolve their names inside the network.',
    requirements: ['FR-003', 'FR-004', 'FR-005', 'FR-009'],
    components: [
      'managed-identity',
      'virtual-network',
      'private-dns',
      'key-vault',
      'customer-managed-keys',
      'storage-account',
    ],
    scenarios: [
      {
        given: 'a computer on the internet',
        when: 'it lists the blobs of the storage account',
        then: 'the account refuses the request',
        requirements: ['FR-004'],
        with: ['storage-account'],
        rule: 'SEC-008',
      },
      {
        given: 'a computer on the internet',
        when: 'it reads a secret of the key vault',
        then: 'the vault refuses the request',
        requirements: ['FR-005'],
        with: ['key-vault'],
        rule: 'SEC-008',
      },
      {
        given: 'a computer in the network',
        when: 'it resolves the name of the account or the vault',
        then: 'the answer is an address of the subnet for private endpoints',
        requirements: ['FR-003'],
        with: ['key-vault', 'storage-account'],
      },
    ],
  },
  {
    id: 'US3',
    title: 'See who used the data',
    priority: 'P2',
    why: 'An incident that left no record can’t be investigated.',
    test: 'Query the Log Analytics workspace for requests to the account and the vault.',
    requirements: ['FR-006'],
    components: ['log-analytics'],
    scenarios: [
      {
        given: 'an environment that is deployed',
        when: 'somebody reads a secret',
        then: 'the workspace has a record of it within 15 minutes',
        requirements: ['FR-006'],
        with: ['key-vault'],
        rule: 'OPS-002',
      },
    ],
  },
  {
    id: 'US4',
    title: 'Hear of trouble',
    priority: 'P2',
    why: 'Users of the data should not be the ones who report that it is unavailable.',
    test: 'Read the alert rules and the action group of an environment.',
    requirements: ['FR-007'],
    components: ['alerts'],
    scenarios: [
      {
        given: 'an environment with alerts',
        when: 'the storage account fails requests',
        then: 'the action group is called',
        requirements: ['FR-007'],
        with: ['alerts'],
      },
    ],
  },
  {
    id: 'US5',
    title: 'Keep data from being deleted by accident',
    priority: 'P3',
    why: 'A deleted account is gone with everything in it.',
    test: 'Delete a resource that has a lock.',
    requirements: ['FR-008'],
    components: [],
    scenarios: [
      {
        given: 'a resource with a lock',
        when: 'somebody deletes it',
        then: 'Azure refuses',
        requirements: ['FR-008'],
      },
    ],
  },
];
