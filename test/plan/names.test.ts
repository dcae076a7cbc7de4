import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameProblem } from '../../avm-catalog/azure/name-problems.ts';
import { namingRule } from '../../avm-catalog/azure/naming.ts';
import { isNamePattern } from '../../avm-catalog/constitution/rules/name-pattern.ts';
import { Namer } from '../../src/plan/names.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { Printer } from '../../src/bicep/print.ts';
import { cases, readCase } from '../cases/cases.ts';
import { answersWith } from './support.ts';

const printer = new Printer(() => '');

function namer(
  workload: string,
  environments: readonly string[],
  pattern?: string,
): { namer: Namer; views: ReturnType<typeof resolve>['views'] } {
  const answers = answersWith(pattern ? { constitution: { rules: { 'NAM-001': { pattern } } } } : {});
  const spec = resolve({
    ...answers,
    workload: { ...answers.workload, name: workload },
    environments: Object.fromEntries(environments.map((name) => [name, {}])),
  });
  return { namer: new Namer(workload, spec.views, spec.settings), views: spec.views };
}

const workloads = fc.stringMatching(/^[a-z][a-z0-9]{1,8}(-[a-z0-9]{1,5}){0,2}$/);
const environments = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{1,7}$/), { minLength: 1, maxLength: 4 });

