import type { EdgeCase } from '../../kernel/blueprint-content.ts';
import type { RequirementId } from './requirements.ts';

export const edgeCases: readonly EdgeCase<RequirementId>[] = [
  {
    what: 'A deleted key vault still has the name',
    then: 'the deployment fails until that vault is recovered.',
    requirements: ['FR-005'],
    with: ['key-vault'],
  },
  {
    what: 'A blob is deleted by mistake',
    then: 'it can be recovered for the days of `storageAccount.softDeleteDays`.',
    requirements: ['FR-004'],
    with: ['storage-account'],
  },
  {
    what: 'A client is in a network that is not connected to this one',
    then: 'names of the services resolve to public addresses, and every request is refused.',
    requirements: ['FR-003'],
    with: ['key-vault', 'storage-account'],
  },
  {
    what: 'An environment with locks is to be removed',
    then: 'the locks are deleted first, by somebody who may.',
    requirements: ['FR-008'],
  },
];
