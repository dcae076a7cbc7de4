import { inputsToken } from '../../kernel/inputs.ts';

interface IdentityInputs {
  readonly enabled: boolean;
  /** Names of the components that it has a role on. */
  readonly uses: readonly string[];
}

export const identityType = 'identity';

export const identityInputs = inputsToken<IdentityInputs>('identity');
