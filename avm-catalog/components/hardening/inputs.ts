import { inputsToken } from '../../kernel/inputs.ts';

/** Assignment types of Azure machine configuration (azure-docs: assignments.md). */
export const enforcements = ['Audit', 'ApplyAndMonitor', 'ApplyAndAutoCorrect'] as const;

interface HardeningInputs {
  /** Assign the Azure security baseline for Windows. */
  readonly guestConfiguration: boolean;
  readonly enforcement: (typeof enforcements)[number];
  /** Run scripts/harden.ps1 on the VM. */
  readonly script: boolean;
}

export const hardeningInputs = inputsToken<HardeningInputs>('hardening');
