import type { Decision } from '../../kernel/blueprint-content.ts';
import type { RequirementId } from './requirements.ts';

export const decisions: readonly Decision<RequirementId>[] = [
  {
    topic: 'Environments',
    decision: 'One template, and a parameter file for each environment.',
    rationale: 'Production runs what was tested, and one table shows how the environments differ.',
    alternatives: 'A template for each environment: the templates drift apart with the first urgent change.',
    requirements: ['FR-002'],
  },
  {
    topic: 'Access to the data',
    decision: 'Private endpoints in a dedicated virtual network, with records in private DNS zones.',
    rationale: 'The services are reachable only at IP addresses in the virtual network.',
    alternatives:
      'Service endpoints or IP firewall rules: the public endpoint stays open to everything on the allow list.',
    requirements: ['FR-004', 'FR-005'],
    with: ['key-vault', 'storage-account'],
  },
  {
    topic: 'Redundancy',
    decision: 'The redundancy follows from the outage that the recovery objectives cover.',
    rationale:
      'LRS has all copies in one datacenter, ZRS has them in three availability zones, and GRS and GZRS add another region. Each step costs more, so it needs a target.',
    alternatives:
      'The same redundancy everywhere: test data would cost as much as production data, or production data would be as exposed as test data.',
    requirements: ['FR-011'],
    with: ['storage-account'],
  },
  {
    topic: 'Authentication',
    decision: 'Microsoft Entra ID only. Shared key access of the storage account is disabled.',
    rationale: 'Anyone can use a leaked key, and logs don’t show who used it.',
    alternatives:
      'Shared keys, or shared access signatures that are signed with them: requests can’t be traced to an identity.',
    requirements: ['FR-004'],
    with: ['storage-account'],
  },
];
