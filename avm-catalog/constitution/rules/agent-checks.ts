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
import { windowsMachines } from '../subject.ts';
import { hasExtension } from './machine-checks.ts';

export function agentInstalled(estate: Estate): readonly Violation[] {
  const machines = windowsMachines.in(estate);
  const rulesOf = (one: Predicted): readonly Reference[] =>
    referencesBelow(
      estate,
      one,
      'Microsoft.Insights/dataCollectionRuleAssociations',
      'properties.dataCollectionRuleId',
    );
  const used = new Set(machines.flatMap(rulesOf).flatMap(([, id]) => estate.byId(id) ?? []));
  const add = 'add both to its sources and flows';
  return [
    ...where(
      machines,
      (one) => !hasExtension(estate, one, 'AzureMonitorWindowsAgent'),
      'the Azure Monitor Agent is not installed on the machine',
      'install it',
    ),
    ...where(
      machines,
      (one) => rulesOf(one).length === 0,
      'no data collection rule is associated with the machine',
      'associate one',
    ),
    ...where(
      [...used],
      (rule) => !collects(rule),
      'the data collection rule does not collect event logs and performance counters',
      add,
    ),
    // Where a rule of the template collects both, another one can only collect more.
    ...machines
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
