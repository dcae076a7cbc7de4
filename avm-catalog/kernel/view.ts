import type { RuleSettings } from './context.ts';
import type { Core } from './core.ts';

/** Inputs by component key; each component adds its own by declaration merging. */
export interface Inputs {}

export type InputKey = keyof Inputs;

/** What the answers come to for one environment: defaults, then `spec`, then the environment's own values. */
export interface View {
  readonly environment: string;
  readonly workload: string;
  /** Names of the components that the blueprint may have. */
  readonly components: readonly string[];
  readonly core: Core;
  readonly inputs: Inputs;
  /** Values of the mandatory and further tags, without the environment's. */
  readonly tags: Readonly<Record<string, string>>;
  readonly rules: RuleSettings;
  /** Texts that look like a secret, and are declared to be none. */
  readonly notSecrets?: readonly string[];
}
