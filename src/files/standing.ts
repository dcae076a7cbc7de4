import type { Finding } from '../findings/finding.ts';

/** How far the answers have come. */
export interface Standing {
  /** `avm clarify` has questions. */
  readonly isOpen: boolean;
  /** Of answers and plan. */
  readonly findings: readonly Finding[];
}
