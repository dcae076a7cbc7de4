import type { BlueprintContent, Review } from '../../kernel/blueprint-content.ts';
import type { RequirementId } from './requirements.ts';

const security: readonly Review<RequirementId>[] = [
  {
    category: 'Requirement Completeness',
    quality: 'Gap',
    requirements: ['FR-004', 'FR-005'],
    ask: () => 'Is it specified who can read the data, who can change it, and who decides on that?',
  },
  {
    category: 'Requirement Clarity',
    quality: 'Clarity',
    requirements: ['FR-003'],
    ask: () => 'Is it specified which networks are connected to this one, and who approves another one?',
  },
  {
    category: 'Dependencies & Assumptions',
    quality: 'Assumption',
    requirements: ['FR-006'],
    ask: () => 'Is it specified who reviews the logs, and how often?',
  },
];

const operations: readonly Review<RequirementId>[] = [
  {
    category: 'Non-Functional Requirements',
    quality: 'Measurability',
    requirements: ['FR-004'],
    with: ['storage-account'],
    ask: () => 'Are the acceptable data loss (RPO) and the acceptable downtime (RTO) specified?',
  },
  {
    category: 'Scenario Coverage',
    quality: 'Coverage',
    requirements: ['FR-007'],
    with: ['alerts'],
    ask: () => 'Is it specified who responds to an alert outside of business hours, and within what time?',
  },
  {
    category: 'Acceptance Criteria Quality',
    quality: 'Measurability',
    requirements: ['FR-006'],
    ask: () => 'Is the retention of logs specified, together with the law or contract that requires it?',
  },
];

export const reviews: BlueprintContent['reviews'] = { operations, security };
