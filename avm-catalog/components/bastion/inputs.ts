import { inputsToken } from '../../kernel/inputs.ts';

interface BastionInputs {
  readonly enabled: boolean;
  readonly sku: 'Basic' | 'Standard' | 'Premium';
  /** auto: all three where Azure is known to offer Bastion in zones, none elsewhere. */
  readonly zones: 'auto' | 'all' | 'none';
  /** Record every session; the native client is off then. */
  readonly sessionRecording: boolean;
}

export const bastionInputs = inputsToken<BastionInputs>('bastion');
