import type { ModuleSpec } from '../../avm-catalog/component.ts';
import type { ModuleInterface } from '../../avm-catalog/modules/interface.ts';
import { regionless } from '../../avm-catalog/modules/pins.ts';
import { param, type ObjectValue, type Value } from '../bicep/value.ts';

export interface Shared {
  readonly tags: Value | undefined;
  readonly lock: Value | undefined;
  /** AVM's usage telemetry, which modules send unless told otherwise. */
  readonly telemetry: boolean;
}

/** What every module gets that takes it: where it is, what it is tagged with, how it is locked. */
export function withShared(spec: ModuleSpec, { parameters }: ModuleInterface, shared: Shared): ObjectValue {
  const { name, ...rest } = spec.params;
  const takes = (parameter: string): boolean => Object.hasOwn(parameters, parameter) && !Object.hasOwn(rest, parameter);
  return {
    name,
    ...(takes('location') && !regionless.has(spec.module) ? { location: param('location') } : {}),
    ...rest,
    ...(takes('tags') && shared.tags !== undefined ? { tags: shared.tags } : {}),
    ...(takes('lock') && shared.lock !== undefined ? { lock: shared.lock } : {}),
    ...(takes('enableTelemetry') && !shared.telemetry ? { enableTelemetry: false } : {}),
  };
}
