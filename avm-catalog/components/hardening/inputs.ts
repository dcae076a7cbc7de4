import { inputsToken } from '../../kernel/inputs.ts';

/** What Azure machine configuration does with the baseline; its own words for it (azure-docs: assignments.md). */
export const enforcements = ['Audit', 'ApplyAndMonitor', 'ApplyAndAutoCorrect'] as const;

interface HardeningInputs {
  /** Assign the Azure security baseline for Windows. */
  readonly guestConfiguration: boolean;
  readonly enforcement: (typeof enforcements)[number];
  /** Run scripts/harden.ps1 on the machine. */
  readonly script: boolean;
}

export const hardeningInputs = inputsToken<HardeningInputs>('hardening');
