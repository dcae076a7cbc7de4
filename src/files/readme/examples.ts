import type { ComponentDefinition } from '../../../avm-catalog/kernel/component.ts';
import type { View } from '../../../avm-catalog/kernel/view.ts';
import { breaksIn } from '../../../avm-catalog/constitution/evaluate.ts';
import type { Spec } from '../../resolve/spec.ts';
import { inOrder } from './documented.ts';
import type { Workspace } from './sides.ts';

/** Commands that would do something in this workspace. */
export function examples(workspace: Workspace): { readonly example: string; readonly addable: string } {
  const { spec } = workspace;
  const [example = 'telemetry=false'] = given(workspace).flatMap(({ setting }) => setting?.(workspace) ?? []);
  const off = spec.components.find((one) => spec.views.every((view) => !one.enabled(view) && allows(spec, view, one)));
  return { example, addable: off?.name ?? '' };
}

function given({ spec }: Workspace) {
  return inOrder(spec.components.flatMap(({ docs }) => docs.example ?? []));
}

/** True where a component can be switched on with nothing else to say, and no rule is against it. */
function allows(spec: Spec, view: View, { check, inputs }: ComponentDefinition): boolean {
  if (!inputs?.switchOn) return false;
  const { token, switchOn } = inputs;
  const own = { ...(token.of(view) as object), ...switchOn };
  const switched: View = { ...view, inputs: { ...view.inputs, [token.key]: own } };
  return (
    (check?.(switched) ?? []).length === 0 &&
    spec.rules.every((rule) => rule.level === 'off' || (breaksIn(rule, switched) ?? []).length === 0)
  );
}

/** Where modules tell Microsoft that they are deployed, and under which name. */
export function telemetry(workspace: Workspace) {
  const { plan } = workspace;
  const told = workspace.among(
    workspace.sides.filter((side) => side.core.telemetry),
    { ...workspace.reason(['environments']), answers: ['spec.telemetry'] },
  );
  const modules = plan.resources.flatMap((one) => (one.kind === 'module' ? [one] : []));
  const wanted = given(workspace).flatMap(({ module }) => module ?? []);
  const one = modules.find(({ module }) => wanted.some((name) => module.endsWith(`/${name}`))) ?? modules[0];
  if (!told || !one) return null;
  const parts = one.module.split('/').slice(-2);
  const short = parts.map((part) => part.replaceAll('-', '')).join('-');
  return { ...told, example: `46d3xbcp.res.${short}.${one.version.replaceAll('.', '-')}.a1b2` };
}
