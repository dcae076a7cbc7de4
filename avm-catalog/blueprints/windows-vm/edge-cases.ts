import type { EdgeCase } from '../../kernel/blueprint-content.ts';
import type { RequirementId } from './requirements.ts';

export const edgeCases: readonly EdgeCase<RequirementId>[] = [
  {
    what: 'The key vault with the password, or the permission to read it, is missing',
    then: 'the deployment fails before the VM is created. Fix it, and deploy again.',
    requirements: ['FR-009'],
  },
  {
    what: 'A deployment sends a different password for an existing VM',
    then: 'Azure rejects the deployment (PropertyChangeNotAllowed), and the VM stays unchanged.',
    requirements: ['FR-009'],
  },
  {
    what: 'The datacenter of the VM fails',
    then: 'the application is unavailable until the datacenter is back, or the VM is recreated.',
    requirements: ['FR-002'],
  },
  {
    what: 'A deployment runs while just-in-time access is open',
    then: 'the deployment closes the port, and the administrator requests access again.',
    requirements: ['FR-004', 'FR-006'],
    with: ['just-in-time'],
  },
  {
    what: 'The peering exists on only one side',
    then: 'no traffic passes, and administrators can’t connect.',
    requirements: ['FR-006'],
    with: ['hub-peering'],
  },
  {
    what: 'The firewall of the hub blocks a destination that the VM needs',
    then: 'VM extensions fail, and the deployment fails with them.',
    requirements: ['FR-006'],
    with: ['route-table'],
  },
  {
    what: 'A deleted key vault still uses the name',
    then: 'the deployment fails until that key vault is recovered.',
    requirements: ['FR-010'],
    with: ['key-vault'],
  },
  {
    what: 'The package can’t be downloaded, or its command fails',
    then: 'the deployment fails with the message of the script. The VM remains, and the next deployment tries again.',
    requirements: ['FR-007'],
    with: ['application'],
  },
  {
    what: 'An environment with backups is removed',
    then: 'the resource group can’t be deleted until the backups in its vault are permanently deleted.',
    requirements: ['FR-013'],
    with: ['backup'],
  },
  {
    what: 'The region of a replicated VM fails',
    then: 'operators start a failover, which isn’t automatic. The application is back when the recovery network has what it uses.',
    requirements: ['FR-021'],
    with: ['site-recovery'],
  },
  {
    what: 'An environment with locks is removed',
    then: 'the locks need to be deleted first, by a person with permission to do so.',
    requirements: ['FR-016'],
  },
];
