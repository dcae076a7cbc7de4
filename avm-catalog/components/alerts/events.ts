import { arrayOf, string } from '../../../src/bicep/type.ts';
import type { ObjectValue, Value } from '../../../src/bicep/value.ts';
import { camel } from '../../../src/text/pascal.ts';
import { region } from '../../azure/regions.ts';
import { eventRules, isVaultAlert, type EventRuleName, type VaultAlertName } from '../../kernel/alerts/rules.ts';
import type { Composer } from '../../kernel/component.ts';
import type { Contribution } from '../../kernel/contribution.ts';
import { list } from '../../kernel/patterns.ts';
import type { Slots } from '../../kernel/slots.ts';
import { chosen } from './settings.ts';
import { eventAlert, file } from './table.ts';
import { alert, qualified } from './watched.ts';

type Event = Exclude<EventRuleName, VaultAlertName>;

export function eventAlerts(c: Composer, given: readonly Contribution<Slots['eventAlert']>[], actions: Value): void {
  const watched = chosen(c, given).flatMap((one) =>
    isVaultAlert(one.item.key) ? [] : [{ ...one, item: { ...one.item, key: one.item.key } }],
  );
  if (watched.length === 0) return;
  const values = list(watched, (one): Value => {
    const { key, scope, of } = one.item;
    const name = c.nameValue({
      type: 'Microsoft.Insights/activityLogAlerts',
      abbreviation: 'alert',
      qualifier: qualified(key, of),
    });
    const watchedEvent = c.imported({
      file,
      name: `${camel(key)}Alert`,
      description: eventRules[key].reports.replace(/\.$/, ''),
      returns: eventAlert,
      given: { name: [string, name], scope: [string, scope] },
      body: (own) => ({
        name: own['name'],
        description: eventRules[key].describe(),
        scope: own['scope'],
        conditions: conditions(c, key),
      }),
    });
    return c.because(one.ids, watchedEvent);
  });
  c.module({
    symbol: 'eventAlerts',
    module: 'insights/activity-log-alert',
    comment: 'Activity log alerts',
    loop: {
      item: 'alert',
      in: c.variable('watchedEvents', values, { description: 'Activity log events that trigger an alert' }),
    },
    params: {
      name: alert('name'),
      alertDescription: alert('description'),
      scopes: [alert('scope')],
      conditions: alert('conditions'),
      actions,
    },
  });
}

const equal = (field: string, equals: string): ObjectValue => ({ field, equals });
const oneOf = (field: string, ...values: readonly string[]): ObjectValue => ({
  anyOf: values.map((value) => equal(field, value)),
});

function conditions(c: Composer, key: Event): Value {
  if (key === 'machine-stopped')
    return [
      equal('category', 'Administrative'),
      oneOf(
        'operationName',
        'Microsoft.Compute/virtualMachines/deallocate/action',
        'Microsoft.Compute/virtualMachines/powerOff/action',
      ),
      equal('status', 'Succeeded'),
    ];
  // A restart by a user also makes a VM unavailable, so the rule matches only platform-initiated events.
  if (key === 'resource-health')
    return [
      equal('category', 'ResourceHealth'),
      oneOf('properties.currentHealthStatus', 'Unavailable', 'Degraded'),
      equal('properties.cause', 'PlatformInitiated'),
    ];
  return [
    equal('category', 'ServiceHealth'),
    oneOf('properties.incidentType', 'Incident', 'Maintenance', 'Security', 'ActionRequired'),
    { field: 'properties.impactedServices[*].ImpactedRegions[*].RegionName', containsAny: regions(c) },
  ];
}

function regions(c: Composer): Value {
  return c.choose({
    name: 'serviceHealthRegions',
    type: arrayOf(string),
    description: 'Regions whose service health events trigger an alert',
    value: ({ core }) => [region(core.location.region)?.displayName ?? core.location.region, 'Global'],
    answers: ['location.region'],
  });
}
