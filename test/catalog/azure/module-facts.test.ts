import { describe, expect, it } from 'vitest';
import { diagnostics, type Diagnostics } from '../../../avm-catalog/azure/diagnosable.ts';
import { modulePathOf } from '../../../avm-catalog/azure/module-types.ts';
import { resourceTypes } from '../../../avm-catalog/azure/resource-types.ts';
import { supportsTags, untagged } from '../../../avm-catalog/azure/taggable.ts';
import { modulesFolder } from '../../support/modules.ts';
import { newestModules, resourcesIn, typeOf, type Template } from './compiled-modules.ts';

const folder = modulesFolder();
const modules = folder === null ? [] : newestModules(folder);

describe.skipIf(folder === null)('facts about types, beside what the newest modules make', () => {
  const made = modules.flatMap(({ template }) => resourcesIn(template));
  const withTags = new Set(made.filter((one) => 'tags' in one).map(({ type }) => type.toLowerCase()));
  const without = new Set(untagged.map((type) => type.toLowerCase()));
  const types = [...new Set(made.map(({ type }) => type.toLowerCase()))];

  it('every type that is given tags takes them, and no other does', () => {
    expect(types.length).toBeGreaterThan(500);
    const taking = types.filter((type) => supportsTags(type) && !without.has(type));
    expect(taking.toSorted()).toEqual([...withTags].toSorted());
  });

  it('every type takes tags or does not, and none that is given any is among those without', () => {
    expect(types.filter((type) => supportsTags(type) === undefined)).toEqual([]);
    expect([...without].filter((type) => withTags.has(type))).toEqual([]);
  });

  it('every type whose module takes diagnostic settings has them, as the module takes them', () => {
    const offers = resourceTypes().flatMap((type) => {
      const found = modules.find(({ path }) => path === modulePathOf(type));
      const kind = found && offered(found.template);
      return kind === undefined ? [] : [[type, kind]];
    });
    expect(offers.length).toBeGreaterThan(75);
    expect(offers.map(([type = '']) => [type, diagnostics(type)])).toEqual(offers);
  });

  it('what is sent by a type whose module does not take settings is told by Azure Monitor', () => {
    const silent = resourceTypes().filter((type) => {
      const found = modules.find(({ path }) => path === modulePathOf(type));
      return !found || offered(found.template) === undefined;
    });
    const sending = silent.filter((type) => !['none', undefined].includes(diagnostics(type)));
    expect(sending).toEqual(toldByAzureMonitor);
  });

  it('every child type that a module makes is known, but for those that are reported elsewhere', () => {
    const children = types.filter((type) => type.split('/').length > 2);
    expect(children.filter((type) => diagnostics(type) === undefined).toSorted()).toEqual([
      'microsoft.netapp/netappaccounts/capacitypools',
      'microsoft.netapp/netappaccounts/capacitypools/volumes',
      'microsoft.storage/storageaccounts/objectreplicationpolicies',
    ]);
  });
});

function offered(template: Template): Diagnostics | undefined {
  const parameter = typeOf(template, template.parameters?.['diagnosticSettings']);
  if (!parameter) return undefined;
  const { properties = {} } = typeOf(template, parameter.items) ?? {};
  const has = (name: string): boolean => Object.hasOwn(properties, name);
  if (!has('logCategoriesAndGroups')) return 'metrics';
  return has('metricCategories') ? 'logs-and-metrics' : 'logs';
}

const toldByAzureMonitor = [
  'Microsoft.App/sessionPools',
  'Microsoft.Cache/redisEnterprise/databases',
  'Microsoft.Cdn/profiles/endpoints',
  'Microsoft.CognitiveServices/accounts/projects',
  'Microsoft.Compute/virtualMachines',
  'Microsoft.DataProtection/backupVaults',
  'Microsoft.Insights/dataCollectionRules',
  'Microsoft.LoadTestService/loadTests',
  'Microsoft.MachineLearningServices/registries',
  'Microsoft.Maps/accounts',
  'Microsoft.Network/connections',
  'Microsoft.Network/expressRouteGateways',
  'Microsoft.Network/networkManagers',
  'Microsoft.Network/networkSecurityPerimeters/profiles',
  'Microsoft.Network/networkWatchers/connectionMonitors',
  'Microsoft.Network/publicIPPrefixes',
  'Microsoft.Network/vpnGateways',
  'Microsoft.SignalRService/webPubSub',
  'Microsoft.Sql/servers/elasticPools',
  'Microsoft.Web/staticSites',
];
