import { diagnostics, type Diagnostics } from '../../azure/diagnosable.ts';
import { supportsTags } from '../../azure/taggable.ts';
import { type Estate, read, readList, readText, where, whereValue, type Predicted, type Violation } from '../estate.ts';
import { anyResource, such, windowsMachines } from '../subject.ts';
import { hasExtension } from './machine-checks.ts';
import { storageCategories } from '../../components/storage-account/diagnostics.ts';
import type { StorageLogs } from '../../kernel/rule-parameters.ts';

const workspaces = 'Microsoft.OperationalInsights/workspaces';
const settings = 'Microsoft.Insights/diagnosticSettings';
const collections = 'Microsoft.Insights/dataCollectionRules';
const machines = 'Microsoft.Compute/virtualMachines';

/** Taggable, and their modules pass no tags on (avm/res/recovery-services/vault). */
export const untagged = [
  'Microsoft.RecoveryServices/vaults/backupPolicies',
  'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems',
];
const withoutTags = new Set(untagged.map((type) => type.toLowerCase()));

export const taggable = such(
  'resource that takes tags',
  anyResource,
  ({ type }) => supportsTags(type) === true && !withoutTags.has(type.toLowerCase()),
);

export const located = such('resource with a location', anyResource, ({ location }) => typeof location === 'string');

/** Also of types that the catalog does not know. */
export const diagnosable = such('resource with diagnostic settings', anyResource, (one) => {
  const has = diagnosticsOf(one);
  return has === undefined || kindsOf(has).length > 0;
});

const diagnosticsOf = (one: Predicted): Diagnostics | undefined =>
  diagnostics(one.type, readText(one, 'sku.name') || undefined);

export function oneWorkspace(estate: Estate): readonly Violation[] {
  const [one, ...others] = estate.ofType(workspaces);
  if (!one) return [{ resource: '', what: 'there is no Log Analytics workspace', instead: 'add one' }];
  const same = (id: string): boolean => id.toLowerCase() === one.id.toLowerCase();
  return [
    ...others.map((other) => ({ resource: other.id, what: 'it is a second workspace', instead: 'use the first' })),
    ...where(
      [...estate.ofType(settings), ...estate.ofType(collections)],
      (sender) => !destinations(sender).every(same),
      'it sends to another workspace, or to none',
      'send to the one workspace',
    ),
  ];
}

/** Ids of the workspaces that a diagnostic setting or a data collection rule sends to. */
function destinations(sender: Predicted): readonly string[] {
  if (sender.type.toLowerCase() === settings.toLowerCase()) return [readText(sender, 'properties.workspaceId')];
  return readList(sender, 'properties.destinations.logAnalytics').map((one) => readText(one, 'workspaceResourceId'));
}

export function diagnosticsEverywhere(estate: Estate, storageLogs: StorageLogs = 'all'): readonly Violation[] {
  return estate.resources.flatMap((one) => {
    const has = diagnosticsOf(one);
    if (has === undefined) return unknownDiagnostics(one, estate);
    const needs = kindsOf(has);
    if (needs.length === 0) return [];
    const own = estate.below(one, settings).filter((setting) => isOf(setting, one));
    const isEnough = (of: Predicted, kind: Kind): boolean =>
      kind === 'logs' &&
      isStorage(of) &&
      storageCategories[storageLogs].every((category) => own.some((is) => sends(is, category)));
    if (own.length === 0)
      return [
        { resource: one.id, what: 'it has no diagnostic settings', instead: 'add one that sends to the workspace' },
      ];
    const missing = needs.filter((kind) => !own.some((setting) => sendsAll(setting, kind)) && !isEnough(one, kind));
    const what = `its diagnostic settings do not send all ${missing.join(' and ')} to a workspace`;
    return missing.length === 0 ? [] : [{ resource: one.id, what, instead: 'send allLogs and AllMetrics' }];
  });
}

/** Of a type that the catalog does not know a setting is asked all the same; that there can be none is for a person to say. */
function unknownDiagnostics(one: Predicted, estate: Estate): readonly Violation[] {
  if (estate.below(one, settings).some((setting) => isOf(setting, one))) return [];
  const what = `it has no diagnostic settings, and the catalog does not know whether ${one.type} can`;
  return [{ resource: one.id, what, instead: 'add one that sends to the workspace, or waive the rule for the type' }];
}

const isStorage = ({ type }: Predicted): boolean => /^microsoft\.storage\/storageaccounts\/\w+services$/i.test(type);

function sends(setting: Predicted, category: string): boolean {
  return readList(setting, 'properties.logs').some(
    (one) => read(one, 'enabled') === true && readText(one, 'category').toLowerCase() === category.toLowerCase(),
  );
}

