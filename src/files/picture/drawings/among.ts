import type { Workspace } from '../../readme/sides.ts';
import type { Environment } from '../../../../avm-catalog/kernel/workspace.ts';

/** Which of these components are on in the environment, as ids of their nodes. */
export function among(
  side: Environment,
  { plan }: Workspace,
  nodes: Readonly<Record<string, string>>,
): readonly string[] {
  const on = (name: string) =>
    plan.components.find((one) => one.name === name)?.environments.includes(side.environment);
  return Object.entries(nodes).flatMap(([name, node]) => (on(name) ? [node] : []));
}

export const isOn = (side: Environment, workspace: Workspace, name: string): boolean =>
  among(side, workspace, { [name]: name }).length > 0;
