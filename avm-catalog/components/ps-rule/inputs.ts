import { inputsToken } from '../../kernel/inputs.ts';

interface PsRuleInputs {
  readonly enabled: boolean;
  /** The baseline that `@workspace` stands for. */
  readonly baseline: string;
}

/** The name of the component. */
export const psRuleName = 'ps-rule';

export const psRuleInputs = inputsToken<PsRuleInputs>('psRule');
