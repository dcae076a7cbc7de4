import { windowsComputerName } from '../../azure/naming.ts';
import { machinesIn } from '../../components/virtual-machine/inputs.ts';
import type { View } from '../../kernel/view.ts';
import { isUnresolved, type Estate, type Violation } from '../estate.ts';
import {
  cased,
  fitted,
  namePatternDefaults,
  partsOf,
  type NamePart,
  type NamePatternParameters,
} from './name-pattern.ts';
import { literal, textsIn } from './name-texts.ts';
import { computerName } from './naming-checks.ts';

/** Computer names, if the organization has a pattern for them; not those that a setting gives. */
export function computerNames(estate: Estate, is: NamePatternParameters, view: View): readonly Violation[] {
  if (is.computerName === namePatternDefaults.computerName) return [];
  const given = machinesIn(view).map(({ is: { computerName: name } }) => name);
  const pattern = new RegExp(`^${patternOf(is, view)}$`);
  return estate
    .ofType('Microsoft.Compute/virtualMachines')
    .map((one) => ({ one, name: computerName(one) }))
    .filter(({ name }) => name !== '' && !isUnresolved(name) && !given.includes(name) && !pattern.test(name))
    .map(({ one }) => ({
      resource: one.id,
      what: `its computer name doesn’t follow the pattern ${is.computerName}`,
      instead: 'compute it from workload and environment, as the variable names does',
    }));
}

/** A workload that is too long keeps its first character, and a name of its own comes behind it. */
function patternOf(is: NamePatternParameters, view: View): string {
  const texts = textsIn(view, is);
  const textOf = (part: NamePart): string => {
    if (part.kind !== 'token') return literal(part.text);
    if (part.token === 'workload') return `${cased(texts.workload.charAt(0), part.casing)}[A-Za-z0-9-]*`;
    return part.token === 'type' || part.token === 'unique' ? '' : literal(cased(texts[part.token], part.casing));
  };
  return fitted(partsOf(is.computerName), windowsComputerName.shape).map(textOf).join('');
}
