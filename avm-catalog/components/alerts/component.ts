import { call, type CallExpression } from '../../../src/bicep/value.ts';
import { component, type Composer } from '../../kernel/component.ts';
import type { View } from '../../kernel/view.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import type { Contribution } from '../../kernel/contribution.ts';
import { duplicates } from '../../kernel/duplicates.ts';
import { drawing } from './drawing.ts';
import { metricFindings } from './check-plan.ts';
import { actionGroups, called } from './groups.ts';
import { alertsDefinition } from './definition.ts';
import { alertsInputs } from './inputs.ts';
import { alertProcessing } from './processing.ts';
import { quietTimes } from '../../kernel/alerts/quiet-time.ts';
import { eventAlerts } from './events.ts';
import { logAlerts, metricAlerts } from './watched.ts';
import type { Slots } from '../../kernel/slots.ts';
import { alertsDocs } from './docs.ts';
import { maintenanceInputs } from '../maintenance/inputs.ts';

export const alerts = component({
  name: 'alerts',
  title: 'Alerts',
  summary: 'Alert rules that notify operators when a resource is unhealthy',
  serves: ['alerts', 'OPS-010', 'OPS-015'],
  drawing,
  inputs: alertsDefinition,
  docs: alertsDocs,
  measures: [{ path: 'alerts.enabled', subject: 'alerting', of: (view) => Number(alertsInputs.of(view).enabled) }],
  enabled: (view) => alertsInputs.of(view).enabled,
  check: alertProblems,
  checkPlan: metricFindings,
  contribute: (c) => {
    c.name('actionGroup', { type: 'Microsoft.Insights/actionGroups' });
    c.name('actionGroupShort', { type: 'actionGroupShortName' });
  },
  compose: (c) => {
    const groups = actionGroups(c);
    const actions = c.because(
      ['OPS-011'],
      called(groups, (id) => ({ actionGroupId: id })),
    );
    const ids = c.because(['OPS-011'], called(groups));
    const events = watchedEvents(c);
    metricAlerts(c, actions);
    logAlerts(c, { actionGroupResourceIds: ids });
    eventAlerts(c, events, actions);
    alertProcessing(c, events, ids);
  },
});

const scopeOf = (fn: 'resourceGroup' | 'subscription'): CallExpression => ({ ...call(fn), property: 'id' });

/** Alerts of other components, and Azure's reports on the resource group and the subscription. */
function watchedEvents(c: Composer): readonly Contribution<Slots['eventAlert']>[] {
  const own = { from: 'alerts', on: undefined, ids: [] };
  return [
    ...c.collect('eventAlert'),
    { ...own, item: { key: 'resource-health', scope: scopeOf('resourceGroup') } },
    { ...own, item: { key: 'service-health', scope: scopeOf('subscription') } },
  ];
}

function alertProblems(view: View): readonly AnswerProblem[] {
  const is = alertsInputs.of(view);
  const maintenance = maintenanceInputs.of(view);
  if (!is.enabled) return [];
  const mutes = is.muteMaintenance && maintenance.enabled;
  return [
    ...duplicates(is.emails).map(({ value, index }) =>
      problem('answer-twice', `alerts.emails.${index}`, { what: `The email address ${value}` }),
    ),
    ...(mutes && !quietTimes(maintenance)
      ? [problem('maintenance-not-muted', 'maintenance.recurEvery', { recurEvery: maintenance.recurEvery }, 'note')]
      : []),
  ];
}
