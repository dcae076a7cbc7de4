import type { Contribution } from '../../kernel/contribution.ts';
import { either } from '../../kernel/patterns.ts';
import type { SecurityRule } from '../../kernel/slots.ts';

/** A rule with the same condition as its subnet needs no condition of its own. */
export function within<T>(on: Contribution<T>['on'], one: Contribution<T>): Contribution<T> {
  return on && JSON.stringify(on) === JSON.stringify(one.on) ? { ...one, on: undefined } : one;
}

/** If two components need the same rule or subnet, it exists once, where either component is on. */
export function distinct<T>(given: readonly Contribution<T>[], keyOf: (item: T) => string): readonly Contribution<T>[] {
  const byKey = new Map<string, Contribution<T>>();
  for (const one of given) {
    const key = keyOf(one.item);
    const earlier = byKey.get(key);
    byKey.set(
      key,
      earlier
        ? { ...earlier, on: either(earlier.on, one.on), ids: [...new Set([...earlier.ids, ...one.ids])].toSorted() }
        : one,
    );
  }
  return [...byKey.values()];
}

export const denyAllInbound: SecurityRule = {
  name: 'DenyAllInbound',
  priority: 4000,
  direction: 'Inbound',
  access: 'Deny',
  protocol: '*',
  description: 'Denies all traffic that no other rule allows',
  source: '*',
  destination: '*',
  ports: ['*'],
};
