import { variable, type ReferenceExpression } from '../../src/bicep/value.ts';
import { roleKey, type RoleName } from '../azure/roles.ts';

export const roleIds = 'roleIds';

/** The ID of a built-in role, from the variable with those that are assigned. A module knows only some by name. */
export function roleIdOf(name: RoleName): ReferenceExpression {
  return variable(roleIds, roleKey(name));
}
