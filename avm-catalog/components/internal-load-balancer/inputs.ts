import { inputsToken } from '../../kernel/inputs.ts';

interface LoadBalancerPort {
  readonly name: string;
  readonly port: number;
  readonly backendPort: number;
}
export interface LoadBalancerInputs {
  readonly enabled: boolean;
  readonly ports: readonly LoadBalancerPort[];
  readonly probe: { readonly protocol: 'Tcp' | 'Http' | 'Https'; readonly port: number; readonly path: string };
  /** Static address in the workload subnet; empty for an address that Azure chooses. */
  readonly address: string;
}

export const loadBalancerInputs = inputsToken<LoadBalancerInputs>('loadBalancer');
