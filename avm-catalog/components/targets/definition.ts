import type { InputDefinition } from '../../kernel/component.ts';
import { isProductive, type Guess } from '../../kernel/guess.ts';
import { outages, targetsInputs, type TargetsInputs } from './inputs.ts';

const quality = { category: 'Non-Functional Quality Attributes', when: isProductive } as const;

/** Asked for production only: what the other environments need follows from it. */
const guesses: readonly Guess[] = [
  {
    ...quality,
    path: 'rpoHours',
    question: 'How many hours of data can the workload lose (RPO)',
    why: 'The backup interval and the redundancy of the data have to match it.',
    advice: 'Ask the owner of the data what a lost day costs, and confirm the value if that is acceptable.',
    asItIs: true,
    impact: 3,
    uncertainty: 1,
  },
  {
    ...quality,
    path: 'rtoHours',
    question: 'Within how many hours does the workload have to be back after an outage (RTO)',
    why: 'A restore takes hours, and only a drill shows how many.',
    advice: 'Ask the users how long they can work without the application.',
    asItIs: true,
    impact: 2,
    uncertainty: 1,
  },
  {
    ...quality,
    path: 'availability',
    question: 'Which percentage of a month does the workload have to be available',
    why: 'The settings determine what Microsoft commits to in its SLA.',
    advice: 'A target of 99.9% permits 43 minutes of downtime in a month of 30 days, and 99.5% permits 3.6 hours.',
    asItIs: true,
    impact: 2,
    uncertainty: 1,
  },
  {
    ...quality,
    path: 'users',
    question: 'How many people use the workload at the same time',
    why: 'The size can’t be validated without a number, and a load test has nothing to reproduce.',
    advice: 'Take the busiest hour of the current system; confirm null if you don’t want a target.',
    impact: 2,
    uncertainty: 1,
  },
];

export const definition: InputDefinition<TargetsInputs> = {
  token: targetsInputs,
  category: 'Non-Functional Quality Attributes',
  schema: (z) => {
    const capacity = z.int().min(1).max(100_000_000).nullable();
    return z.strictObject({
      availability: z.number().min(90).max(99.999).describe('Percentage of a month in which the workload is available'),
      rpoHours: z.int().min(0).max(720).describe('Recovery point objective: hours of data that can be lost'),
      rtoHours: z.int().min(1).max(720).describe('Recovery time objective: hours until the workload is back'),
      outage: z.enum(outages).describe('The largest outage that the recovery objectives cover'),
      users: capacity.describe('Users at the same time; null for no target'),
      dataGiB: capacity.describe('Data that the workload stores, in GiB; null for no target'),
      iops: capacity.describe('Storage operations per second in the busiest hour; null for no target'),
    });
  },
  defaults: () => ({
    availability: 99.5,
    rpoHours: 24,
    rtoHours: 24,
    outage: 'hardware',
    users: null,
    dataGiB: null,
    iops: null,
  }),
  questions: [
    { path: 'availability', ask: 'Availability target in percent of a month', kind: 'number', byEnvironment: true },
    { path: 'rpoHours', ask: 'Hours of data that can be lost (RPO)', kind: 'number', byEnvironment: true },
    { path: 'rtoHours', ask: 'Hours until the workload is back (RTO)', kind: 'number', byEnvironment: true },
    {
      path: 'outage',
      ask: 'Largest outage that RPO and RTO cover',
      kind: 'choice',
      byEnvironment: true,
      choices: () => outages.map((value) => ({ value, name: outageNames[value] })),
    },
  ],
  guesses,
};

const outageNames: Readonly<Record<TargetsInputs['outage'], string>> = {
  hardware: 'Failure of hardware',
  zone: 'Outage of an availability zone',
  region: 'Outage of the region',
};
