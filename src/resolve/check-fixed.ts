import type { ComponentDefinition } from '../../avm-catalog/kernel/component.ts';
import { valueAt } from '../answers/defaults.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import type { Spec } from './spec.ts';

/** Settings that differ between environments although the one template that they share has them. */
export function checkFixed(spec: Spec): readonly Finding[] {
  return spec.components.flatMap((one) => (one.inputs?.fixed ?? []).flatMap((path) => differing(one, path, spec)));
}

function differing({ inputs, enabled }: ComponentDefinition, path: string, { views }: Spec): readonly Finding[] {
  const said = views
    .filter((view) => enabled(view))
    .map((view) => ({ view, text: JSON.stringify(valueAt(inputs?.token.of(view), path.split('.'))) }));
  const other = said.find(({ text }) => text !== said[0]?.text);
  if (!other) return [];
  const { environment } = other.view;
  const answer = `environments.${environment}.${inputs?.token.key}.${path}`;
  return [makeFinding('setting-fixed', 'error', { setting: path }, { file: 'avm.yaml', answer, environment })];
}
