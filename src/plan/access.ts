import { roles } from '../../avm-catalog/azure/roles.ts';
import type { ComponentDefinition } from '../../avm-catalog/kernel/component.ts';
import { choice, list } from '../../avm-catalog/kernel/patterns.ts';
import { because, variable, type ReferenceExpression, type Value } from '../bicep/value.ts';
import { conditionOf } from './condition.ts';
import type { Draft } from './draft.ts';

/** The ID of what a component makes or refers to. */
export function idOf(draft: Draft, name: string): ReferenceExpression | undefined {
  const key = draft.enabled.find((one) => one.name === name)?.resource;
  return key === undefined ? undefined : variable('ids', key);
}

/** Empty where the component is off. */
export function endpointOf(draft: Draft, name: string): Value | undefined {
  const found = draft.enabled.find((one) => one.name === name);
  if (!found?.access || found.resource === undefined) return undefined;
  return choice(conditionOf(draft, name), found.access.endpoint(variable('names', found.resource)), '');
}

/** The least role for each identity that uses a component. */
export function usersOf(draft: Draft, { name, access }: ComponentDefinition): readonly Value[] {
  if (!access) return [];
  const given = draft.collect('access').filter((one) => one.item.to === name);
  return list(given, ({ item, ids, from }) =>
    because(
      { ids, component: from },
      {
        roleDefinitionIdOrName: roles[access.role],
        principalId: item.principal,
        principalType: 'ServicePrincipal',
      },
    ),
  );
}
