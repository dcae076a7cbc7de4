import type { Decision } from '../../kernel/blueprint-content.ts';
import type { RequirementId } from './requirements.ts';

export const decisions: readonly Decision<RequirementId>[] = [
  {
    topic: 'Environments',
    decision: 'One template, and a parameter file for each environment.',
    rationale: 'Production runs what was tested, and one table shows how the environments differ.',
    alternatives: 'A template for each environment: the templates drift apart with the first urgent change.',
    requirements: ['FR-017'],
  },
  {
    topic: 'Number of VMs',
    decision: 'One VM hosts the application.',
    rationale:
      'The application supports only one instance, and a second one would write to the same data. One VM has the SLA of its disks, so the availability target decides the type of the disks. A higher target needs another application, not another template.',
    alternatives:
      'Two VMs in two availability zones behind a load balancer: the SLA for the VMs is higher, but the application would have to share its state.',
    requirements: ['FR-002'],
  },
  {
    topic: 'Log destination',
    decision: 'One Log Analytics workspace for each environment.',
    rationale:
      'One query joins the events of the VM with those of the services that it uses. Retention and access of production don’t depend on a test environment.',
    alternatives:
      'A shared workspace of the organization: one place for security analysts, but the deployment would need permissions outside its resource group.',
    requirements: ['FR-012'],
  },
  {
    topic: 'Administrator’s password',
    decision: 'Bicep reads it from an existing key vault with getSecret.',
    rationale: 'The password is in no file and no deployment input, and every deployment sends the same one.',
    alternatives:
      'Computing it in the template: anyone who can read the deployment can compute it too. Entering it: it remains in shell histories and pipelines.',
    requirements: ['FR-009'],
  },
  {
    topic: 'Identity of the VM',
    decision:
      'A user-assigned managed identity has the roles. Azure machine configuration also requires a system-assigned one.',
    rationale: 'The roles exist before the VM, and remain when the VM is recreated.',
    alternatives: 'Roles for the system-assigned identity: it exists only as long as the VM does.',
    requirements: ['FR-019'],
    with: ['managed-identity'],
  },
  {
    topic: 'Outbound access',
    decision: 'A NAT gateway on the workload subnet.',
    rationale: 'Others can allow one known public IP address, and the VM has none.',
    alternatives: 'A public IP address on the VM: it makes the VM reachable. A firewall: it belongs in a hub.',
    requirements: ['FR-005'],
    with: ['nat-gateway'],
  },
  {
    topic: 'Outbound access through the hub',
    decision: 'A route table sends outbound traffic to the firewall of the hub.',
    rationale: 'The team that operates the hub filters and logs the outbound traffic of all workloads in one place.',
    alternatives:
      'A NAT gateway: it filters nothing, and a default route to a firewall bypasses it. A route that the hub’s gateway advertises: it works only with a gateway.',
    requirements: ['FR-006'],
    with: ['route-table'],
  },
  {
    topic: 'Administrative access',
    decision: 'A Bastion host in the virtual network of the workload.',
    rationale: 'The VM needs no public IP address, and administrators need only a browser.',
    alternatives:
      'A VPN: a gateway and clients to operate. RDP from the internet: open to anyone who guesses a password.',
    requirements: ['FR-004'],
    with: ['bastion'],
  },
  {
    topic: 'Administrative access through the hub',
    decision: 'Peering with the hub, whose Bastion host is used.',
    rationale: 'One Bastion host serves many workloads, and the team that operates the hub sees who connects.',
    alternatives: 'A separate virtual network with its own Bastion host: the simple topology.',
    requirements: ['FR-006'],
    with: ['hub-peering'],
  },
  {
    topic: 'Administrative ports',
    decision: 'A just-in-time access policy opens RDP.',
    rationale: 'The port is closed unless an administrator requests access, and the activity log records each request.',
    alternatives:
      'A permanent rule for the Bastion subnet: simpler and without Defender for Servers, but always open to that subnet.',
    requirements: ['FR-004', 'FR-006'],
    with: ['just-in-time'],
  },
  {
    topic: 'Access to the key vault and storage',
    decision: 'Private endpoints, with records in private DNS zones.',
    rationale: 'The services are reachable only at IP addresses in the virtual network.',
    alternatives:
      'Service endpoints or IP firewall rules: the public endpoint stays open to everything on the allow list.',
    requirements: ['FR-010', 'FR-011'],
    with: ['key-vault', 'storage-account'],
  },
  {
    topic: 'Operating system logs',
    decision: 'The Azure Monitor Agent with a data collection rule.',
    rationale: 'The rule in the template defines what is collected, which also limits the cost.',
    alternatives: 'The Log Analytics agent: retired in August 2024.',
    requirements: ['FR-012'],
    with: ['monitoring-agent'],
  },
  {
    topic: 'Recovery',
    decision: 'Azure Backup with an enhanced policy, in a Recovery Services vault.',
    rationale:
      'VMs with Trusted Launch require an enhanced policy, and software on the VM can’t reach the backups. A restore loses what changed after the last recovery point, so the interval follows from the recovery point objective.',
    alternatives:
      'Disk snapshots: nobody removes old ones, and anyone who can delete the disk can delete them. Replication with Azure Site Recovery: a faster recovery in another region, which needs a network and capacity there.',
    requirements: ['FR-013'],
    with: ['backup'],
  },
  {
    topic: 'Recovery in another region',
    decision: 'Azure Site Recovery, into an existing resource group and virtual network of the organization.',
    rationale:
      'Replication is continuous, so a failover loses minutes instead of the hours since the last backup. The owners of the other region prepare its network before an outage.',
    alternatives:
      'Cross-region restore of backups: cheaper, but a backup reaches the other region hours later. A second VM in that region: faster, but the application must support it, and it costs twice as much.',
    requirements: ['FR-021'],
    with: ['site-recovery'],
  },
  {
    topic: 'Updates',
    decision: 'A maintenance configuration, with updates orchestrated by Azure.',
    rationale: 'The VM restarts only at the agreed time, and Azure shows which updates are missing.',
    alternatives: 'Windows Update alone: it can restart the VM at any time.',
    requirements: ['FR-014'],
    with: ['maintenance'],
  },
  {
    topic: 'Application installation',
    decision:
      'A run command downloads a package with the managed identity of the VM, after the VM is hardened and everything that it accesses is deployed.',
    rationale: 'The VM can be recreated without manual steps, from an image that Microsoft keeps updated.',
    alternatives:
      'A custom image: you have to build and patch it. The Custom Script Extension: the VM module runs it before the VM is hardened.',
    requirements: ['FR-007'],
    with: ['application'],
  },
  {
    topic: 'Application endpoint',
    decision: 'An internal load balancer with the Standard SKU.',
    rationale: 'The address stays the same when the VM is replaced, and a probe shows whether the application answers.',
    alternatives: 'The IP address of the VM: it changes with the VM. Application Gateway: only for web traffic.',
    requirements: ['FR-008'],
    with: ['internal-load-balancer'],
  },
];
