import type { EdgeCase } from '../../kernel/blueprint-content.ts';
import type { RequirementId } from './requirements.ts';

export const edgeCases: readonly EdgeCase<RequirementId>[] = [
  {
    what: 'The vault with the password, or the right to read it, is missing',
    then: 'the deployment fails before the machine is made; it is completed by deploying again.',
    requirements: ['FR-009'],
  },
  {
    what: 'Another password than the first is sent for a machine that exists',
    then: 'Azure refuses the deployment (PropertyChangeNotAllowed); the machine stays as it is.',
    requirements: ['FR-009'],
  },
  {
    what: 'The datacentre of the machine fails',
    then: 'the application is away until it is back, or until the machine is recreated.',
    requirements: ['FR-002'],
  },
  {
    what: 'A deployment runs while just-in-time access is open',
    then: 'the access is closed and is asked for again.',
    requirements: ['FR-004', 'FR-006'],
    with: ['just-in-time'],
  },
  {
    what: 'The peering is made on one side only',
    then: 'no traffic passes, and administrators do not get in.',
    requirements: ['FR-006'],
    with: ['hub-peering'],
  },
  {
    what: 'A deleted key vault still has the name',
    then: 'the deployment fails until that vault is recovered.',
    requirements: ['FR-010'],
    with: ['key-vault'],
  },
  {
    what: 'The package cannot be fetched or its command fails',
    then: 'the deployment fails with the script’s message; the machine stays and the next deployment tries again.',
    requirements: ['FR-007'],
    with: ['application'],
  },
  {
    what: 'An environment with backups is to be removed',
    then: 'its vault keeps the resource group until the backups are deleted for good.',
    requirements: ['FR-013'],
    with: ['backup'],
  },
  {
    what: 'An environment with locks is to be removed',
    then: 'the locks are deleted first, by somebody who may.',
    requirements: ['FR-016'],
  },
];
