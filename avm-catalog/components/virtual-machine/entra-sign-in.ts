import { arrayOf, bool, string } from '../../../src/bicep/type.ts';
import { call, item, lambda, type ObjectValue, type Value } from '../../../src/bicep/value.ts';
import type { RoleName } from '../../azure/roles.ts';
import type { Composer } from '../../kernel/component.ts';
import { roleIdOf } from '../../kernel/role-ids.ts';
import { virtualMachineInputs, type EntraSignIn } from './inputs.ts';

/** Sign-ins with Microsoft Entra ID. The module then gives the VM the system-assigned identity that the extension needs. */
export function entraSignIn(c: Composer): ObjectValue {
  const isOn = c.choose({
    name: 'entraSignIn',
    type: bool,
    description: 'Join the VM to Microsoft Entra ID, so that users sign in with it',
    value: (view) => virtualMachineInputs.of(view).entraSignIn.enabled,
    answers: ['virtualMachine.entraSignIn.enabled'],
    ids: ['SEC-032'],
  });
  if (isOn === false) return {};
  const assigned = [
    ...assignments(c, 'administratorGroups', 'Virtual Machine Administrator Login', 'with administrator privileges'),
    ...assignments(c, 'userGroups', 'Virtual Machine User Login', 'as a regular user'),
  ];
  return {
    extensionAadJoinConfig: c.because(['SEC-032'], { enabled: isOn }),
    ...(assigned.length === 0
      ? {}
      : {
          roleAssignments: c.because(['SEC-032'], assigned.length === 1 ? assigned[0]! : call('concat', ...assigned)),
        }),
  };
}

type Groups = Exclude<keyof EntraSignIn, 'enabled'>;

function assignments(c: Composer, key: Groups, role: RoleName, how: string): readonly Value[] {
  const groupsIn = (is: EntraSignIn): readonly string[] => (is.enabled ? is[key] : []);
  if (c.views.every((view) => groupsIn(virtualMachineInputs.of(view).entraSignIn).length === 0)) return [];
  const groups = c.parameter({
    name: key,
    type: arrayOf(string),
    description: `Object IDs of the Microsoft Entra groups that sign in ${how}`,
    value: (view) => groupsIn(virtualMachineInputs.of(view).entraSignIn),
    answers: [`virtualMachine.entraSignIn.${key}`],
    ids: ['SEC-032'],
  });
  const assignment = { principalId: item('group'), principalType: 'Group', roleDefinitionIdOrName: roleIdOf(role) };
  return [call('map', groups, lambda('group', assignment))];
}
