import { inputsToken } from '../../kernel/inputs.ts';

/** In ascending order. */
export const outages = ['hardware', 'zone', 'region'] as const;

export interface TargetsInputs {
  /** Percent of a month. */
  readonly availability: number;
  /** Recovery point objective. */
  readonly rpoHours: number;
  /** Recovery time objective. */
  readonly rtoHours: number;
  /** The largest outage that both recovery objectives cover. */
  readonly outage: (typeof outages)[number];
  /** Users at the same time; null if there is no target, as for the next two. */
  readonly users: number | null;
  readonly dataGiB: number | null;
  readonly iops: number | null;
}

export const targetsInputs = inputsToken<TargetsInputs>('targets');
