import { ownValue } from '../../src/bicep/own.ts';
import type { RuleSettings } from './context.ts';
import { namedKey, type Core } from './core.ts';
import type { SubnetKey } from './slots.ts';

/** What the answers come to for one environment: defaults, then `spec`, then the environment's own values. */
export interface View {
  readonly environment: string;
  readonly workload: string;
  /** Names of the components that the blueprint may have. */
  readonly components: readonly string[];
  /** Subnets that its components need, without the workload's own. */
  readonly subnets: readonly SubnetKey[];
  readonly core: Core;
  /** By key in `spec`; read through the token of the component. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Values of the mandatory and further tags, without the environment's. */
  readonly tags: Readonly<Record<string, string>>;
  readonly rules: RuleSettings;
  /** Texts that look like a secret, and are declared to be none. */
  readonly notSecrets?: readonly string[];
}

/** Names of the components that a person named. */
export function namedIn({ inputs }: Pick<View, 'inputs'>): readonly string[] {
  return Object.keys(ownValue(inputs, namedKey) ?? {});
}
