import { abilities, extensions } from '../../../avm-catalog/blueprints/windows-vm/machine-module.ts';
import type { PlanModule } from '../../plan/plan.ts';
import type { Workspace } from '../readme/sides.ts';
import { separated } from '../commas.ts';
import { ownValue } from '../../bicep/own.ts';

const machine = 'virtualMachine';

/** What the machine's module does here by its parameters, and which extensions it installs. */
export function machineModule(workspace: Workspace) {
  const one = workspace.plan.resources.find(
    (resource): resource is PlanModule => resource.kind === 'module' && resource.symbol === machine,
  );
  if (!one) return null;
  const isGiven = (parameter: string): boolean => ownValue(one.params, parameter) !== undefined;
  const installed = extensions.flatMap(({ parameter, what, usual, isOn }) => {
    const sides = workspace.sides.filter(isOn);
    if (sides.length === 0) return [];
    const limited = sides.length === workspace.sides.length ? '' : workspace.where(sides);
    return [{ parameter, what, limited, usual: usual === true && !isGiven(parameter) }];
  });
  return {
    module: one.module,
    version: one.version,
    abilities: separated(abilities.filter(({ parameter }) => isGiven(parameter))),
    extensions: separated(installed),
    reason: workspace.reason(one.reason.ids, one.component),
  };
}
