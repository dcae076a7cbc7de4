import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diagnostics } from '../../../avm-catalog/azure/diagnosable.ts';
import { platformMetrics } from '../../../avm-catalog/azure/metric-data.ts';
import { metric } from '../../../avm-catalog/azure/metrics.ts';
import { namedTypes } from '../../../avm-catalog/azure/naming.ts';
import { groupIds, groupIdsOf, privateDnsZones } from '../../../avm-catalog/azure/private-dns.ts';
import { typeOfId } from '../../../avm-catalog/azure/resource-ids.ts';
import { roleId, roleName, roleNames, roles } from '../../../avm-catalog/azure/roles.ts';
import { supportsTags } from '../../../avm-catalog/azure/taggable.ts';
import { tagLimits, tagProblem } from '../../../avm-catalog/azure/tags.ts';
import { hasShared, sharedPath } from './shared-data.ts';

describe('private DNS zones', () => {
  test.each([
    ['blob', ['privatelink.blob.core.windows.net']],
    ['vault', ['privatelink.vaultcore.azure.net']],
    ['nothing', undefined],
    ['toString', undefined],
  ])('%s', (groupId, zones) => {
    expect(privateDnsZones(groupId, 'westeurope')).toEqual(zones);
  });

  test('of a backup vault carry the code of its region', () => {
    expect(privateDnsZones('AzureBackup', 'westeurope')?.[0]).toBe('privatelink.we.backup.windowsazure.com');
    expect(privateDnsZones('AzureBackup', 'atlantis')).toBeUndefined();
  });

  test('may carry the name of the region', () => {
    expect(privateDnsZones('managedEnvironments', 'uksouth')).toEqual(['privatelink.uksouth.azurecontainerapps.io']);
    expect(privateDnsZones('managedEnvironments', 'atlantis')).toBeUndefined();
  });

  test('are of some types, where one is given', () => {
    expect(privateDnsZones('namespace', 'uksouth', 'microsoft.eventhub/namespaces')).toHaveLength(1);
    expect(privateDnsZones('Sql', 'uksouth', 'Microsoft.Synapse/workspaces')).toBeUndefined();
  });

  test.each([
    ['ServiceBus/namespaces', ['namespace']],
    ['EventHub/namespaces', ['namespace']],
    ['DocumentDB/databaseAccounts', ['Sql']],
    ['DataFactory/factories', ['dataFactory']],
    ['CognitiveServices/accounts', []],
    ['Devices/IotHubs', ['iotHub']],
    ['RecoveryServices/vaults', ['AzureBackup', 'AzureSiteRecovery']],
    ['Unknown/things', []],
  ])('%s has the group ids %j', (type, expected) => {
    expect(groupIdsOf(`Microsoft.${type}`)).toEqual(expected);
  });

  test('of a group id differ from those of another by more than capitals, which names of the template lose', () => {
    expect(new Set(groupIds.map((one) => one.toLowerCase())).size).toBe(groupIds.length);
  });

  test('Azure Monitor needs five', () => {
    expect(privateDnsZones('azuremonitor', 'uksouth')).toHaveLength(5);
  });

  test('are found by the type of the resource', () => {
    expect(groupIdsOf('microsoft.containerregistry/registries')).toEqual(['registry']);
    expect(groupIdsOf('Microsoft.RecoveryServices/vaults')).toEqual(['AzureBackup', 'AzureSiteRecovery']);
    expect(groupIdsOf('Microsoft.Network/virtualNetworks')).toEqual([]);
  });

  test.each(groupIds)('of %s have no placeholder left', (groupId) => {
    expect(privateDnsZones(groupId, 'uksouth')?.every((zone) => /^privatelink\.[a-z0-9.-]+$/.test(zone))).toBe(true);
  });

  const source = 'avm-modules/avm/ptn/network/private-link-private-dns-zones/0.7.3/main.json';
  test.skipIf(!hasShared(source))('are those of the AVM module', () => {
    const module = readFileSync(sharedPath(source), 'utf8')
      .replaceAll('{regionCode}', 'uks')
      .replaceAll('{regionName}', 'uksouth');
    for (const zone of groupIds.flatMap((it) => privateDnsZones(it, 'uksouth') ?? []))
      expect(module).toContain(`"${zone}"`);
  });
});

