import { roleIdOf } from '../../avm-catalog/kernel/role-ids.ts';
import type { ComponentDefinition } from '../../avm-catalog/kernel/component.ts';
import type { Contribution } from '../../avm-catalog/kernel/contribution.ts';
import type { Slots } from '../../avm-catalog/kernel/slots.ts';
import { choice, either, list } from '../../avm-catalog/kernel/patterns.ts';
import { because, sure, isExpression, variable, type Expression, type Value } from '../bicep/value.ts';
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
  return choice(conditionOf(draft, name), found.access.endpoint(nameOf(draft, found.resource)), '');
}

/** The name that its ID ends with: that of the convention, or the one that a person gives. */
function nameOf({ ids }: Draft, key: string): string | Expression {
  const id = ids.get(key);
  const name = isExpression(id) && id.$ === 'call' && id.fn === 'resourceId' ? id.args.at(-1) : undefined;
  return typeof name === 'string' || isExpression(name) ? name : variable('names', key);
}

/** Roles for each identity that uses a component, the least ones if no others are asked for. */
export function usersOf(
  draft: Draft,
  { name, access }: ComponentDefinition,
  roles = access?.roles ?? [],
): readonly Value[] | undefined {
  const given = onePerIdentity(draft.collect('access').filter((one) => one.item.to === name));
  if (given.length === 0) return undefined;
  const entry = access?.policies?.entry;
  if (entry) return list(given, (one) => entryOf(one, entry(principalOf(draft, one.item.identity), one.item.identity)));
  if (roles.length === 0) return undefined;
  const each = given.flatMap((one) => roles.map((role) => ({ ...one, item: { ...one.item, role } })));
  return list(each, (one) =>
    entryOf(one, {
      roleDefinitionIdOrName: roleIdOf(one.item.role),
      principalId: principalOf(draft, one.item.identity),
      principalType: 'ServicePrincipal',
    }),
  );
}

const entryOf = ({ ids, from }: Given, value: Value): Value => because({ ids, component: from }, value);

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
