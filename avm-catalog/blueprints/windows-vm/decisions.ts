import type { Decision } from '../../kernel/blueprint-content.ts';
import type { RequirementId } from './requirements.ts';

export const decisions: readonly Decision<RequirementId>[] = [
  {
    topic: 'Environments',
    decision: 'One template, and a parameter file for each environment.',
    rationale: 'What was tested is what is deployed; the difference between environments can be read in one table.',
    alternatives: 'A template for each environment: they drift apart with the first urgent change.',
    requirements: ['FR-017'],
  },
  {
    topic: 'Where the administrator’s password comes from',
    decision: 'Bicep reads it with getSecret from an existing key vault.',
    rationale: 'It stands in no file and in no input of a deployment, and a second deployment sends the same one.',
    alternatives:
      'Computing it in the template: whoever can read the deployment can compute it too. Typing it in: it stays in shells and pipelines.',
    requirements: ['FR-009'],
  },
  {
    topic: 'Who the machine is',
    decision:
      'A user-assigned managed identity has the roles. Azure machine configuration requires a system-assigned one beside it.',
    rationale: 'The roles are there before the VM is, and outlive it.',
    alternatives: 'Roles for the system-assigned one: it exists only once the VM does.',
    requirements: ['FR-019'],
    with: ['managed-identity'],
  },
  {
    topic: 'Outbound access',
    decision: 'A NAT gateway on the workload’s subnet.',
    rationale: 'There is one public address, which others can allow, and none on the machine.',
    alternatives: 'A public address on the machine: it can then be reached. A firewall: it belongs to a hub.',
    requirements: ['FR-005'],
    with: ['nat-gateway'],
  },
  {
    topic: 'Administrative access',
    decision: 'A Bastion host in the workload’s network.',
    rationale: 'Administrators need no address of the machine and no client beyond a browser.',
    alternatives:
      'A VPN: a gateway and clients to run. Remote desktop from the internet: open to everybody who guesses.',
    requirements: ['FR-004'],
    with: ['bastion'],
  },
  {
    topic: 'Administrative access through the hub',
    decision: 'Peering with the hub, whose Bastion is used.',
    rationale: 'One Bastion serves many workloads, and those who run the hub see who comes in.',
    alternatives: 'A network of its own with a Bastion of its own: topology simple.',
    requirements: ['FR-006'],
    with: ['hub-peering'],
  },
  {
    topic: 'Open ports',
    decision: 'Remote desktop is opened by a just-in-time policy.',
    rationale: 'Nobody reaches the port while nobody works, and each opening is in the activity log.',
    alternatives: 'A standing rule for Bastion’s subnet: simpler, without Defender, and always open to it.',
    requirements: ['FR-004', 'FR-006'],
    with: ['just-in-time'],
  },
  {
    topic: 'Access to vault and storage',
    decision: 'Private endpoints, with records in private DNS zones.',
    rationale: 'The services have addresses inside the network, and none that answers outside it.',
    alternatives: 'Service endpoints or lists of addresses: the public name stays open to whatever is on the list.',
    requirements: ['FR-010', 'FR-011'],
    with: ['key-vault', 'storage-account'],
  },
  {
    topic: 'Logs of the operating system',
    decision: 'The Azure Monitor Agent with a data collection rule.',
    rationale: 'The rule says in the template what is collected, and it costs only what it collects.',
    alternatives: 'The Log Analytics agent: retired in August 2024.',
    requirements: ['FR-012'],
    with: ['monitoring-agent'],
  },
  {
    topic: 'Recovery',
    decision: 'Azure Backup with a daily enhanced policy.',
    rationale: 'Trusted Launch machines need the enhanced kind; copies are out of the machine’s reach.',
    alternatives: 'Snapshots of disks: nobody removes old ones, and whoever can delete the disk can delete them.',
    requirements: ['FR-013'],
    with: ['backup'],
  },
  {
    topic: 'Updates',
    decision: 'A maintenance configuration, with updates orchestrated by Azure.',
    rationale: 'The machine restarts only when that was agreed, and what is missing can be read from outside.',
    alternatives: 'Windows Update alone: it restarts when it sees fit.',
    requirements: ['FR-014'],
    with: ['maintenance'],
  },
  {
    topic: 'Installing the application',
    decision:
      'A run command that fetches a package with the machine’s identity, after the machine is hardened and all that it reaches is there.',
    rationale: 'A machine can be made again without a hand on it, from an image that Microsoft keeps current.',
    alternatives:
      'An image of one’s own: it has to be built and patched. The Custom Script Extension: the machine’s module runs it before the machine is hardened.',
    requirements: ['FR-007'],
    with: ['application'],
  },
  {
    topic: 'Offering the application',
    decision: 'An internal load balancer of the Standard tier.',
    rationale: 'Clients keep one address whatever machine is behind it, and a probe tells whether it answers.',
    alternatives: 'The machine’s own address: it changes with the machine. Application Gateway: for HTTP only.',
    requirements: ['FR-008'],
    with: ['internal-load-balancer'],
  },
];
