import {
  type Estate,
  readList,
  referencesBelow,
  untoldReferences,
  where,
  type Predicted,
  type Reference,
  type Violation,
} from '../estate.ts';
import { windowsVms } from '../subject.ts';
import { hasExtension } from './vm-checks.ts';

export function agentInstalled(estate: Estate): readonly Violation[] {
  const vms = windowsVms.in(estate);
  const rulesOf = (one: Predicted): readonly Reference[] =>
    referencesBelow(
      estate,
      one,
      'Microsoft.Insights/dataCollectionRuleAssociations',
      'properties.dataCollectionRuleId',
    );
  const used = new Set(vms.flatMap(rulesOf).flatMap(([, id]) => estate.byId(id) ?? []));
  const add = 'add both to its data sources and data flows';
  return [
    ...where(
      vms,
      (one) => !hasExtension(estate, one, 'AzureMonitorWindowsAgent'),
      'the Azure Monitor Agent isn’t installed on the VM',
      'install it',
    ),
    ...where(
      vms,
      (one) => rulesOf(one).length === 0,
      'no data collection rule is associated with the VM',
      'associate one',
    ),
    ...where(
      [...used],
      (rule) => !collects(rule),
      'the data collection rule doesn’t collect event logs and performance counters',
      add,
    ),
    // If one data collection rule collects both, others can only add to it.
    ...vms
      .map(rulesOf)
      .filter((rules) => !rules.some(([, id]) => collects(estate.byId(id))))
      .flatMap((rules) => untoldReferences(estate, rules, 'data collection rule', add)),
  ];
}

function collects(rule: Predicted | undefined): boolean {
  const flowing = new Set(readList(rule, 'properties.dataFlows').flatMap((flow) => readList(flow, 'streams')));
  return ['windowsEventLogs', 'performanceCounters'].every((kind) =>
    readList(rule, `properties.dataSources.${kind}`).some((source) =>
      readList(source, 'streams').some((stream) => flowing.has(stream)),
    ),
  );
}
