import { describe, expect, test } from 'vitest';
import { nameProblem, problemUnder } from '../../../avm-catalog/azure/name-problems.ts';
import {
  abbreviation,
  actionGroupShortName,
  namedTypes,
  namePattern,
  namingRule,
  type NamingRule,
  windowsComputerName,
} from '../../../avm-catalog/azure/naming.ts';
import { modulePathOf } from '../../../avm-catalog/azure/module-types.ts';
import { modulesFolder } from '../../support/modules.ts';
import { newestModules, typeOf } from './compiled-modules.ts';
import { hasShared, readShared } from './shared-data.ts';

interface Source {
  readonly resource: string;
  readonly property: string;
  readonly ShortName: string;
  readonly lengthMin: string;
  readonly lengthMax: string;
  readonly regx: string;
}

/**
 * Left out: disks and their encryption sets, whose regex lacks the hyphen that resource-name-rules.md has;
 * the Windows row of virtual machines, which is about the computer's name; application gateways, which may have
 * 80 characters there.
 */
function isOf(row: Source, { type }: NamingRule): boolean {
  const name = row.resource.toLowerCase();
  if (row.regx === '' || row.property === 'Windows' || name.startsWith('compute/disk')) return false;
  if (name === 'network/applicationgateways') return false;
  return name === type.replace('Microsoft.', '').toLowerCase();
}

function rule(type: string): NamingRule {
  const found = namingRule(type);
  if (found === undefined) throw new Error(`no rule for ${type}`);
  return found;
}

/** Names that try every edge: lengths, and each character in front, within and behind. */
function samples({ min, max }: NamingRule): readonly string[] {
  const marks = [...'aZ0-_.()& /%\\?#*<>+:@{}"\'[]|=;,~!$^`'];
  const lengths = [1, min - 1, min, min + 1, max - 1, max, max + 1].filter((it) => it > 0);
  const plain = lengths.flatMap((it) => ['a'.repeat(it), '1'.repeat(it), 'a.'.repeat(it).slice(0, it)]);
  const marked = marks.flatMap((it) => [`${it}abc`, `ab${it}cd`, `abc${it}`, `ab${it}${it}cd`]);
  return [...plain, ...marked, 'privatelink.file.core.windows.net', 'a..b'];
}

