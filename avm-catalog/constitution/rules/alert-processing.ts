import { read, readList, readText, where, type Estate, type Predicted, type Violation } from '../estate.ts';
import { covers, scopes } from './alert-checks.ts';

const processing = 'Microsoft.AlertsManagement/actionRules';
const vaults = 'Microsoft.RecoveryServices/vaults';

/** Azure Backup has alerts of its own; they call nobody unless a processing rule says whom. */
export function backupsReported(estate: Estate): readonly Violation[] {
  const calling = rules(estate).filter((rule) =>
    actions(rule, 'AddActionGroups').some((action) => readList(action, 'actionGroupIds').length > 0),
  );
  return [
    ...where(
      estate.ofType(vaults),
      (vault) =>
        readText(vault, 'properties.monitoringSettings.azureMonitorAlertSettings.alertsForAllJobFailures') !==
        'Enabled',
      'the vault raises no alert when a backup fails',
      'enable azureMonitorAlertSettings.alertsForAllJobFailures',
    ),
    ...where(
      estate.ofType(vaults),
      (vault) => !calling.some((rule) => scopes(rule).some((scope) => covers(scope, vault))),
      'alerts of the vault call nobody',
      'add an alert processing rule that adds an action group',
    ),
  ];
}

/** A rule that mutes without a schedule mutes for good. */
export function mutingEnds(estate: Estate): readonly Violation[] {
  return where(
    rules(estate).filter((rule) => actions(rule, 'RemoveAllActionGroups').length > 0),
    (rule) =>
      readList(rule, 'properties.schedule.recurrences').length === 0 &&
      readText(rule, 'properties.schedule.effectiveUntil') === '',
    'it mutes alerts at all times',
    'give it a schedule',
  );
}

function rules(estate: Estate): readonly Predicted[] {
  return estate.ofType(processing).filter((rule) => read(rule, 'properties.enabled') !== false);
}

function actions(rule: Predicted, type: string): readonly unknown[] {
  return readList(rule, 'properties.actions').filter((action) => readText(action, 'actionType') === type);
}
