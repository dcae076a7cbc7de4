import { componentIn } from '../../resolve/components.ts';
import type { Spec } from '../../resolve/spec.ts';
import { valueIn } from './answered.ts';

/** Paths of the answers that switch a component on and off; none where it is always there. */
export function switchesOf(name: string, spec: Spec): readonly string[] {
  const found = componentIn(name, spec);
  if (!found) return [];
  return (found.switchedBy ?? [`${found.inputs?.token.key}.enabled`])
    .filter((path) => spec.views.some((view) => valueIn(view, path.split('.')) !== undefined))
    .map((path) => `spec.${path}`);
}
