import { inputsToken } from '../../kernel/inputs.ts';

interface JustInTimeInputs {
  readonly enabled: boolean;
}

export const justInTimeInputs = inputsToken<JustInTimeInputs>('justInTime');
