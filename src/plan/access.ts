import { roleIdOf } from '../../avm-catalog/kernel/role-ids.ts';
import type { ComponentDefinition } from '../../avm-catalog/kernel/component.ts';
import type { Contribution } from '../../avm-catalog/kernel/contribution.ts';
import type { Slots } from '../../avm-catalog/kernel/slots.ts';
import { choice, either, list } from '../../avm-catalog/kernel/patterns.ts';
import { because, sure, isExpression, variable, type Value } from '../bicep/value.ts';
import { conditionOf } from './condition.ts';
import type { Draft } from './draft.ts';

/** The ID of what a component makes or refers to. */
export function idOf(draft: Draft, name: string): Value | undefined {
  const key = draft.placed(name)?.component.resource;
  if (key === undefined) return undefined;
  const made = draft.ids.get(key);
  // An output is known once its module is deployed, so that it can't be among the computed ones.
  if (!isExpression(made) || made.$ !== 'ref' || made.kind !== 'symbol') return variable('ids', key);
  const condition = conditionOf(draft, name);
  return choice(condition, isExpression(condition) ? sure(made) : made, '');
}

/** Empty where the component is off. */
export function endpointOf(draft: Draft, name: string): Value | undefined {
  const found = draft.placed(name)?.component;
  if (!found?.access || found.resource === undefined) return undefined;
  return choice(conditionOf(draft, name), found.access.endpoint(variable('names', found.resource)), '');
}

/** A role for each identity that uses a component, the least one if no other is asked for. */
export function usersOf(
  draft: Draft,
  { name, access }: ComponentDefinition,
  role = access?.role,
): readonly Value[] | undefined {
  const given = onePerIdentity(draft.collect('access').filter((one) => one.item.to === name));
  if (role === undefined || given.length === 0) return undefined;
  return list(given, ({ item, ids, from }) =>
    because(
      { ids, component: from },
      {
        roleDefinitionIdOrName: roleIdOf(role),
        principalId: principalOf(draft, item.identity),
        principalType: 'ServicePrincipal',
      },
    ),
  );
}

type Given = Contribution<Slots['access']>;

/** Azure refuses a role that an identity is given twice. */
function onePerIdentity(given: readonly Given[]): readonly Given[] {
  const all = new Map<string, Given>();
  for (const one of given) {
    const known = all.get(one.item.identity);
    const ids = [...new Set([...(known?.ids ?? []), ...one.ids])].toSorted();
    all.set(one.item.identity, known ? { ...known, ids, on: either(known.on, one.on) } : one);
  }
  return [...all.values()];
}

function principalOf(draft: Draft, key: string): Value {
  return draft.collect('madeIdentity').find((one) => one.item.key === key)?.item.principal ?? null;
}
