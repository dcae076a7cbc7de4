import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moduleFaults } from '../../../avm-catalog/modules/faults.ts';
import type { JsonObject } from '../../../src/checks/canonical.ts';
import { originFinder } from '../../../src/checks/order/origin.ts';
import { checkTypes } from '../../../src/checks/types/check.ts';
import { isMissing } from '../../support/tools.ts';
import { modulesFolder } from '../../support/modules.ts';
import { CompiledCase, templateAt, type Loose } from '../order/compiled-case.ts';

const modules = modulesFolder();
const vault = (main: Loose): Loose => templateAt(main, 'keyVault').resources.keyVault;
const network = (main: Loose): Loose => templateAt(main, 'virtualNetwork').resources.virtualNetwork;
const blobs = (main: Loose): Loose =>
  templateAt(main, 'storageAccount', 'storageAccount_blobServices').resources.blobServices;

/** Each makes a predicted resource other than Azure defines it. */
const mutations: readonly (readonly [what: string, change: (main: Loose) => void, code: string, path: string])[] = [
  ['an unknown property', (main) => void (vault(main).properties.softDelete = true), 'BCP037', 'properties.softDelete'],
  ['a property of another case', (main) => void (vault(main).properties.SKU = 'x'), 'BCP037', 'properties.SKU'],
  [
    'a read-only property',
    (main) => void (network(main).properties.resourceGuid = 'x'),
    'BCP073',
    'properties.resourceGuid',
  ],
  [
    'a value that is none of the allowed ones',
    (main) => void (vault(main).properties.sku.name = 'gold'),
    'BCP036',
    'properties.sku.name',
  ],
  [
    'a value of another type',
    (main) => void (vault(main).properties.enableSoftDelete = 'yes'),
    'BCP036',
    'properties.enableSoftDelete',
  ],
  ['a missing property', (main) => void delete vault(main).properties.tenantId, 'BCP035', 'properties'],
  ['a name that Azure doesn’t allow', (main) => void (vault(main).name = 'kv_1'), 'BCP416', 'name'],
  [
    'a number outside its range',
    (main) => void (blobs(main).properties.containerDeleteRetentionPolicy.days = 4000),
    'BCP327',
    'properties.containerDeleteRetentionPolicy.days',
  ],
  [
    'an unknown kind of a discriminated object',
    (main) => {
      const { metricAlert } = templateAt(main, 'metricAlerts').resources;
      metricAlert.properties.criteria = { 'odata.type': 'Microsoft.Azure.Monitor.Toast' };
    },
    'BCP036',
    'properties.criteria.odata.type',
  ],
];

describe.skipIf(modules === null || isMissing('bicep'))('the types of predicted resources', () => {
  let base: CompiledCase;
  beforeAll(async () => {
    base = await CompiledCase.open('defaults', 'prod', modules ?? '');
  });
  afterAll(() => base[Symbol.asyncDispose]());

  const found = async (change: (main: Loose) => void = () => {}) => {
    const { snapshot, placement } = await base.predict(change);
    const changed = JSON.parse(base.template) as JsonObject;
    change(changed);
    const origin = originFinder(base.plan, changed, new Map([[snapshot.environment, placement.placed]]));
    return checkTypes(base.session, [snapshot], origin);
  };

  it('have known faults of modules only, each still there', async () => {
    const findings = await found();
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual(
      findings.map(() => ['types/module-fault', 'note']),
    );
    const told = findings.map(({ args }) => (args as { readonly module: string }).module).toSorted();
    expect(told).toEqual(moduleFaults.map(({ module }) => module).toSorted());
  });

  it.each(mutations)('%s is found', async (_, change, code, path) => {
    const findings = (await found(change)).filter((one) => one.code !== 'types/module-fault');
    expect(findings.map((one) => [one.code, (one.args as { readonly path: string }).path])).toContainEqual([
      `types/${code}`,
      path,
    ]);
  });

  it('a fault of a module hides no other one', async () => {
    const findings = await found((main) => {
      templateAt(main, 'storageAccount').resources.storageAccount.sku = {};
    });
    expect(findings.filter(({ code }) => code === 'types/BCP035')).toHaveLength(1);
    expect(findings.filter(({ code }) => code === 'types/module-fault')).toHaveLength(moduleFaults.length);
  });

  it('a type without a definition is counted as not evaluated', async () => {
    const findings = await found((main) => void (vault(main).apiVersion = '2099-01-01'));
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'types/no-definition',
        args: { type: 'Microsoft.KeyVault/vaults@2099-01-01', count: 1 },
      }),
    );
  });

  it('a wrong value leads back to the parameter of the module and to the setting', async () => {
    const findings = await found((main) => {
      main.resources.keyVault.properties.parameters.sku = { value: 'gold' };
      main.resources.logAnalytics.properties.parameters.dataRetention = { value: 'long' };
      for (const one of ['keyVault', 'logAnalytics']) {
        const { parameters } = templateAt(main, one);
        for (const name of ['sku', 'dataRetention'].filter((key) => key in parameters))
          parameters[name] = { type: name === 'sku' || one === 'logAnalytics' ? 'string' : 'int' };
      }
    });
    const retention = findings.find(({ args }) => JSON.stringify(args).includes('retentionInDays'));
    expect(retention).toMatchObject({ args: { symbol: 'logAnalytics', parameters: ['dataRetention'] } });
    expect(retention?.where.answer).toBe('spec.logAnalytics.retentionDays');
  });
});
