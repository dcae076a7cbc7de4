import type { ParameterSpec } from '../../avm-catalog/kernel/component.ts';
import type { Value } from '../bicep/value.ts';
import type { Draft } from './draft.ts';
import { pascal } from './given-name.ts';

/** Whether a component is on: true, false, or the parameter that says so where environments differ. */
export function conditionOf(draft: Draft, name: string): Value {
  const component = draft.enabled.find((one) => one.name === name);
  const on = component ? draft.viewsWith(component) : [];
  if (!component || on.length === 0) return false;
  if (on.length === draft.spec.views.length) return true;
  const spec: ParameterSpec = {
    name: `deploy${pascal(name)}`,
    type: { kind: 'bool' },
    description: `Deploy this part: ${component.title}`,
    value: (view) => component.enabled(view),
    answers: component.switchedBy ?? (component.inputs ? [`${component.inputs.token.key}.enabled`] : []),
  };
  return draft.parameter(
    spec,
    { ids: draft.because(draft.serves(component)), component: name },
    draft.enabled.indexOf(component),
  );
}
