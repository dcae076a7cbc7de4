import { because, isExpression, type Reason, type Value } from '../../bicep/value.ts';

/** A value that stands for several, with what they are there for. */
export function reasoned(values: readonly Value[], value: Value): Value {
  const reasons = values.flatMap(reasonsOf);
  return reasons.length === 0 ? value : because(merged(reasons), value);
}

function reasonsOf(value: Value): readonly Reason[] {
  return isExpression(value) && value.$ === 'because' ? [value.reason, ...reasonsOf(value.value)] : [];
}

/** What several things are there for; the component, where it is one. */
export function merged(reasons: readonly Reason[]): Reason {
  const components = new Set(reasons.map((one) => one.component));
  const [component] = components;
  const answers = [...new Set(reasons.flatMap((one) => one.answers ?? []))].toSorted();
  return {
    ids: [...new Set(reasons.flatMap((one) => one.ids))].toSorted(),
    ...(components.size === 1 && component !== undefined ? { component } : {}),
    ...(answers.length === 0 ? {} : { answers }),
  };
}
