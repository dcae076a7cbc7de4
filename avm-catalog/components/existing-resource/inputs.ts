import { inputsToken } from '../../kernel/inputs.ts';

interface ExistingResourceInputs {
  readonly enabled: boolean;
  /** Resource ID; each environment may have another one. */
  readonly id: string;
}

export const existingResourceInputs = inputsToken<ExistingResourceInputs>('existingResource');
