import { ownValue } from '../../src/bicep/own.ts';
import type { RuleSettings } from './context.ts';
import { namedKey, type Core } from './core.ts';
import type { SubnetKey } from './slots.ts';

/** The resolved settings of one environment: defaults, then `spec`, then the environment's own values. */
export interface View {
  readonly environment: string;
  /** Names of all environments. */
  readonly environments: readonly string[];
  readonly workload: string;
  /** Names of the components that the blueprint can have. */
  readonly components: readonly string[];
  /** Subnets that its components need, without the workload's own. */
  readonly subnets: readonly SubnetKey[];
  readonly core: Core;
  /** By key in `spec`; read through the token of the component. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Values of the mandatory and further tags, without the environment's. */
  readonly tags: Readonly<Record<string, string>>;
  readonly rules: RuleSettings;
  /** Texts that look like secrets but are declared not to be. */
  readonly notSecrets?: readonly string[];
}

/** Inputs of the named components, by name. */
export function namedInputs({ inputs }: Pick<View, 'inputs'>): Readonly<Record<string, NamedInputs>> {
  return (ownValue(inputs, namedKey) ?? {}) as Readonly<Record<string, NamedInputs>>;
}

interface NamedInputs {
  readonly type: string;
  readonly enabled?: boolean;
  readonly [key: string]: unknown;
}

/** Named components of a type that are on, with their inputs. */
export function namedOf<I>(view: Pick<View, 'inputs'>, type: string): readonly (readonly [string, I])[] {
  return Object.entries(namedInputs(view))
    .filter(([, own]) => own.type === type && own.enabled !== false)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, own]) => [id, own as I] as const);
}

/** Names of the named components, sorted. */
export function namedIn(view: Pick<View, 'inputs'>): readonly string[] {
  return Object.keys(namedInputs(view)).toSorted();
}
