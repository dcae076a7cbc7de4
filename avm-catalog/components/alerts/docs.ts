import operations from './readme.md.hbs';
import { code, md } from '../../../src/text/markdown.ts';
import type { ComponentDocs, Limitation } from '../../kernel/docs.ts';
import { factOf, limited } from '../../kernel/documents.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { alertFacts, isAlertOn, isMuted } from './facts.ts';
import { receivers } from './inputs.ts';
import { alertsInputs } from './inputs.ts';

export const alertsDocs: ComponentDocs = { operations, facts: alertFacts, limitations };

function limitations(workspace: DocumentedWorkspace): readonly Limitation[] {
  const silent = factOf(workspace, 'alerts', (side) => receivers(alertsInputs.of(side)).length === 0);
  const off = workspace.among(
    workspace.sides.filter((side) => !alertsInputs.of(side).enabled),
    workspace.reason(['logs'], 'alerts'),
  );
  return [
    ...limited(
      110,
      silent,
      (where) =>
        md`Nobody is told of alerts (${where}): ${code('alerts.emails')}, ${code('alerts.armRoles')} and ${code('alerts.actionGroupId')} are empty, so they are seen in the portal only.`,
    ),
    ...duringMaintenance(workspace),
    ...limited(140, off, (where) => md`Alerts are off (${where}).`),
  ];
}

function duringMaintenance(workspace: DocumentedWorkspace): readonly Limitation[] {
  const alerting = (holds: (side: Environment) => boolean) =>
    factOf(workspace, 'alerts', (side) => workspace.isIn('maintenance', side) && holds(side));
  return [
    ...limited(
      120,
      alerting((side) => alertsInputs.of(side).muteMaintenance && !isMuted(workspace, side)),
      (where) =>
        md`Alerts about restarts also notify during maintenance (${where}): an alert processing rule cannot repeat in the rhythm of ${code('maintenance.recurEvery')}.`,
    ),
    ...limited(
      130,
      alerting((side) => isMuted(workspace, side) && !isAlertOn(workspace, side, 'heartbeat-lost')),
      (where) =>
        md`An alert that fires during maintenance notifies nobody, not even afterwards, and there is no alert on the heartbeat that would tell of a VM that did not come back (${where}).`,
    ),
  ];
}
