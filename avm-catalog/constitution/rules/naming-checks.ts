import { nameProblem, problemUnder } from '../../azure/name-problems.ts';
import { windowsComputerName } from '../../azure/naming.ts';
import { isUnresolved, read, readText, where, type Estate, type Predicted, type Violation } from '../estate.ts';

export function acceptedNames(estate: Estate): readonly Violation[] {
  return [
    ...where(
      estate.resources,
      (one) => !isUnresolved(one.name) && nameProblem(one.type, lastPart(one)) !== undefined,
      'Azure would reject its name',
      'use the length and the characters that its type allows',
    ),
    ...where(
      estate.ofType('Microsoft.Compute/virtualMachines').filter((one) => computerName(one) !== ''),
      (one) => !isUnresolved(computerName(one)) && problemUnder(windowsComputerName, computerName(one)) !== undefined,
      'Windows would reject the computer name',
      'use at most 15 letters, digits, and hyphens',
    ),
  ];
}

/** The name of a child begins with those of its parents. */
function lastPart({ name }: Predicted): string {
  return name.split('/').at(-1) ?? '';
}

/** Empty if it isn’t a Windows VM. */
export function computerName(vm: Predicted): string {
  return read(vm, 'properties.osProfile.linuxConfiguration') ? '' : readText(vm, 'properties.osProfile.computerName');
}
