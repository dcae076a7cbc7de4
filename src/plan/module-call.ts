import type { ModuleSpec } from '../../avm-catalog/kernel/component.ts';
import { modulePath, pins } from '../../avm-catalog/modules/pins.ts';
import { fullPath, type Draft } from './draft.ts';
import type { PlanModule } from './plan.ts';
import { withShared, type Shared } from './shared-parameters.ts';

export type ModuleCall = Pick<PlanModule, 'kind' | 'module' | 'version' | 'scope' | 'params' | 'answers'>;

/** A module in the version that it is pinned to, or that a person chose, with what every module gets. */
export function moduleCall(spec: ModuleSpec, shared: Shared, draft: Draft): ModuleCall {
  const { module, version } =
    spec.version === undefined ? { module: modulePath(spec.module), version: pins[spec.module] } : spec;
  const { scope, answers } = spec;
  return {
    kind: 'module',
    module,
    version,
    params: withShared(spec.params, module, draft.catalog.interface(module, version), shared),
    ...(answers === undefined ? {} : { answers: fullPath(answers, draft.spec.version) }),
    ...(scope === undefined ? {} : { scope }),
  };
}
