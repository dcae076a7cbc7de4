import { inputsToken } from '../../kernel/inputs.ts';

interface PrivateDnsInputs {
  readonly zones: 'create' | 'existing';
  /** ID of the resource group with the existing zones; empty if the template creates them. */
  readonly resourceGroupId: string;
}

export const privateDnsInputs = inputsToken<PrivateDnsInputs>('privateDns');
