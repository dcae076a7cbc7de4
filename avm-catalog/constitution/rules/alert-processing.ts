import { read, readList, readText, where, type Estate, type Predicted, type Violation } from '../estate.ts';
import { backupVaults, replicationVaults } from '../subject.ts';
import { covers, scopes } from './alert-checks.ts';

const processing = 'Microsoft.AlertsManagement/actionRules';

/** The built-in alerts of Azure Backup notify nobody unless an alert processing rule adds an action group. */
export function backupsReported(estate: Estate): readonly Violation[] {
  return [
    ...where(
      backupVaults.in(estate),
      (vault) =>
        readText(vault, 'properties.monitoringSettings.azureMonitorAlertSettings.alertsForAllJobFailures') !==
        'Enabled',
      'the vault raises no alert when a backup or restore fails',
      'set azureMonitorAlertSettings.alertsForAllJobFailures to Enabled',
    ),
    ...uncalled(backupVaults.in(estate), estate),
  ];
}

/** The built-in alerts of Site Recovery do neither. */
export function replicationReported(estate: Estate): readonly Violation[] {
  const settings = 'properties.monitoringSettings.azureMonitorAlertSettings';
  return [
    ...['alertsForAllReplicationIssues', 'alertsForAllFailoverIssues'].flatMap((key) =>
      where(
        replicationVaults.in(estate),
        (vault) => readText(vault, `${settings}.${key}`) === 'Disabled',
        'the vault raises no alert when replication or a failover fails',
        `set azureMonitorAlertSettings.${key} to Enabled`,
      ),
    ),
    ...uncalled(replicationVaults.in(estate), estate),
  ];
}

function uncalled(vaults: readonly Predicted[], estate: Estate): readonly Violation[] {
  const calling = rules(estate).filter((rule) =>
    actions(rule, 'AddActionGroups').some((action) => readList(action, 'actionGroupIds').length > 0),
  );
  return where(
    vaults,
    (vault) => !calling.some((rule) => scopes(rule).some((scope) => covers(scope, vault))),
    'alerts of the vault notify nobody',
    'add an alert processing rule that adds an action group',
  );
}

/** Suppression without a schedule never ends. */
export function mutingEnds(estate: Estate): readonly Violation[] {
  return where(
    rules(estate).filter((rule) => actions(rule, 'RemoveAllActionGroups').length > 0),
    (rule) =>
      readList(rule, 'properties.schedule.recurrences').length === 0 &&
      readText(rule, 'properties.schedule.effectiveUntil') === '',
    'it suppresses notifications at all times',
    'add a schedule',
  );
}

function rules(estate: Estate): readonly Predicted[] {
  return estate.ofType(processing).filter((rule) => read(rule, 'properties.enabled') !== false);
}

function actions(rule: Predicted, type: string): readonly unknown[] {
  return readList(rule, 'properties.actions').filter((action) => readText(action, 'actionType') === type);
}
