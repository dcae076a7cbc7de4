import type { FlowLogParameters } from '../../kernel/rule-parameters.ts';
import { isUnresolved, read, untold, whereValue, type Estate, type Predicted, type Violation } from '../estate.ts';
import { virtualNetworks } from '../subject.ts';

const flowLog = 'Microsoft.Network/networkWatchers/flowLogs';
const analytics = 'properties.flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration';

/** Each flow log is enabled, analyzed, and kept; if they are required, each virtual network has one. */
export function flowsRecorded(estate: Estate, { mode, days }: FlowLogParameters): readonly Violation[] {
  const logs = estate.ofType(flowLog);
  const targets = logs.map((one) => read(one, 'properties.targetResourceId'));
  const known = new Set(targets.map((id) => String(id).toLowerCase()));
  const [what, instead] = ['the virtual network has no flow log', 'set flowLogs.enabled'];
  const missing = virtualNetworks
    .in(estate)
    .filter((one) => mode === 'required' && !known.has(one.id.toLowerCase()))
    .map(({ id }) =>
      targets.some(isUnresolved)
        ? untold(id, `only a deployment determines whether ${what}`, instead)
        : { resource: id, what, instead },
    );
  return [...missing, ...switchedOff(logs), ...shortLived(logs, days)];
}

function switchedOff(logs: readonly Predicted[]): readonly Violation[] {
  const switches = [
    ['properties.enabled', 'the flow log is disabled', 'set enabled to true'],
    [`${analytics}.enabled`, 'the flow log has no traffic analytics', 'set workspaceResourceId'],
  ] as const;
  return switches.flatMap(([path, what, instead]) =>
    whereValue(
      logs,
      (one) => read(one, path),
      (value) => value !== true,
      what,
      instead,
    ),
  );
}

/** Without a retention policy, and with 0 days, logs are kept without limit. */
function shortLived(logs: readonly Predicted[], days: number): readonly Violation[] {
  return whereValue(
    logs.filter((one) => read(one, 'properties.retentionPolicy.enabled') === true),
    (one) => read(one, 'properties.retentionPolicy.days'),
    (value) => Number(value) !== 0 && Number(value) < days,
    'flow logs are kept for a shorter time than required',
    `keep them for ${days} days or longer`,
  );
}
