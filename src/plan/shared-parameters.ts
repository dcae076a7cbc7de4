import type { ParameterSpec } from '../../avm-catalog/kernel/component.ts';
import { resolve } from '../../avm-catalog/modules/resolve.ts';
import type { ModuleInterface } from '../../avm-catalog/modules/interface.ts';
import { isRegionless } from '../../avm-catalog/modules/pins.ts';
import { param, variable, type ObjectValue, type Value } from '../bicep/value.ts';
import type { Draft } from './draft.ts';

export interface Shared {
  readonly tags: Value | undefined;
  readonly lock: Value | undefined;
  /** AVM's usage telemetry; undefined where it is sent everywhere, which is what modules do by themselves. */
  readonly telemetry: Value | undefined;
}

/** What every module gets that takes it: where it is, what it is tagged with, how it is locked. */
export function withShared(
  { name, ...rest }: ObjectValue,
  module: string,
  { parameters, types }: ModuleInterface,
  shared: Shared,
): ObjectValue {
  const takes = (parameter: string): boolean => Object.hasOwn(parameters, parameter) && !Object.hasOwn(rest, parameter);
  return {
    ...(name === undefined ? {} : { name }),
    ...(takes('location') && !isRegionless(module) ? { location: param('location') } : {}),
    ...rest,
    // Some modules call a list of words of their own so.
    ...(takes('tags') && shared.tags !== undefined && resolve(types, parameters['tags'] ?? {}).type !== 'array'
      ? { tags: shared.tags }
      : {}),
    ...(takes('lock') && shared.lock !== undefined ? { lock: shared.lock } : {}),
    ...(takes('enableTelemetry') && shared.telemetry !== undefined ? { enableTelemetry: shared.telemetry } : {}),
  };
}

/** Its values, each with the rule that it implements. */
export function sharedOf(draft: Draft, because: (ids: readonly string[], value: Value) => Value): Shared {
  const has = (name: string): boolean => draft.variables.has(name);
  return {
    tags: has('tags') ? because(['TAG-001'], variable('tags')) : undefined,
    lock: has('lock') ? because(['locks'], variable('lock')) : undefined,
    telemetry: telemetry(draft),
  };
}

/** Whether modules tell Microsoft that they are deployed: a parameter where environments differ. */
function telemetry(draft: Draft): Value | undefined {
  const sent = new Set(draft.spec.views.map((view) => view.core.telemetry));
  if (sent.size === 1 && !draft.isByEnvironment(['telemetry'])) return sent.has(true) ? undefined : false;
  const spec: ParameterSpec = {
    name: 'enableTelemetry',
    type: { kind: 'bool' },
    description: 'Send usage telemetry of Azure Verified Modules to Microsoft',
    value: (view) => view.core.telemetry,
    answers: ['telemetry'],
  };
  return draft.parameter(spec, { ids: draft.because([]) }, -1);
}
