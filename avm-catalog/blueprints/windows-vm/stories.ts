import type { RequirementId } from './requirements.ts';

/** What somebody wants of the workload. An id is never given again to another one. */
export interface Story {
  readonly id: `US${number}`;
  readonly title: string;
  readonly priority: 'P1' | 'P2' | 'P3';
  readonly why: string;
  /** How it is tried out with nothing else in place. */
  readonly test: string;
  readonly requirements: readonly RequirementId[];
  /** Components that are there for it; each component is there for one story. */
  readonly components: readonly string[];
  readonly scenarios: readonly Scenario[];
}

export interface Scenario {
  readonly given: string;
  readonly when: string;
  readonly then: string;
  /** It counts where one of these is in scope. */
  readonly requirements: readonly RequirementId[];
  /** It counts where one of these components is on; always, where none is named. */
  readonly with?: readonly string[];
  /** It counts where this rule is on. */
  readonly rule?: string;
}

/** By priority. */
export const stories: readonly Story[] = [
  {
    id: 'US1',
    title: 'Deploy one template to every environment',
    priority: 'P1',
    why: 'Environments made from different code drift apart: what was tested is then not what runs.',
    test: 'Deploy the default environment into an empty resource group.',
    requirements: ['FR-001', 'FR-017'],
    components: [],
    scenarios: [
      {
        given: 'the workspace as it was generated',
        when: '`avm check` runs',
        then: 'every environment compiles, and every rule of level must holds over what it would deploy',
        requirements: ['FR-001'],
      },
      {
        given: 'what the quickstart asks for',
        when: 'the template is deployed with the parameter file of an environment',
        then: 'the deployment succeeds with no further input',
        requirements: ['FR-017'],
      },
      {
        given: 'an environment that is deployed',
        when: 'the same parameter file is deployed again',
        then: 'what is as it should be stays',
        requirements: ['FR-017'],
      },
    ],
  },
  {
    id: 'US2',
    title: 'Run the application on a private machine',
    priority: 'P1',
    why: 'The application needs a Windows Server, and a server that the internet can reach is attacked.',
    test: 'Read the machine’s instance view and its network interface after a deployment.',
    requirements: ['FR-002', 'FR-003', 'FR-005', 'FR-018'],
    components: ['nat-gateway', 'virtual-network', 'hardening', 'virtual-machine'],
    scenarios: [
      {
        given: 'an environment that is deployed',
        when: 'the machine’s instance view is read',
        then: 'the machine runs and its agent is ready',
        requirements: ['FR-002'],
      },
      {
        given: 'the machine',
        when: 'its network interface is read',
        then: 'it has an address of the workload’s subnet and no public one',
        requirements: ['FR-003'],
        rule: 'SEC-002',
      },
      {
        given: 'the machine',
        when: 'it asks a service on the internet for its address',
        then: 'the answer is the address of the NAT gateway',
        requirements: ['FR-005'],
        with: ['nat-gateway'],
      },
      {
        given: 'the machine',
        when: 'its disks are listed',
        then: 'each data disk of the answers is attached at its number',
        requirements: ['FR-018'],
      },
    ],
  },
  {
    id: 'US3',
    title: 'Administer the machine without opening it',
    priority: 'P1',
    why: 'Remote desktop is needed for a legacy application, and is the first thing attackers try.',
    test: 'Open a session through Bastion; try port 3389 from outside the network.',
    requirements: ['FR-004', 'FR-006'],
    components: ['hub-peering', 'bastion', 'just-in-time'],
    scenarios: [
      {
        given: 'an administrator with the role Reader on machine, network interface and Bastion host',
        when: 'they connect through Bastion',
        then: 'a remote desktop session opens',
        requirements: ['FR-004'],
        with: ['bastion'],
      },
      {
        given: 'the peering on both sides',
        when: 'an administrator connects through the hub’s Bastion',
        then: 'a remote desktop session opens',
        requirements: ['FR-006'],
        with: ['hub-peering'],
      },
      {
        given: 'that nobody has asked for access',
        when: 'a connection to port 3389 is tried through Bastion',
        then: 'it is refused, until access is asked for and after its time is over',
        requirements: ['FR-004', 'FR-006'],
        with: ['just-in-time'],
      },
    ],
  },
  {
    id: 'US4',
    title: 'Keep secrets and files inside the network',
    priority: 'P2',
    why: 'A leaked password or an open store is a breach, however private the machine is.',
    test: 'Sign in with the password from the vault, and search the workspace for it.',
    requirements: ['FR-009', 'FR-010', 'FR-011', 'FR-019'],
    components: ['managed-identity', 'private-dns', 'key-vault', 'customer-managed-keys', 'storage-account'],
    scenarios: [
      {
        given: 'a vault with the administrator’s password',
        when: 'the environment is deployed',
        then: 'the machine has that password, and no file of the workspace shows it',
        requirements: ['FR-009'],
      },
      {
        given: 'the machine',
        when: 'it resolves the name of the key vault',
        then: 'it gets an address of the private endpoints’ subnet',
        requirements: ['FR-010'],
        with: ['key-vault'],
        rule: 'SEC-008',
      },
      {
        given: 'the machine',
        when: 'it resolves the name of the storage account',
        then: 'it gets an address of the private endpoints’ subnet',
        requirements: ['FR-011'],
        with: ['storage-account'],
        rule: 'SEC-008',
      },
      {
        given: 'the machine',
        when: 'it asks for a token of its managed identity',
        then: 'it gets one without a stored credential',
        requirements: ['FR-019'],
        with: ['managed-identity'],
      },
    ],
  },
  {
    id: 'US5',
    title: 'See what happens and be told of trouble',
    priority: 'P2',
    why: 'What nobody sees is found out by its users.',
    test: 'Open the workspace’s logs an hour after a deployment.',
    requirements: ['FR-012', 'FR-015'],
    components: ['log-analytics', 'monitoring-agent', 'alerts'],
    scenarios: [
      {
        given: 'an environment that is deployed',
        when: 'its Log Analytics workspace is read',
        then: 'it keeps logs for the days of the answers',
        requirements: ['FR-012'],
        with: ['log-analytics'],
      },
      {
        given: 'a machine that has run for an hour',
        when: 'the workspace is asked for its heartbeats',
        then: 'there is one of the last five minutes',
        requirements: ['FR-012'],
        with: ['monitoring-agent'],
      },
      {
        given: 'a resource that has diagnostic settings',
        when: 'they are read',
        then: 'its logs and metrics go to the workspace',
        requirements: ['FR-012'],
        rule: 'OPS-002',
      },
      {
        given: 'a condition that an alert watches',
        when: 'it is met',
        then: 'the alert fires and its action group is called',
        requirements: ['FR-015'],
        with: ['alerts'],
      },
    ],
  },
  {
    id: 'US6',
    title: 'Recover the machine and keep it current',
    priority: 'P2',
    why: 'One machine without a copy or without updates is lost to the first fault or the first attack.',
    test: 'Look at an environment a day, and one maintenance window, after its deployment.',
    requirements: ['FR-013', 'FR-014', 'FR-016'],
    components: ['backup', 'maintenance'],
    scenarios: [
      {
        given: 'an environment that was deployed the day before',
        when: 'its recovery points are listed',
        then: 'there is one',
        requirements: ['FR-013'],
        with: ['backup'],
      },
      {
        given: 'a recovery point',
        when: 'its disks are restored into a resource group of their own',
        then: 'the machine’s files can be read from them',
        requirements: ['FR-013'],
        with: ['backup'],
      },
      {
        given: 'a critical or security update that is missing',
        when: 'the maintenance window has passed',
        then: 'it is installed',
        requirements: ['FR-014'],
        with: ['maintenance'],
      },
      {
        given: 'an environment with locks',
        when: 'somebody deletes a resource in it',
        then: 'Azure refuses',
        requirements: ['FR-016'],
      },
    ],
  },
  {
    id: 'US7',
    title: 'Install the application and offer it',
    priority: 'P3',
    why: 'A machine that is set up by hand cannot be made again.',
    test: 'Deploy, then use the application from inside the network.',
    requirements: ['FR-007', 'FR-008'],
    components: ['internal-load-balancer', 'application'],
    scenarios: [
      {
        given: 'a package that the machine’s identity may read',
        when: 'the environment is deployed',
        then: 'the run command install-application ends with success',
        requirements: ['FR-007'],
        with: ['application'],
      },
      {
        given: 'an application that answers the health probe',
        when: 'a client inside the network connects to the load balancer’s address',
        then: 'the machine answers',
        requirements: ['FR-008'],
        with: ['internal-load-balancer'],
      },
    ],
  },
];
