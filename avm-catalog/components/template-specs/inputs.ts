import { inputsToken } from '../../kernel/inputs.ts';

interface TemplateSpecInputs {
  readonly enabled: boolean;
}

export const templateSpecInputs = inputsToken<TemplateSpecInputs>('templateSpec');
