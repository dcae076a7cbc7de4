import type { EdgeCase } from '../../kernel/blueprint-content.ts';
import type { RequirementId } from './requirements.ts';

export const edgeCases: readonly EdgeCase<RequirementId>[] = [
  {
    what: 'A deleted key vault still uses the name',
    then: 'the deployment fails until that key vault is recovered.',
    requirements: ['FR-005'],
    with: ['key-vault'],
  },
  {
    what: 'A blob is deleted by accident',
    then: 'it can be recovered for the number of days in `storageAccount.softDeleteDays`.',
    requirements: ['FR-004'],
    with: ['storage-account'],
  },
  {
    what: 'A client is in a network that isn’t connected to this one',
    then: 'the names of the services resolve to public IP addresses, and every request is denied.',
    requirements: ['FR-003'],
    with: ['key-vault', 'storage-account'],
  },
  {
    what: 'An environment with locks is removed',
    then: 'the locks need to be deleted first, by a person with permission to do so.',
    requirements: ['FR-008'],
  },
];
