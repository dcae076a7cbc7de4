import type { BlueprintContent, Review } from '../../kernel/blueprint-content.ts';
import type { RequirementId } from './requirements.ts';

const security: readonly Review<RequirementId>[] = [
  {
    category: 'Requirement Completeness',
    quality: 'Gap',
    requirements: ['FR-004', 'FR-005'],
    ask: () => 'Is it said who may read the data, who may change it, and who decides that?',
  },
  {
    category: 'Requirement Clarity',
    quality: 'Clarity',
    requirements: ['FR-003'],
    ask: () => 'Is it said which networks are connected to this one, and who agrees to a further one?',
  },
  {
    category: 'Dependencies & Assumptions',
    quality: 'Assumption',
    requirements: ['FR-006'],
    ask: () => 'Is it said who reads the logs, and how soon?',
  },
];

const operations: readonly Review<RequirementId>[] = [
  {
    category: 'Non-Functional Requirements',
    quality: 'Measurability',
    requirements: ['FR-004'],
    with: ['storage-account'],
    ask: () => 'Is it said how much data may be lost, and how long it may be unavailable?',
  },
  {
    category: 'Scenario Coverage',
    quality: 'Coverage',
    requirements: ['FR-007'],
    with: ['alerts'],
    ask: () => 'Is it said who answers an alert at night, and within what time?',
  },
  {
    category: 'Acceptance Criteria Quality',
    quality: 'Measurability',
    requirements: ['FR-006'],
    ask: () => 'Is it said for how long logs are kept, and which law or contract asks for that?',
  },
];

export const reviews: BlueprintContent['reviews'] = { operations, security };
