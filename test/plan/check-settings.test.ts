import { keyVault } from '../../avm-catalog/components/key-vault/component.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { components } from '../../avm-catalog/components/index.ts';
import { component } from '../../avm-catalog/kernel/component.ts';
import { limitedTypes, tagLimits } from '../../avm-catalog/azure/tags.ts';
import { modulePath, pins, type ModuleName } from '../../avm-catalog/modules/pins.ts';
import { describe as prose } from '../../src/findings/describe.ts';
import { buildPlan } from '../../src/plan/build.ts';
import { checkSettings } from '../../src/plan/check-settings.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { modulesFolder } from '../support/modules.ts';
import { answersWith, catalog, fileOf, findingsOf, planOf } from './support.ts';

const tags = (count: number): object => ({
  tags: Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag${index}`, 'x'])),
});
const prod = (part: object): object => ({ environments: { prod: part } });
const told = (changes: object): readonly unknown[] =>
  findingsOf(changes)
    .filter((one) => one.severity === 'error')
    .map(({ code, where, args }) => [code, where.answer, args]);

describe('tags', () => {
  // owner, costCenter, application and env are there already.
  it('are as many as a private DNS zone takes, and no more', () => {
    expect(told(tags(11))).toEqual([]);
    expect(told(tags(12))).toEqual([
      ['tags-too-many', 'tags', { count: 16, most: 15, type: expect.stringContaining('privateDnsZones') }],
    ]);
  });

  it('are as many as keys take where the DNS zones are existing ones', () => {
    const existing = {
      privateDns: {
        zones: 'existing',
        resourceGroupId: '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-dns',
      },
    };
    const keys = {
      spec: { ...existing, customerManagedKeys: { enabled: true } },
      constitution: { rules: { 'SEC-009': { mode: 'optional' } } },
    };
    expect(told({ ...tags(12), spec: existing })).toEqual([]);
    expect(told({ ...tags(12), ...keys })).toEqual([
      ['tags-too-many', 'tags', { count: 16, most: 15, type: 'Microsoft.KeyVault/vaults/keys' }],
    ]);
  });

  it('are fifty where nothing takes fewer', () => {
    const alone = { spec: { keyVault: { enabled: false }, storageAccount: { enabled: false } } };
    expect(told({ ...tags(46), ...alone })).toEqual([]);
  });

  it('differ by more than case, across all places that name them', () => {
    expect(told(prod({ tags: { Owner: 'somebody' } }))).toEqual([
      ['tag-invalid', 'environments.prod.tags.Owner', { tag: 'owner', why: 'Owner is the same tag to Azure' }],
    ]);
    expect(
      told({ constitution: { rules: { 'TAG-001': { names: ['owner', 'Application'] } } } }).map(
        (one) => (one as [string])[0],
      ),
    ).toContain('tag-invalid');
  });
});

const modules = modulesFolder();

/** Types with limits of their own that the compiled module tags. */
function limitedIn(module: string, version: string): readonly string[] {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type, apiVersion, tags: given, existing } = value as Record<string, unknown>;
    if (typeof type === 'string' && apiVersion && given && !existing && tagLimits(type).count < 50) found.add(type);
    for (const one of Object.values(value)) visit(one);
  };
  visit(JSON.parse(readFileSync(join(modules ?? '', module, version, 'main.json'), 'utf8')));
  return [...found].toSorted();
}

describe.skipIf(modules === null)('types that take fewer tags', () => {
  const used = (Object.keys(pins) as ModuleName[]).filter((name) => !/^(ptn|utl)\//.test(name));

  it.each(used)('of %s are known', (name) => {
    const all = ['keys', 'secrets', 'virtualNetworkLinks'];
    const known = limitedTypes(modulePath(name), all).filter((type) => tagLimits(type).count < 50);
    expect(limitedIn(modulePath(name), pins[name])).toEqual(known.toSorted());
  });
});

describe('names', () => {
  it.each([
    ['workload.name', { workload: { name: 'contoso-windows', description: 'x' } }],
    ['environments.windows', { environments: { windows: {} } }],
    [
      'workload.name',
      {
        workload: { name: 'login-portal', description: 'x' },
        constitution: { rules: { 'NAM-001': { pattern: '{workload}-{environment}-{type}' } } },
      },
    ],
  ])('at %s hold no word that Azure reserves', (answer, changes) => {
    const found = findingsOf(changes).filter((one) => one.code === 'name-reserved');
    expect(found.map((one) => one.where.answer)).toEqual([answer]);
    expect(prose(found[0] as never).remedy).toMatch(/^Choose a name without '(windows|login)'\.$/);
  });

  it('are not judged where the region in them is not known', () => {
    const region = 'a-region-with-a-name-that-is-far-too-long-to-stand-in-any-name-of-azure';
    const found = findingsOf({ spec: { location: { region } }, constitution: { rules: { 'TST-001': 'off' } } });
    expect(found.map((one) => one.code)).toContain('region-unknown');
    expect(found.map((one) => one.code)).not.toContain('name-too-long');
  });

  it('may hold one where Azure reserves it elsewhere in a name only', () => {
    expect(told({ workload: { name: 'login-portal', description: 'x' } })).toEqual([]);
  });

  it('of one type are not equal in one environment', () => {
    const twin = component({
      name: 'key-vault',
      title: 'Twin',
      summary: 'Another storage account',
      serves: ['files'],
      docs: keyVault.docs,
      enabled: () => true,
      contribute: (c) => c.name('twin', { type: 'Microsoft.Storage/storageAccounts' }),
      compose: (c) => c.output('twin', { kind: 'string' }, 'Its name', c.reference('twin')),
    });
    const from = [...components.filter((one) => one.name !== 'key-vault'), twin];
    const spec = resolve(answersWith({ environments: { dev: {} } }));
    const planned = buildPlan(spec, catalog, from);
    const found = 'plan' in planned ? checkSettings(planned.plan, spec) : [];
    expect(new Set(found.map((one) => one.code))).toEqual(new Set(['name-twice']));
    expect(found[0]?.args['others']).toEqual(['storageAccount', 'twin']);
  });
});

describe('the name of the computer', () => {
  const given = prod({ virtualMachine: { computerName: 'PAYROLL01' } });

  it('is proposed where none is given, and a parameter where one is', () => {
    expect(fileOf('main.bicep', {})).toContain("computerName: '${workload}-${environmentName}'");
    expect(fileOf('main.prod.bicepparam', given)).toContain("param computerName = 'PAYROLL01'");
    expect(fileOf('main.dev.bicepparam', given)).toContain("param computerName = 'legacyapp-dev'");
    expect(fileOf('main.bicep', given)).toMatch(/computerName: computerName/);
  });

  it.each([
    ['computer-name-form', '12345'],
    ['computer-name-reserved', 'SERVER'],
    ['computer-name-administrator', 'AzureAdmin'],
  ])('is refused: %s', (code, computerName) => {
    expect(told(prod({ virtualMachine: { computerName } }))).toEqual([
      [code, 'environments.prod.virtualMachine.computerName', { name: computerName }],
    ]);
  });

  it('is not that of the administrator where it is proposed either', () => {
    expect(
      told({ environments: { prod: { virtualMachine: { administrator: { username: 'legacyapp-prod' } } } } }),
    ).toEqual([
      ['computer-name-administrator', 'spec.virtualMachine.administrator.username', { name: 'legacyapp-prod' }],
    ]);
  });

  it('tells workloads apart that differ at their ends, and leaves short ones as they were', () => {
    const computer = (name: string): unknown =>
      planOf({ workload: { name, description: 'x' } }).names.find((one) => one.key === 'computerName')?.values;
    const [web, db] = [computer('contoso-payroll-web'), computer('contoso-payroll-db')];
    expect(web).not.toEqual(db);
    expect(web).toEqual({ dev: 'contostgyf-dev', test: 'contostgyf-test', prod: 'contostgyf-prod' });
    expect(computer('legacyapp')).toEqual({ dev: 'legacyapp-dev', test: 'legacyapp-test', prod: 'legacyapp-prod' });
  });
});

describe('environments of one hub', () => {
  const id =
    '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub';
  const spoke = (addressSpace: string, virtualNetworkId = id): object => ({
    network: { topology: 'hub', addressSpace, hub: { virtualNetworkId, bastionSubnet: '10.0.1.0/26' } },
  });
  const both = (test: object, production: object): object => ({ environments: { test, prod: production } });

  it('have ranges that do not overlap', () => {
    expect(
      told(both(spoke('10.20.4.0/22'), spoke('10.20.6.0/24', id.toUpperCase()))).map((one) =>
        (one as unknown[]).slice(0, 2),
      ),
    ).toEqual([['range-overlap', 'environments.prod.network.addressSpace']]);
    expect(told(both(spoke('10.20.4.0/22'), spoke('10.20.8.0/24')))).toEqual([]);
    expect(told(both(spoke('10.20.4.0/22'), spoke('10.20.6.0/24', id.replace('vnet-hub', 'vnet-other'))))).toEqual([]);
  });
});
