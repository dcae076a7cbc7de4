import { inputsToken } from '../../kernel/inputs.ts';

interface CustomerManagedKeyInputs {
  readonly enabled: boolean;
}

export const customerManagedKeysInputs = inputsToken<CustomerManagedKeyInputs>('customerManagedKeys');
