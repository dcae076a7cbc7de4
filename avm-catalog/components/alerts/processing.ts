import { item, type Value } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import type { Contribution } from '../../kernel/contribution.ts';
import { list } from '../../kernel/patterns.ts';
import type { Slots } from '../../kernel/slots.ts';
import { eventRules, isVaultAlert, vaultAlerts, type VaultAlertName } from '../../kernel/alerts/rules.ts';
import { chosen } from './settings.ts';

const rule = (key: string): Value => item('rule', key);
const name = (c: Composer, qualifier: string): Value =>
  c.nameValue({ type: 'Microsoft.AlertsManagement/actionRules', abbreviation: 'apr', qualifier });

/** Alert processing rules: they add action groups to alerts without an alert rule, and suppress notifications. */
export function alertProcessing(
  c: Composer,
  events: readonly Contribution<Slots['eventAlert']>[],
  groups: Value,
): void {
  const raised = chosen(c, events).flatMap((one) =>
    isVaultAlert(one.item.key) ? [{ ...one, item: { ...one.item, key: one.item.key } }] : [],
  );
  const quiet = c.collect('quietTime');
  if (raised.length + quiet.length === 0) return;
  const values = [
    ...list(raised, (one): Value => c.because(one.ids, calling(c, one.item, groups))),
    ...list(quiet, (one): Value => c.because(one.ids, muting(c, one.item.schedule))),
  ];
  c.module({
    symbol: 'alertProcessingRules',
    module: 'alerts-management/action-rule',
    comment: 'Alert processing rules',
    ids: ['OPS-016'],
    loop: {
      item: 'rule',
      in: c.variable('alertProcessing', values, {
        description: 'Rules that add action groups to alerts or suppress notifications',
      }),
    },
    params: {
      name: rule('name'),
      aprDescription: rule('description'),
      scopes: rule('scopes'),
      conditions: rule('conditions'),
      actions: rule('actions'),
      schedule: rule('schedule'),
    },
  });
}

interface Raised {
  readonly key: VaultAlertName;
  /** The vault. */
  readonly scope: Value;
}

/** Azure Backup and Site Recovery raise their own alerts. Only a processing rule can add an action group to them. */
function calling(c: Composer, { key, scope }: Raised, groups: Value): Value {
  return {
    name: name(c, vaultAlerts[key]),
    description: eventRules[key].describe(),
    scopes: [scope],
    conditions: null,
    actions: [{ actionType: 'AddActionGroups', actionGroupIds: groups }],
    schedule: null,
  };
}

/**
 * Suppresses metric alerts of VMs and the load balancer, because a restart triggers them. The heartbeat alert still
 * notifies, so a VM that doesn't restart is reported. "Platform" means metric alerts (azure-monitor-docs alerts/alerts-processing-rules.md).
 */
function muting(c: Composer, schedule: Value): Value {
  const balancers = c.collect('metricAlert').filter((one) => one.item.key === 'application-unhealthy');
  return {
    name: name(c, 'maintenance'),
    description: 'Suppresses notifications about restarts during the maintenance window',
    scopes: [...list(c.collect('machine'), (one) => one.item.id), ...list(balancers, (one) => one.item.scope)],
    conditions: [{ field: 'MonitorService', operator: 'Equals', values: ['Platform'] }],
    actions: [{ actionType: 'RemoveAllActionGroups' }],
    schedule,
  };
}
