import { nameProblem, problemUnder } from '../../azure/name-problems.ts';
import { windowsComputerName } from '../../azure/naming.ts';
import { isUnresolved, read, readText, where, type Estate, type Predicted, type Violation } from '../estate.ts';

export function acceptedNames(estate: Estate): readonly Violation[] {
  return [
    ...where(
      estate.resources,
      (one) => !isUnresolved(one.name) && nameProblem(one.type, lastPart(one)) !== undefined,
      'Azure would refuse its name',
      'keep to the length and the characters of its type',
    ),
    ...where(
      estate.ofType('Microsoft.Compute/virtualMachines').filter((one) => computerName(one) !== ''),
      (one) => !isUnresolved(computerName(one)) && problemUnder(windowsComputerName, computerName(one)) !== undefined,
      'Windows would refuse the name of the computer',
      'keep to 15 letters, digits and hyphens',
    ),
  ];
}

/** A child's name has those of its parents before its own. */
function lastPart({ name }: Predicted): string {
  return name.split('/').at(-1) ?? '';
}

function computerName(machine: Predicted): string {
  return read(machine, 'properties.osProfile.linuxConfiguration')
    ? ''
    : readText(machine, 'properties.osProfile.computerName');
}
