import { inputsToken } from '../../kernel/inputs.ts';

interface PrivateDnsInputs {
  readonly zones: 'create' | 'existing';
  /** Resource group that holds the existing zones; empty where they are created. */
  readonly resourceGroupId: string;
}

export const privateDnsInputs = inputsToken<PrivateDnsInputs>('privateDns');
