import { inputsToken } from '../../kernel/inputs.ts';

/** Outbound traffic that the security groups of VMs allow. */
export interface AllowedDestination {
  readonly name: string;
  /** A service tag, an address, or a range. */
  readonly to: string;
  /** Ports, or ranges such as `8000-8010`. */
  readonly ports: readonly string[];
  /** What it is for. */
  readonly purpose?: string | undefined;
}

interface OutboundInputs {
  readonly allow: readonly AllowedDestination[];
}

export const outboundInputs = inputsToken<OutboundInputs>('outbound');

/** Updates and certificates have no service tag that covers all of them. */
export const defaultDestinations: readonly AllowedDestination[] = [
  {
    name: 'Web',
    to: 'Internet',
    ports: ['80', '443'],
    purpose: 'Updates, agents, and certificates, through the planned outbound access',
  },
  { name: 'Activation', to: 'Internet', ports: ['1688'], purpose: 'Windows activation' },
];

/** A service tag begins with a letter, an address with a digit. */
export const isServiceTag = (to: string): boolean => /^[A-Z]/.test(to);
