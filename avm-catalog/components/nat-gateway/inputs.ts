import { inputsToken } from '../../kernel/inputs.ts';

interface NatGatewayInputs {
  readonly enabled: boolean;
  /** Minutes, 4 to 120. */
  readonly idleTimeoutMinutes: number;
}

export const natGatewayInputs = inputsToken<NatGatewayInputs>('natGateway');
