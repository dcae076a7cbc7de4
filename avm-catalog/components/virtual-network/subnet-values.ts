import { param, type ObjectValue, type Value } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import type { Contribution } from '../../kernel/contribution.ts';
import { list, pick } from '../../kernel/patterns.ts';
import type { Slots } from '../../kernel/slots.ts';
import { routedBy, tableOf } from './routes.ts';
import { rulesOf, ruleValue } from './rule-table.ts';
import { denyAllInbound, distinct, within } from './security-rules.ts';
import { fixedNames, groupKey, idKey, isCatalogs } from './subnet-names.ts';

export function describeSubnet(c: Composer, one: Contribution<Slots['subnet']>): Value {
  const { key, extras } = one.item;
  const routed = routedBy(c, one.item);
  const fixed = isCatalogs(key) ? fixedNames[key] : undefined;
  const isOutbound = extras?.isOutbound ?? key === 'workload';
  return c.because(one.ids, {
    name: fixed ?? c.reference(idKey(key)),
    prefix: param('subnetPrefixes', key),
    securityGroup: c.reference(groupKey(key)),
    securityRules: rulesOf(c, key, [
      ...list(contributedTo(c, one), (rule) => c.because(rule.ids, ruleValue(c, rule.item.rule, routed))),
      ...(c.rules.on('SEC-003') ? [c.because(['SEC-003'], ruleValue(c, denyAllInbound))] : []),
    ]),
    natGatewayId:
      c.collect('outbound').length === 0
        ? undefined
        : c.because(
            ['outbound'],
            pick(isOutbound ? c.collect('outbound') : [], ({ id }) => id),
          ),
    ...extrasOf(c, one.item),
  });
}

function contributedTo(
  c: Composer,
  one: Contribution<Slots['subnet']>,
): readonly Contribution<Slots['securityRule']>[] {
  const own = c.collect('securityRule').filter(({ item: { subnet } }) => subnet === one.item.key);
  return distinct(own, ({ rule }) => rule.name).map((rule) => within(one.on, rule));
}

/** A property that one subnet has must exist on all of them, because the loop reads it. */
function extrasOf(c: Composer, subnet: Slots['subnet']): ObjectValue {
  return {
    ...(hasDelegation(c) ? { delegation: subnet.extras?.delegation ?? null } : {}),
    ...(hasTables(c) ? { routeTableId: tableOf(c, subnet) } : {}),
  };
}

export function hasDelegation(c: Composer): boolean {
  return c.collect('subnet').some(({ item: { extras } }) => extras?.delegation !== undefined);
}

export function hasTables(c: Composer): boolean {
  return c.collect('subnet').some((one) => routedBy(c, one.item) !== false);
}
