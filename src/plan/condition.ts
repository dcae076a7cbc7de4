import type { ParameterSpec } from '../../avm-catalog/kernel/component.ts';
import type { Value } from '../bicep/value.ts';
import type { Draft } from './draft.ts';
import { pascal } from '../text/pascal.ts';

/** Whether a component is on: true, false, or the parameter that says so where environments differ. */
export function conditionOf(draft: Draft, name: string): Value {
  const placed = draft.placed(name);
  const on = placed ? draft.viewsWith(placed.component) : [];
  if (!placed || on.length === 0) return false;
  if (on.length === draft.spec.views.length) return true;
  const { component, order } = placed;
  const spec: ParameterSpec = {
    name: `deploy${pascal(name)}`,
    type: { kind: 'bool' },
    description: `Deploy this component: ${component.title}`,
    value: (view) => component.enabled(view),
    answers: component.switchedBy ?? (component.inputs ? [`${component.inputs.token.key}.enabled`] : []),
  };
  return draft.parameter(spec, { ids: draft.because(draft.serves(component)), component: name }, order);
}