describe('names', () => {
  it.each([
    ['Microsoft.Network/virtualNetworks', undefined, 'vnet-legacyapp-dev-we-001', "'vnet-${suffix}'"],
    [
      'Microsoft.Network/networkSecurityGroups',
      'workload',
      'nsg-workload-legacyapp-dev-we-001',
      "'nsg-workload-${suffix}'",
    ],
    [
      'Microsoft.KeyVault/vaults',
      undefined,
      'kv-legacyapp-dev-xxxxxx',
      "'kv-${workload}-${environmentName}-${unique}'",
    ],
    [
      'Microsoft.Storage/storageAccounts',
      undefined,
      'stlegacyappdevxxxxxx',
      "'st${workload}${environmentName}${unique}'",
    ],
    ['windowsComputerName', undefined, 'legacyapp-dev', "'${workload}-${environmentName}'"],
  ])('%s follows the convention', (type, qualifier, name, bicep) => {
    const { namer: one, views } = namer('legacyapp', ['dev']);
    const made = one.name({ type, ...(qualifier ? { qualifier } : {}) });
    expect([views.map(made.in), printer.value(made.value)]).toEqual([[name], bicep]);
  });

  it('puts the type last where the pattern has it last', () => {
    const { namer: one, views } = namer('app', ['dev'], '{workload}-{environment}-{type}');
    expect(views.map(one.name({ type: 'Microsoft.Network/virtualNetworks' }).in)).toEqual(['app-dev-vnet']);
  });

  it.each([
    ['Microsoft.Network/virtualNetworks', 'vnet-legacyvm-xxxxxx'],
    ['Microsoft.KeyVault/vaults', 'kv-legacyvm-xxxxxx'],
    ['Microsoft.Storage/storageAccounts', 'stlegacyvmxxxxxx'],
    ['Microsoft.Resources/resourceGroups', 'rg-legacyvm-prod'],
    ['windowsComputerName', 'legacyvm-prod'],
  ])('%s ends in what is computed where the pattern says so', (type, name) => {
    const { namer: one, views } = namer('legacyvm', ['prod'], '{type}-{workload}-{unique}');
    expect(views.map(one.name({ type }).in)).toEqual([name]);
  });

  it.each([
    ['{type}-{workload}-{environment}-{region}-{instance}', true],
    ['{workload}-{environment}-{type}', true],
    ['{type}-{workload}-{unique}', true],
    ['{type}-{environment}-{workload}-{unique}', true],
    ['{type}-{workload}', false],
    ['{type}-{environment}-{unique}', false],
    ['{workload}-{type}-{environment}', true],
    ['{type}-{workload}-{workload}-{environment}', false],
    ['{type}-{workload}-{environment}-', false],
    ['contoso-{type}-{workload}-{environment}', true],
    ['x{TYPE}_{workload}.{environment}{instance}', true],
    ['{type}--{workload}-{environment}', false],
    ['-{type}-{workload}-{environment}', false],
    ['{Type}-{workload}-{environment}', false],
    ['{type}-{workload}-{UNIQUE}', false],
    ["{type}-{workload}-{environment}-'${x}", false],
    ['{type}-{workload}-{environment}\n', false],
    ['{type}-{workload}-{environment}-{toString}', false],
  ])('%s is a pattern: %s', (pattern, is) => {
    expect(isNamePattern(pattern)).toBe(is);
  });

  it('never cuts the unique part of a global name, whatever the workload is called', () => {
    fc.assert(
      fc.property(
        workloads,
        environments,
        fc.constantFrom('Microsoft.KeyVault/vaults', 'Microsoft.Storage/storageAccounts'),
        (workload, names, type) => {
          const { namer: one, views } = namer(workload, names);
          for (const name of views.map(one.name({ type }).in)) {
            expect(name).toMatch(/[a-z0-9-]x{6}$/);
            expect(name).not.toMatch(/--/);
            expect(nameProblem(type, name)).toBeUndefined();
          }
        },
      ),
    );
  });

  it('keeps what tells two global names apart, however long the workload is called', () => {
    const { namer: one, views } = namer('contoso-payroll-web', ['dev', 'prod']);
    const names = (qualifier?: string): readonly string[] =>
      views.map(one.name({ type: 'Microsoft.Storage/storageAccounts', ...(qualifier ? { qualifier } : {}) }).in);
    expect(names('logs')).not.toEqual(names());
    expect(names('logs')).toEqual([
      expect.stringMatching(/^stlogscontos\w*devx{6}$/),
      expect.stringMatching(/^stlogscontos\w*prodx{6}$/),
    ]);
    for (const name of names('logs')) expect(nameProblem('Microsoft.Storage/storageAccounts', name)).toBeUndefined();
    for (const name of views.map(one.name({ type: 'Microsoft.KeyVault/vaults', qualifier: 'ops' }).in)) {
      expect(name).toMatch(/^kv-ops-con\w*-(dev|prod)-x{6}$/);
      expect(nameProblem('Microsoft.KeyVault/vaults', name)).toBeUndefined();
    }
  });

  it('gives different computers to workloads that differ anywhere', () => {
    fc.assert(
      fc.property(fc.uniqueArray(workloads, { minLength: 2, maxLength: 20 }), (names) => {
        const computers = names.map((name) => {
          const { namer: one, views } = namer(name, ['dev', 'prod']);
          return views.map(one.name({ type: 'windowsComputerName' }).in).join(' ');
        });
        expect(new Set(computers).size).toBe(names.length);
      }),
    );
  });

  it('fits a computer name into 15 characters', () => {
    fc.assert(
      fc.property(workloads, environments, (workload, names) => {
        const { namer: one, views } = namer(workload, names);
        for (const name of views.map(one.name({ type: 'windowsComputerName' }).in))
          expect(name).toMatch(/^[a-z][a-z0-9-]{0,13}[a-z0-9]$/);
      }),
    );
  });

  it('knows the rules of the types it names', () => {
    expect(namingRule('Microsoft.KeyVault/vaults')).toMatchObject({ max: 24, scope: 'global' });
  });
});

it.each(cases)(
  'each name in %s says what it is of: its type has a row in avm-catalog/azure/naming.ts, or the component an abbreviation',
  (name) => {
    const names = readCase(name).generated.plan?.names ?? [];
    const nameless = names.filter(({ values }) => Object.values(values).some((value) => /^-|-$/.test(value)));
    expect(names.length).toBeGreaterThan(0);
    expect(nameless.map(({ key, type }) => `${key}: ${type}`)).toEqual([]);
  },
);
