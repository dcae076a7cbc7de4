import { diagnostics } from '../azure/diagnosable.ts';
import { supportsTags } from '../azure/taggable.ts';
import { type Estate, read, readText, where, type Predicted, type Violation } from '../estate.ts';

const workspaces = 'Microsoft.OperationalInsights/workspaces';
const settings = 'Microsoft.Insights/diagnosticSettings';
const machines = 'Microsoft.Compute/virtualMachines';

/** Taggable, and their modules pass no tags on (avm/res/recovery-services/vault). */
const untagged = new Set([
  'microsoft.recoveryservices/vaults/backuppolicies',
  'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems',
]);

export function oneWorkspace(estate: Estate): readonly Violation[] {
  const [one, ...others] = estate.ofType(workspaces);
  if (!one) return [{ resource: '', what: 'there is no Log Analytics workspace', instead: 'add one' }];
  const elsewhere = where(
    estate.ofType(settings),
    (setting) => readText(setting, 'properties.workspaceId').toLowerCase() !== one.id.toLowerCase(),
    'it sends to another workspace, or to none',
    'send to the one workspace',
  );
  return [
    ...others.map((other) => ({ resource: other.id, what: 'it is a second workspace', instead: 'use the first' })),
    ...elsewhere,
  ];
}

export function diagnosticsEverywhere(estate: Estate): readonly Violation[] {
  const sends = (one: Predicted): boolean =>
    estate
      .ofType(settings)
      .some((setting) => setting.id.toLowerCase().startsWith(`${one.id.toLowerCase()}/providers/microsoft.insights/`));
  const able = estate.resources.filter(
    (one) => !['none', undefined].includes(diagnostics(one.type, readText(one, 'sku.name') || undefined)),
  );
  return where(able, (one) => !sends(one), 'it has no diagnostic settings', 'add one that sends to the workspace');
}

export function agentInstalled(estate: Estate): readonly Violation[] {
  const agent = (one: Predicted): boolean =>
    estate
      .below(one, `${machines}/extensions`)
      .some((extension) => readText(extension, 'properties.type') === 'AzureMonitorWindowsAgent');
  const associated = (one: Predicted): boolean =>
    estate.below(one, 'Microsoft.Insights/dataCollectionRuleAssociations').length > 0;
  return [
    ...where(
      estate.ofType(machines),
      (one) => !agent(one),
      'the Azure Monitor Agent is not installed on the machine',
      'install it',
    ),
    ...where(
      estate.ofType(machines),
      (one) => !associated(one),
      'no data collection rule is associated with the machine',
      'associate one',
    ),
  ];
}

export function retention(estate: Estate, days: number): readonly Violation[] {
  return where(
    estate.ofType(workspaces),
    (one) => Number(read(one, 'properties.retentionInDays')) < days,
    'it keeps logs for too short a time',
    `keep them for ${days} days or longer`,
  );
}

export function tagged(estate: Estate, names: readonly string[]): readonly Violation[] {
  const able = estate.resources.filter(
    (one) => supportsTags(one.type) === true && !untagged.has(one.type.toLowerCase()),
  );
  return able.flatMap((one) => {
    const missing = names.filter((name) => !readText(one, `tags.${name}`));
    return missing.length === 0
      ? []
      : [{ resource: one.id, what: `it lacks the tags ${missing.join(', ')}`, instead: 'give it the shared tags' }];
  });
}

export function inRegions(estate: Estate, regions: readonly string[]): readonly Violation[] {
  const allowed = new Set([...regions, 'global']);
  return where(
    estate.resources,
    (one) =>
      typeof one['location'] === 'string' &&
      !one['location'].startsWith('[') &&
      !allowed.has(one['location'].toLowerCase().replaceAll(' ', '')),
    'it is in a region that is not allowed',
    `use ${regions.join(', ')}`,
  );
}

export function ofSizes(estate: Estate, sizes: readonly string[]): readonly Violation[] {
  return where(
    estate.ofType(machines),
    (one) => !sizes.includes(readText(one, 'properties.hardwareProfile.vmSize')),
    'the machine has a size that is not allowed',
    `use ${sizes.join(', ')}`,
  );
}
