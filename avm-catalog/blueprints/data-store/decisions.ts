import type { Decision } from '../../kernel/blueprint-content.ts';
import type { RequirementId } from './requirements.ts';

export const decisions: readonly Decision<RequirementId>[] = [
  {
    topic: 'Environments',
    decision: 'One template, and a parameter file for each environment.',
    rationale: 'What was tested is what is deployed; one table shows how the environments differ.',
    alternatives: 'A template for each environment: they drift apart with the first urgent change.',
    requirements: ['FR-002'],
  },
  {
    topic: 'Access to the data',
    decision: 'Private endpoints in a network of its own, with records in private DNS zones.',
    rationale: 'The services have addresses inside the network, and none that answers outside it.',
    alternatives: 'Service endpoints or lists of addresses: the public name stays open to whatever is on the list.',
    requirements: ['FR-004', 'FR-005'],
    with: ['key-vault', 'storage-account'],
  },
  {
    topic: 'Who signs in',
    decision: 'Microsoft Entra ID only; shared keys of the storage account are off.',
    rationale: 'A key that leaks works for everybody and is in no log as a person.',
    alternatives: 'Shared keys or shared access signatures: they can’t be traced to an identity.',
    requirements: ['FR-004'],
    with: ['storage-account'],
  },
];
