import { componentIn } from '../../resolve/components.ts';
import { sharedPath } from '../../answers/version.ts';
import type { Spec } from '../../resolve/spec.ts';
import { settingIn } from './setting.ts';

/** Paths of the answers that switch a component on and off; none where it is always there. */
export function switchesOf(name: string, spec: Spec): readonly string[] {
  const found = componentIn(name, spec);
  if (!found) return [];
  return (found.switchedBy ?? [`${found.inputs?.token.key}.enabled`])
    .filter((path) => spec.views.some((view) => settingIn(view, path.split('.')) !== undefined))
    .map((path) => sharedPath(path, spec.version));
}
