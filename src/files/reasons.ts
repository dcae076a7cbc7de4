import type { Reason } from '../bicep/value.ts';
import type { Spec } from '../resolve/spec.ts';
import { switchesOf } from './tracing/switches.ts';

/** The reason of a line with several reasons: all their IDs and, unless they share a component, the switch of each. */
export function joinedReason(all: readonly Reason[], spec: Spec): Reason {
  const components = [...new Set(all.map((one) => one.component))];
  const [component] = components;
  const isOne = components.length === 1 && component !== undefined;
  const switches = isOne ? [] : components.flatMap((one) => (one === undefined ? [] : switchesOf(one, spec)));
  const answers = [...new Set([...all.flatMap((one) => one.answers ?? []), ...switches])].toSorted();
  return {
    ids: [...new Set(all.flatMap((one) => one.ids))].toSorted(),
    ...(isOne ? { component } : {}),
    ...(answers.length > 0 ? { answers } : {}),
  };
}
