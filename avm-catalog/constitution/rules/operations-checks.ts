import { diagnostics, type Diagnostics } from '../../azure/diagnosable.ts';
import { supportsTags, untagged } from '../../azure/taggable.ts';
import {
  type Estate,
  isUnresolved,
  read,
  readList,
  readText,
  untold,
  whereValue,
  type Predicted,
  type Violation,
} from '../estate.ts';
import { anyResource, such } from '../subject.ts';
import { storageCategories } from '../../components/storage-account/diagnostics.ts';
import type { StorageLogs } from '../../kernel/rule-parameters.ts';

const workspaces = 'Microsoft.OperationalInsights/workspaces';
const settings = 'Microsoft.Insights/diagnosticSettings';
const collections = 'Microsoft.Insights/dataCollectionRules';
const vmType = 'Microsoft.Compute/virtualMachines';

/** Their modules don’t pass tags on. */
const withoutTags = new Set(untagged.map((type) => type.toLowerCase()));

/** Includes types that the catalog doesn’t know. */
export const taggable = such(
  'resource that supports tags',
  anyResource,
  ({ type }) => supportsTags(type) !== false && !withoutTags.has(type.toLowerCase()),
);

export const located = such('resource with a location', anyResource, ({ location }) => typeof location === 'string');

/** Includes types that the catalog doesn’t know. */
export const diagnosable = such('resource with diagnostic settings', anyResource, (one) => {
  const has = diagnosticsOf(one);
  return has === undefined || kindsOf(has).length > 0;
});

const diagnosticsOf = (one: Predicted): Diagnostics | undefined =>
  diagnostics(one.type, readText(one, 'sku.name') || undefined);

export function oneWorkspace(estate: Estate): readonly Violation[] {
  const [one, ...others] = estate.ofType(workspaces);
  if (!one) return [{ resource: '', what: 'there is no Log Analytics workspace', instead: 'add one' }];
  return [
    ...others.map((other) => ({ resource: other.id, what: 'it’s a second workspace', instead: 'use the first one' })),
    ...[...estate.ofType(settings), ...estate.ofType(collections)].flatMap((sender) => misled(sender, one)),
  ];
}

function misled(sender: Predicted, workspace: Predicted): readonly Violation[] {
  const instead = 'send to the central workspace';
  const ids = destinations(sender);
  const others = ids.filter((id) => id.toLowerCase() !== workspace.id.toLowerCase());
  if (ids.length === 0 || !others.every(isUnresolved))
    return [{ resource: sender.id, what: 'it sends to another workspace, or to no workspace', instead }];
  return others.length === 0
    ? []
    : [untold(sender.id, 'only a deployment determines which workspace it sends to', instead)];
}

/** IDs of the workspaces that a diagnostic setting or a data collection rule sends to; an expression if computed. */
function destinations(sender: Predicted): readonly string[] {
  if (sender.type.toLowerCase() === settings.toLowerCase()) return [readText(sender, 'properties.workspaceId')];
  const path = ['properties', 'properties.destinations', 'properties.destinations.logAnalytics'];
  const computed = path.map((one) => readText(sender, one)).filter(isUnresolved);
  if (computed.length > 0) return computed;
  return readList(sender, 'properties.destinations.logAnalytics').map((one) =>
    typeof one === 'string' ? one : readText(one, 'workspaceResourceId'),
  );
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
    const what = `its diagnostic settings don’t send all ${missing.join(' and ')} to a workspace`;
    return missing.length === 0 ? [] : [{ resource: one.id, what, instead: 'send allLogs and AllMetrics' }];
  });
}

/** An existing setting shows that the type supports one; without any, the catalog can’t tell. */
function unknownDiagnostics(one: Predicted, estate: Estate): readonly Violation[] {
  if (estate.below(one, settings).some((setting) => isOf(setting, one))) return [];
  const what = `it has no diagnostic settings, and the catalog doesn’t know whether ${one.type} supports them`;
  return [untold(one.id, what, 'add one that sends to the workspace, or waive the rule for the type')];
}

const isStorage = ({ type }: Predicted): boolean => /^microsoft\.storage\/storageaccounts\/\w+services$/i.test(type);

function sends(setting: Predicted, category: string): boolean {
  return (
    hasWorkspace(setting) &&
    readList(setting, 'properties.logs').some(
      (one) => read(one, 'enabled') === true && readText(one, 'category').toLowerCase() === category.toLowerCase(),
    )
  );
}

type Kind = 'logs' | 'metrics';

function kindsOf(has: Diagnostics | undefined): readonly Kind[] {
  return (['logs', 'metrics'] as const).filter((kind) => has === kind || has === 'logs-and-metrics');
}

/** Belongs to the resource itself, not to one of its children. */
function isOf(setting: Predicted, one: Predicted): boolean {
  return setting.id.toLowerCase().startsWith(`${one.id.toLowerCase()}/providers/microsoft.insights/`);
}

function sendsAll(setting: Predicted, kind: Kind): boolean {
  const [key, all] = kind === 'logs' ? (['categoryGroup', 'alllogs'] as const) : (['category', 'allmetrics'] as const);
  const sent = readList(setting, `properties.${kind}`).some(
    (one) => read(one, 'enabled') === true && readText(one, key).toLowerCase() === all,
  );
  return sent && hasWorkspace(setting);
}

const hasWorkspace = (setting: Predicted): boolean => readText(setting, 'properties.workspaceId') !== '';

export function retention(estate: Estate, days: number): readonly Violation[] {
  const kept = (one: Predicted): unknown => read(one, 'properties.retentionInDays');
  // A table has the retention of its workspace unless it sets its own.
  const own = estate.ofType(`${workspaces}/tables`).filter((one) => isUnresolved(kept(one)) || Number(kept(one)) > 0);
  return whereValue(
    [...estate.ofType(workspaces), ...own],
    kept,
    (value) => !(Number(value) >= days),
    'it keeps logs for a shorter time than required',
    `keep them for ${days} days or longer`,
  );
}

export function tagged(estate: Estate, names: readonly string[]): readonly Violation[] {
  const instead = 'add the shared tags';
  return taggable.in(estate).flatMap((one): readonly Violation[] => {
    if (isUnresolved(read(one, 'tags')))
      return [untold(one.id, 'only a deployment determines which tags it has', instead)];
    const given = tagsOf(one);
    const missing = names.filter((name) => !given.has(name.toLowerCase()));
    if (missing.length === 0) return [];
    const what = `it doesn’t have the tags ${missing.join(', ')}`;
    return supportsTags(one.type) === true
      ? [{ resource: one.id, what, instead }]
      : [untold(one.id, `${what}, and the catalog doesn’t know whether ${one.type} supports tags`, instead)];
  });
}

/** Names of the tags with a value, in lowercase: Azure doesn’t distinguish case. */
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
    'its region isn’t allowed',
    `use ${regions.join(', ')}`,
  );
}

export function ofSizes(estate: Estate, sizes: readonly string[]): readonly Violation[] {
  const allowed = new Set(sizes.map((size) => size.toLowerCase()));
  return whereValue(
    estate.ofType(vmType),
    (one) => readText(one, 'properties.hardwareProfile.vmSize'),
    (size) => !allowed.has(String(size).toLowerCase()),
    'the size of the VM isn’t allowed',
    `use ${sizes.join(', ')}`,
  );
}
