import { roleKey, roleNames, roles } from '../../avm-catalog/azure/roles.ts';
import { namePatternDefaults, type NamePatternParameters } from '../../avm-catalog/constitution/rules/name-pattern.ts';
import { roleIds } from '../../avm-catalog/kernel/role-ids.ts';
import type { ObjectValue, Reason } from '../bicep/value.ts';
import type { Draft } from './draft.ts';
import type { PlanVariable } from './plan.ts';
import type { References } from './references.ts';

/** `names`, `ids`, and `roleIds`: each name and each ID once, sorted. */
export function computed(draft: Draft, used: References): readonly PlanVariable[] {
  const ids: ObjectValue = Object.fromEntries([...used.ids].toSorted().map((key) => [key, draft.ids.get(key)]));
  const names: ObjectValue = Object.fromEntries(
    [...used.names].toSorted().map((key) => [key, draft.names.get(key)?.made.value]),
  );
  const reason: Reason = { ids: draft.because(['NAM-001', 'NAM-002']) };
  return [
    { name: 'names', value: names, description: described(draft.namer.is), reason },
    {
      name: 'ids',
      value: ids,
      description: 'Resource IDs, computed instead of read from outputs, so that what-if can show them',
      reason: { ids: draft.because(['modules']) },
    },
    ...(used.roles.size === 0 ? [] : [assignedRoles(draft, used)]),
  ];
}

function assignedRoles(draft: Draft, used: References): PlanVariable {
  const ids = roleNames
    .map((name) => [roleKey(name), roles[name]] as const)
    .filter(([key]) => used.roles.has(key))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    name: roleIds,
    value: Object.fromEntries(ids),
    description: 'Built-in roles that the template assigns',
    reason: { ids: draft.because(['identity']) },
  };
}

/** A pattern of the organization is told where its names are. */
function described({ pattern }: NamePatternParameters): string {
  return pattern === namePatternDefaults.pattern ? 'Resource names' : `Resource names by the pattern ${pattern}`;
}
