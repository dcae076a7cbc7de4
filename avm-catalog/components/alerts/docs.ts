import operations from './readme.md.hbs';
import { code, md } from '../../../src/text/markdown.ts';
import type { ComponentDocs, Limitation } from '../../kernel/docs.ts';
import { idsIn, usedResources } from '../../kernel/used-resources.ts';
import { factOf, limited } from '../../kernel/documents.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { alertFacts, isAlertOn, isMuted } from './facts.ts';
import { receivers } from './inputs.ts';
import { alertsInputs } from './inputs.ts';

export const alertsDocs: ComponentDocs = {
  operations,
  facts: alertFacts,
  limitations,
  prerequisites: (workspace) =>
    usedResources(workspace, {
      order: 60,
      title: 'Action group for alerts',
      fact: factOf(workspace, 'alerts'),
      idsOf: (side) => idsIn(alertsInputs.of(side).actionGroupId),
    }),
};

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
        md`Alerts in ${where} notify no one, because ${code('alerts.emails')}, ${code('alerts.armRoles')}, and ${code('alerts.actionGroupId')} are empty. They show only in the Azure portal.`,
    ),
    ...duringMaintenance(workspace),
    ...limited(140, off, (where) => md`Alert rules are off in ${where}.`),
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
        md`Alerts about restarts also notify during the maintenance window in ${where}. Alert processing rules don’t support the recurrence in ${code('maintenance.recurEvery')}.`,
    ),
    ...limited(
      130,
      alerting((side) => isMuted(workspace, side) && !isAlertOn(workspace, side, 'heartbeat-lost')),
      (where) =>
        md`No one is notified of an alert that fires during the maintenance window in ${where}, even after the window. No heartbeat alert reports a VM that doesn’t restart.`,
    ),
  ];
}
