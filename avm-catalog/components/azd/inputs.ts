import { inputsToken } from '../../kernel/inputs.ts';

interface AzdInputs {
  readonly enabled: boolean;
}

export const azdInputs = inputsToken<AzdInputs>('azd');
