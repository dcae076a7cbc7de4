import type { ObjectValue, Value } from '../../../src/bicep/value.ts';
import type { Contribution } from '../../kernel/contribution.ts';
import { either } from '../../kernel/patterns.ts';
import type { SecurityRule, Slots } from '../../kernel/slots.ts';

/** What holds wherever its subnet is there needs no condition of its own. */
export function within<T>(on: Contribution<T>['on'], one: Contribution<T>): Contribution<T> {
  return on && JSON.stringify(on) === JSON.stringify(one.on) ? { ...one, on: undefined } : one;
}

/** Two components may ask for the same rule: it is there once, where either is. */
export function distinct(
  rules: readonly Contribution<Slots['securityRule']>[],
): readonly Contribution<Slots['securityRule']>[] {
  const byName = new Map<string, Contribution<Slots['securityRule']>>();
  for (const one of rules) {
    const { name } = one.item.rule;
    const earlier = byName.get(name);
    byName.set(
      name,
      earlier
        ? { ...earlier, on: either(earlier.on, one.on), ids: [...new Set([...earlier.ids, ...one.ids])].toSorted() }
        : one,
    );
  }
  return [...byName.values()];
}

export const denyAllInbound: SecurityRule = {
  name: 'DenyAllInbound',
  priority: 4000,
  direction: 'Inbound',
  access: 'Deny',
  protocol: '*',
  description: 'What no rule above allows is denied',
  source: '*',
  destination: '*',
  ports: ['*'],
};

export function ruleValue(rule: SecurityRule): ObjectValue {
  const single = Array.isArray(rule.ports) && rule.ports.length === 1;
  return {
    name: rule.name,
    properties: {
      description: rule.description,
      priority: rule.priority,
      direction: rule.direction,
      access: rule.access,
      protocol: rule.protocol,
      sourceAddressPrefix: rule.source,
      sourcePortRange: '*',
      destinationAddressPrefix: rule.destination,
      destinationPortRange: single ? (rule.ports as readonly Value[])[0] : undefined,
      destinationPortRanges: single ? undefined : rule.ports,
    },
  };
}