describe('naming rules', () => {
  test.each(namedTypes)('%s: the pattern and the problem agree', (type) => {
    const it = rule(type);
    for (const name of samples(it)) {
      expect([name, nameProblem(type, name) === undefined]).toEqual([name, namePattern(it).test(name)]);
    }
  });

  test.each(namedTypes)('%s: an example passes, a longer one does not', (type) => {
    const { max } = rule(type);
    const stem = /dnsZones$/i.test(type) ? 'contoso.com' : 'a1b2c3';
    expect(nameProblem(type, stem)).toBeUndefined();
    expect(nameProblem(type, stem.padEnd(max, 'a'))).toBeUndefined();
    expect(nameProblem(type, stem.padEnd(max + 1, 'a'))).toEqual({ kind: 'too-long', length: max + 1, max });
  });

  test.each([
    ['Microsoft.KeyVault/vaults', 'kv--app', { kind: 'sequence', text: '--' }],
    ['Microsoft.KeyVault/vaults', '1kv', { kind: 'start', character: '1' }],
    ['Microsoft.KeyVault/vaults', 'kv-', { kind: 'end', character: '-' }],
    ['Microsoft.KeyVault/vaults', 'kv', { kind: 'too-short', length: 2, min: 3 }],
    [
      'Microsoft.Storage/storageAccounts',
      'stAppX',
      { kind: 'characters', characters: ['A', 'X'], charset: 'alnum-lower' },
    ],
    ['microsoft.network/virtualnetworks', 'vnet-', { kind: 'end', character: '-' }],
    ['Microsoft.Network/privateDnsZones', 'localhost', { kind: 'form' }],
    ['Microsoft.Resources/resourceGroups', 'rg-app.', { kind: 'end', character: '.' }],
    ['Microsoft.Compute/virtualMachines', 'vm_app', { kind: 'characters', characters: ['_'], charset: 'all-but-some' }],
    ['Contoso.Unknown/things', '???', undefined],
  ])('%s %s', (type, name, problem) => {
    expect(nameProblem(type, name)).toEqual(problem);
  });

  test.each([
    ['vm-app-01', undefined],
    ['srv01', undefined],
    ['vmpayrollprod001', 'too-long'],
    ['123', 'form'],
    ['app_01', 'characters'],
    ['app-', 'end'],
  ])('a Windows computer called %s', (name, kind) => {
    expect(problemUnder(windowsComputerName, name)?.kind).toBe(kind);
  });

  test('the short name of an action group has 12 characters at most', () => {
    expect(problemUnder(actionGroupShortName, 'ag-ops-prod1')).toBeUndefined();
    expect(problemUnder(actionGroupShortName, 'ag-ops-prod12')?.kind).toBe('too-long');
  });

  test('abbreviations know what a resource is for', () => {
    expect(abbreviation('Microsoft.Network/loadBalancers')).toBe('lbi');
    expect(abbreviation('Microsoft.Network/loadBalancers', 'external')).toBe('lbe');
    expect(abbreviation('Microsoft.Compute/disks', 'os')).toBe('osdisk');
    expect(abbreviation('Microsoft.Insights/metricAlerts')).toBeUndefined();
  });

  test.skipIf(!hasShared('data/resource-naming.json'))('accept nothing that the source refuses', () => {
    const source = readShared('data/resource-naming.json') as readonly Source[];
    const pairs = namedTypes
      .map(rule)
      .flatMap((it) => source.filter((row) => isOf(row, it)).map((row) => ({ ...it, row })));
    for (const { row, ...it } of pairs) {
      const least = it.type.endsWith('privateDnsZones') ? 3 : Number(row.lengthMin);
      expect([it.type, it.min >= least, it.max <= Number(row.lengthMax)]).toEqual([it.type, true, true]);
      const accepted = samples(it).filter((name) => nameProblem(it.type, name) === undefined);
      const pattern = new RegExp(row.regx);
      expect([it.type, accepted.filter((name) => !pattern.test(name))]).toEqual([it.type, []]);
    }
    expect(pairs.length).toBeGreaterThan(70);
  });

  test.skipIf(modulesFolder() === null)('are within what the parameter name of the module takes', () => {
    const modules = newestModules(modulesFolder() ?? '');
    const bounded = namedTypes.map(rule).flatMap((it) => {
      const found = modules.find(({ path }) => path === modulePathOf(it.type));
      const name = found && typeOf(found.template, found.template.parameters?.['name']);
      return name ? [{ ...it, least: name.minLength ?? 0, most: name.maxLength ?? Infinity }] : [];
    });
    expect(bounded.length).toBeGreaterThan(70);
    expect(bounded.filter(({ min, max, least, most }) => min < least || max > most)).toEqual([]);
  });

  /** Their names are part of DNS names: a second one in Azure fails to deploy. */
  test.each([
    'ApiManagement/service',
    'AppConfiguration/configurationStores',
    'Batch/batchAccounts',
    'Cache/redis',
    'CognitiveServices/accounts',
    'ContainerRegistry/registries',
    'DBforMySQL/flexibleServers',
    'DBforPostgreSQL/flexibleServers',
    'DataFactory/factories',
    'Devices/IotHubs',
    'DocumentDB/databaseAccounts',
    'EventGrid/topics',
    'EventHub/namespaces',
    'KeyVault/vaults',
    'Kusto/clusters',
    'Search/searchServices',
    'ServiceBus/namespaces',
    'SignalRService/signalR',
    'SignalRService/webPubSub',
    'Sql/managedInstances',
    'Sql/servers',
    'Storage/storageAccounts',
    'Synapse/workspaces',
    'Web/sites',
    'Web/staticSites',
  ])('%s is named once in Azure', (type) => {
    expect(namingRule(`Microsoft.${type}`)?.scope).toBe('global');
  });
});