type Kind = 'logs' | 'metrics';

function kindsOf(has: Diagnostics | undefined): readonly Kind[] {
  return (['logs', 'metrics'] as const).filter((kind) => has === kind || has === 'logs-and-metrics');
}

/** Of the resource itself, not of a child of it. */
function isOf(setting: Predicted, one: Predicted): boolean {
  return setting.id.toLowerCase().startsWith(`${one.id.toLowerCase()}/providers/microsoft.insights/`);
}

function sendsAll(setting: Predicted, kind: Kind): boolean {
  const [key, all] = kind === 'logs' ? (['categoryGroup', 'alllogs'] as const) : (['category', 'allmetrics'] as const);
  const sent = readList(setting, `properties.${kind}`).some(
    (one) => read(one, 'enabled') === true && readText(one, key).toLowerCase() === all,
  );
  return sent && readText(setting, 'properties.workspaceId') !== '';
}

export function agentInstalled(estate: Estate): readonly Violation[] {
  const ruleIds = (one: Predicted): readonly string[] =>
    estate
      .below(one, 'Microsoft.Insights/dataCollectionRuleAssociations')
      .map((association) => readText(association, 'properties.dataCollectionRuleId'))
      .filter((id) => id !== '');
  const used = new Set(
    windowsMachines
      .in(estate)
      .flatMap(ruleIds)
      .flatMap((id) => estate.byId(id) ?? []),
  );
  return [
    ...where(
      windowsMachines.in(estate),
      (one) => !hasExtension(estate, one, 'AzureMonitorWindowsAgent'),
      'the Azure Monitor Agent is not installed on the machine',
      'install it',
    ),
    ...where(
      windowsMachines.in(estate),
      (one) => ruleIds(one).length === 0,
      'no data collection rule is associated with the machine',
      'associate one',
    ),
    ...where(
      [...used],
      (rule) => !collects(rule),
      'the data collection rule does not collect event logs and performance counters',
      'add both to its sources and flows',
    ),
  ];
}

function collects(rule: Predicted): boolean {
  const flowing = new Set(readList(rule, 'properties.dataFlows').flatMap((flow) => readList(flow, 'streams')));
  return ['windowsEventLogs', 'performanceCounters'].every((kind) =>
    readList(rule, `properties.dataSources.${kind}`).some((source) =>
      readList(source, 'streams').some((stream) => flowing.has(stream)),
    ),
  );
}

export function retention(estate: Estate, days: number): readonly Violation[] {
  const kept = (one: Predicted): unknown => read(one, 'properties.retentionInDays');
  // A table keeps what its workspace keeps, unless it has days of its own.
  const own = estate.ofType(`${workspaces}/tables`).filter((one) => Number(kept(one)) > 0);
  return whereValue(
    [...estate.ofType(workspaces), ...own],
    kept,
    (value) => !(Number(value) >= days),
    'it keeps logs for too short a time',
    `keep them for ${days} days or longer`,
  );
}

export function tagged(estate: Estate, names: readonly string[]): readonly Violation[] {
  return taggable.in(estate).flatMap((one) => {
    const given = tagsOf(one);
    const missing = names.filter((name) => !given.has(name.toLowerCase()));
    return missing.length === 0
      ? []
      : [{ resource: one.id, what: `it lacks the tags ${missing.join(', ')}`, instead: 'give it the shared tags' }];
  });
}

/** Names of the tags that have a value, in lower case: to Azure they are the same in any. */
function tagsOf(one: Predicted): ReadonlySet<string> {
  const tags = Object.entries(read(one, 'tags') ?? {}).filter(([, value]: [string, unknown]) => {
    return typeof value === 'string' && value.trim() !== '';
  });
  return new Set(tags.map(([name]) => name.toLowerCase()));
}

export function inRegions(estate: Estate, regions: readonly string[]): readonly Violation[] {
  const plain = (region: string): string => region.toLowerCase().replaceAll(' ', '');
  const allowed = new Set(['global', ...regions].map(plain));
  return whereValue(
    located.in(estate),
    ({ location }) => location,
    (location) => !allowed.has(plain(String(location))),
    'it is in a region that is not allowed',
    `use ${regions.join(', ')}`,
  );
}

export function ofSizes(estate: Estate, sizes: readonly string[]): readonly Violation[] {
  const allowed = new Set(sizes.map((size) => size.toLowerCase()));
  return whereValue(
    estate.ofType(machines),
    (one) => readText(one, 'properties.hardwareProfile.vmSize'),
    (size) => !allowed.has(String(size).toLowerCase()),
    'the machine has a size that is not allowed',
    `use ${sizes.join(', ')}`,
  );
}
