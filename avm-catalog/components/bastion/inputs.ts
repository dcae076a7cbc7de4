import { inputsToken } from '../../kernel/inputs.ts';

interface BastionInputs {
  readonly enabled: boolean;
  readonly sku: 'Basic' | 'Standard' | 'Premium';
  /** auto: all three zones in regions that are known to support them, none elsewhere. */
  readonly zones: 'auto' | 'all' | 'none';
  /** Record all sessions, which turns off the native client. */
  readonly sessionRecording: boolean;
}

export const bastionInputs = inputsToken<BastionInputs>('bastion');
