import { describe, expect, it } from 'vitest';
import { Estate, type Predicted } from '../../avm-catalog/constitution/estate.ts';
import { privateIngestion } from '../../avm-catalog/constitution/rules/log-access-checks.ts';
import { fileOf, findingsOf, planOf } from '../plan/support.ts';

const scope = '/subscriptions/s/resourceGroups/g/providers';
const insights = 'Microsoft.Insights';

function resource(type: string, name: string, properties: object, below = ''): Predicted {
  return { id: `${below || scope}/${below === '' ? '' : 'providers/'}${type}/${name}`, type, name, properties };
}

const workspace = (publicNetworkAccessForIngestion: unknown): Predicted =>
  resource('Microsoft.OperationalInsights/workspaces', 'log', { publicNetworkAccessForIngestion });
const closed = workspace('Disabled');
const link: Predicted = {
  id: `${scope}/microsoft.insights/privateLinkScopes/ampls/scopedResources/log`,
  type: `${insights}/privateLinkScopes/scopedResources`,
  name: 'ampls/log',
  properties: { linkedResourceId: closed.id.toUpperCase() },
};
const endpoint = resource('Microsoft.Network/privateEndpoints', 'pep', {
  privateLinkServiceConnections: [
    { properties: { privateLinkServiceId: `${scope}/${insights}/privateLinkScopes/ampls` } },
  ],
});
const vm = resource('Microsoft.Compute/virtualMachines', 'vm', {});
const associated = (name: string, properties: object): Predicted =>
  resource(`${insights}/dataCollectionRuleAssociations`, name, properties, vm.id);
const ofRule = associated('dcr', { dataCollectionRuleId: '/dcr' });
const ofEndpoint = associated('configurationAccessEndpoint', { dataCollectionEndpointId: '/dce' });

const verdicts = (...resources: readonly Predicted[]): readonly string[] =>
  privateIngestion(new Estate(resources)).map(
    ({ resource: id, untold }) => `${untold ? 'untold' : 'broken'} ${id.split('/').at(-1)}`,
  );

describe('logs that a workspace takes', () => {
  it.each([
    ['through a private link', [closed, link, endpoint], []],
    ['from public networks', [workspace('Enabled'), link, endpoint], ['broken log']],
    ['from networks that only a deployment knows', [workspace("[parameters('x')]"), link, endpoint], ['untold log']],
    ['through a scope of another workspace', [closed, endpoint], ['untold log']],
    ['through a scope without an endpoint', [closed, link], ['broken log']],
    ['of a VM that knows the endpoint', [vm, ofRule, ofEndpoint], []],
    ['of a VM that does not', [vm, ofRule], ['broken vm']],
    ['of a VM without an agent', [vm], []],
  ])('%s', (_, resources, expected) => {
    expect(verdicts(...resources)).toEqual(expected);
  });
});

describe('a private link of Azure Monitor', () => {
  const codes = (prod: object): readonly string[] =>
    findingsOf({ environments: { prod: { monitorPrivateLink: { enabled: true }, ...prod } } })
      .filter(({ code }) => /^(monitor|range)-/.test(code))
      .map(({ code, severity, where }) => `${severity} ${code} ${where?.answer ?? ''}`);
  const group = '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-dns';

  it('says nothing of zones of its own', () => {
    expect(codes({})).toEqual([]);
  });
  it('warns of zones that others use', () => {
    expect(codes({ privateDns: { zones: 'existing', resourceGroupId: group } })).toEqual([
      'warning monitor-zones-shared environments.prod.monitorPrivateLink.enabled',
    ]);
  });
  it('needs eleven addresses', () => {
    expect(codes({ network: { subnets: { privateEndpoints: '10.20.11.0/28' } } })).toEqual([
      'error range-monitor environments.prod.network.subnets.privateEndpoints',
    ]);
  });

  it('has no endpoint for agents where there are none', () => {
    const symbols = (spec: object): readonly string[] =>
      planOf({
        constitution: { rules: { 'OPS-003': 'should' } },
        spec: { monitorPrivateLink: { enabled: true }, ...spec },
      }).resources.map(({ symbol }) => symbol);
    expect(symbols({})).toContain('collectionEndpointAssociation');
    expect(symbols({ monitoringAgent: { enabled: false } }).filter((one) => /ndpoint/.test(one))).toEqual([]);
  });

  describe('of an existing scope', () => {
    const scopeId =
      '/subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/rg-monitor/providers/Microsoft.Insights/privateLinkScopes/ampls-hub';
    const joined = { enabled: true, scopeId };
    const symbolsOf = (changes: object): readonly string[] => planOf(changes).resources.map(({ symbol }) => symbol);

    it('deploys what the owners add to it, and neither a scope nor an endpoint', () => {
      const changes = { spec: { monitorPrivateLink: joined } };
      expect(symbolsOf(changes)).toContain('collectionEndpointAssociation');
      expect(symbolsOf(changes)).not.toContain('monitorPrivateLink');
      const bicep = fileOf('main.bicep', changes);
      expect(bicep).not.toMatch(/azuremonitor|ampls-/);
      expect(bicep).toMatch(/publicNetworkAccessForIngestion: 'Disabled'/);
    });

    it('is a prerequisite with a task for its owners', () => {
      const changes = { environments: { prod: { monitorPrivateLink: joined } } };
      const readme = fileOf('README.md', changes);
      expect(readme).toContain(`prod: \`${scopeId}\` must exist`);
      expect(readme).toMatch(/scoped-resource create .*--resource-group rg-monitor --scope-name ampls-hub/);
      expect(readme).toMatch(
        /nothing sends logs over the private link until the owners of the existing scope add the workspace/,
      );
      expect(readme).not.toMatch(/replaces them|ampls-legacyapp/);
      expect(fileOf('specs/001-legacyapp/tasks.md', changes)).toContain('Ask the owners of the private link scope');
    });

    it('can be beside one of its own, by environment', () => {
      const changes = {
        environments: { dev: { monitorPrivateLink: { enabled: true } }, prod: { monitorPrivateLink: joined } },
      };
      const found = planOf(changes);
      const own = found.parameters.find(({ name }) => name === 'createMonitorPrivateLinkScope');
      expect(own?.values).toMatchObject({ dev: true, prod: false });
      expect(found.resources.map(({ symbol }) => symbol)).toContain('monitorPrivateLink');
      expect(fileOf('main.bicep', changes)).toMatch(
        /module monitorPrivateLink .* = if \(deployMonitorPrivateLink && createMonitorPrivateLinkScope\)/,
      );
    });

    it('replaces no records of shared zones, and needs no range', () => {
      const privateDns = { zones: 'existing', resourceGroupId: group };
      expect(codes({ monitorPrivateLink: joined, privateDns })).toEqual([]);
    });
  });

  it('associates every VM', () => {
    const { resources } = planOf({
      spec: { monitorPrivateLink: { enabled: true } },
      components: { batch: { type: 'virtual-machine' } },
    });
    expect(resources.map(({ symbol }) => symbol).filter((one) => one.endsWith('ndpointAssociation'))).toEqual([
      'collectionEndpointAssociation',
      'batchCollectionEndpointAssociation',
    ]);
  });
});