describe('roles', () => {
  test('are unique and found both ways', () => {
    expect(new Set(Object.values(roles)).size).toBe(roleNames.length);
    for (const name of roleNames) expect(roleName(roles[name].toUpperCase())).toBe(name);
    expect(roleId('Key Vault Secrets User')).toBe('4633458b-17de-408a-b874-0445c86b69e6');
    expect(roleId('Key Vault Crypto Service Encryption User')).toBe('e147488a-f6f5-4113-8e2d-b22465e65bf6');
    expect(roleId('Storage Blob Data Reader')).toBe('2a2b9908-6ea1-4ae2-8e65-a410df84e7d1');
    expect(roleId('King')).toBeUndefined();
  });

  const modules = [
    'storage/storage-account/0.33.0',
    'key-vault/vault/0.14.0',
    'compute/virtual-machine/0.22.2',
    'recovery-services/vault/0.13.0',
    'operational-insights/workspace/0.16.1',
    'managed-identity/user-assigned-identity/0.6.0',
  ];
  test.skipIf(!modules.every((it) => hasShared(`avm-modules/avm/res/${it}/main.json`)))(
    'are those of the AVM modules',
    () => {
      const text = modules
        .map((it) => readFileSync(sharedPath(`avm-modules/avm/res/${it}/main.json`), 'utf8'))
        .join('\n');
      const found = [
        ...text.matchAll(
          /"([A-Z][A-Za-z -]+?)": "\[subscriptionResourceId\('Microsoft.Authorization\/roleDefinitions', '([0-9a-f-]{36})'\)\]"/g,
        ),
      ];
      expect(found.length).toBeGreaterThan(50);
      for (const [, name = '', id] of found) expect([name, roleId(name) ?? id]).toEqual([name, id]);
    },
  );
});

describe('metrics', () => {
  test('of a failed call to a vault can be told from others', () => {
    expect(metric('Microsoft.KeyVault/vaults', 'ServiceApiResult')).toMatchObject({
      aggregations: ['Count'],
      dimensions: ['ActivityType', 'ActivityName', 'StatusCode', 'StatusCodeClass'],
    });
  });

  test('free disk space is none of a machine', () => {
    const names = platformMetrics['Microsoft.Compute/virtualMachines']?.map(({ name }) => name) ?? [];
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => /free|space/i.test(name))).toEqual([]);
    expect(metric('microsoft.compute/virtualmachines', 'percentage cpu')?.unit).toBe('Percent');
  });

  test('are named once', () => {
    for (const rows of Object.values(platformMetrics)) {
      const names = rows.map(({ name }) => name.toLowerCase());
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('tags', () => {
  test.each([
    ['Microsoft.Network/virtualNetworks', true],
    ['microsoft.network/virtualnetworks/subnets', false],
    ['Microsoft.Cache/redis', true],
    ['Microsoft.Sql/servers/firewallRules', false],
    ['Contoso.Unknown/things', undefined],
  ])('%s takes them: %s', (type, expected) => {
    expect(supportsTags(type)).toBe(expected);
  });

  test('every type with a naming rule is known to take them or not', () => {
    expect(namedTypes.filter((it) => supportsTags(it) === undefined)).toEqual([]);
  });

  test.each([
    ['costCentre', 'A&B / 100%', undefined],
    ['', 'x', 'empty-name'],
    ['a<b', 'x', 'characters'],
    ['Azure-owner', 'x', 'reserved'],
    ['my-azure-owner', 'x', undefined],
    ['n'.repeat(513), 'x', 'name-too-long'],
    ['n', 'v'.repeat(257), 'value-too-long'],
  ])('%j', (name, value, kind) => {
    expect(tagProblem(name, value)?.kind).toBe(kind);
  });

  test('storage accounts take shorter names', () => {
    expect(tagProblem('n'.repeat(129), 'x', 'Microsoft.Storage/storageAccounts')).toEqual({
      kind: 'name-too-long',
      length: 129,
      max: 128,
    });
    expect(tagLimits().count).toBe(50);
  });
});

describe('diagnostic settings', () => {
  test.each([
    ['Microsoft.KeyVault/vaults', undefined, 'logs-and-metrics'],
    ['Microsoft.Network/networkSecurityGroups', undefined, 'logs'],
    ['Microsoft.Storage/storageAccounts', undefined, 'metrics'],
    ['Microsoft.Network/natGateways', 'Standard', 'none'],
    ['Microsoft.Network/natGateways', 'StandardV2', 'logs'],
    ['Microsoft.Network/privateEndpoints', undefined, 'none'],
    ['Microsoft.Cache/redis', undefined, 'logs-and-metrics'],
    ['microsoft.sql/servers/CONNECTIONPOLICIES', undefined, 'none'],
    ['Microsoft.NetApp/netAppAccounts/capacityPools', undefined, undefined],
    ['Microsoft.Fabric/capacities', undefined, undefined],
    ['Contoso.Unknown/things', undefined, undefined],
    ['Contoso.Unknown/things/parts', undefined, undefined],
    ['constructor', undefined, undefined],
  ])('%s %s: %s', (type, sku, expected) => {
    expect(diagnostics(type, sku)).toBe(expected);
  });
});

describe('the type of an id', () => {
  const group = '/subscriptions/s/resourceGroups/g/providers';
  test.each([
    [`${group}/Microsoft.Web/sites/app`, 'Microsoft.Web/sites'],
    [`${group}/Microsoft.Web/sites/app/slots/next`, 'Microsoft.Web/sites/slots'],
    [
      `${group}/Microsoft.Web/sites/app/providers/Microsoft.Insights/diagnosticSettings/d`,
      'Microsoft.Insights/diagnosticSettings',
    ],
    [`${group}/Microsoft.Web/sites`, undefined],
    ["[reference('x').id]", undefined],
    ['', undefined],
  ])('%s: %s', (id, type) => {
    expect(typeOfId(id)).toBe(type);
  });
});
