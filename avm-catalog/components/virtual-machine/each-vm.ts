import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { machinesIn, virtualMachineInputs, virtualMachineType } from './inputs.ts';

/** Each VM of each environment, as if it were the only one there. */
export function eachVm(workspace: DocumentedWorkspace): readonly Environment[] {
  return workspace.with(virtualMachineType).flatMap(machinesAt);
}

/** Environments with a VM in which something holds. */
export function sidesWhere(
  workspace: DocumentedWorkspace,
  holds: (side: Environment) => boolean,
): readonly Environment[] {
  return workspace.with(virtualMachineType).filter((side) => machinesAt(side).some(holds));
}

function machinesAt(side: Environment): readonly Environment[] {
  return machinesIn(side).map(({ is }) => ({ ...side, inputs: { ...side.inputs, [virtualMachineInputs.key]: is } }));
}
