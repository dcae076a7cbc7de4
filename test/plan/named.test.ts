import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataStore } from '../../avm-catalog/blueprints/data-store/blueprint.ts';
import type { Answers } from '../../src/answers/answers.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { generate } from '../../src/files/generate.ts';
import { catalog } from './support.ts';

const start = startAnswers({ name: 'records' }, dataStore);

function made(components: object, environments: Readonly<Record<string, object>> = {}) {
  const answers = {
    ...start,
    components,
    environments: Object.fromEntries(
      Object.entries(start.environments).map(([name, own]) => [name, { ...own, ...environments[name] }]),
    ),
  } as Answers;
  return generate(answers, 'version: 1\n', catalog);
}
const textOf = (generated: ReturnType<typeof made>, path: string): string =>
  generated.files?.find((file) => file.path === path)?.text ?? JSON.stringify(generated.findings);

const component = fc.oneof(
  fc.record({
    type: fc.constant('storage-account'),
    redundancy: fc.constantFrom('LRS', 'ZRS'),
    shares: fc.constantFrom([], ['files']),
  }),
  fc.record({ type: fc.constant('key-vault'), sku: fc.constantFrom('standard', 'premium') }),
  fc.constant({ type: 'avm-module', module: 'avm/res/cache/redis', version: '0.18.0' }),
  fc.constant({
    type: 'avm-module',
    module: 'avm/res/app-configuration/configuration-store',
    version: '0.10.0',
    enabled: false,
  }),
);
const named = fc.dictionary(
  fc.constantFrom('reports', 'partner', 'audit-trail', 'x1', 'sessions', 'orders'),
  component,
  { minKeys: 1 },
);

describe('components by name', () => {
  it('come to the same bytes in whatever order they were added', () => {
    fc.assert(
      fc.property(named, (components) => {
        const [one, other] = [components, Object.fromEntries(Object.entries(components).toReversed())].map((all) =>
          made(all),
        );
        expect(one?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(other?.files).toEqual(one?.files);
      }),
      { numRuns: 15 },
    );
  });

  it('have names in Azure of their own, within the limits of their types', () => {
    fc.assert(
      fc.property(named, (components) => {
        const { plan } = made(components);
        for (const environment of plan?.environments ?? []) {
          const all = plan?.names.map(({ type, values }) => `${type} ${values[environment]}`) ?? [];
          expect(new Set(all).size).toBe(all.length);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('shorten the workload in a globally unique name, and keep their own', () => {
    const { plan } = made({ 'a-long-name-of-one': { type: 'storage-account' } });
    const name = plan?.names.find(({ key }) => key === 'aLongNameOfOne')?.values['test'];
    expect(name).toMatch(/^stalongna[a-z0-9]{4}rtestx{6}$/);
    expect(name?.length).toBeLessThanOrEqual(24);
  });

  it('differ by environment, and are in some only', () => {
    const reports = { type: 'storage-account', redundancy: 'ZRS' };
    const generated = made(
      { reports, partner: { type: 'key-vault', enabled: false } },
      {
        dev: { components: { reports: { redundancy: 'LRS' } } },
        prod: { components: { partner: { enabled: true } } },
      },
    );
    expect(textOf(generated, 'main.dev.bicepparam')).toContain("param reportsStorageSku = 'Standard_LRS'");
    expect(textOf(generated, 'main.prod.bicepparam')).toContain('param deployPartner = true');
    expect(textOf(generated, 'main.dev.bicepparam')).toContain('param deployPartner = false');
  });

  it('are judged by the rules that judge their type, each at its own setting', () => {
    const { findings } = made(
      { reports: { type: 'storage-account', redundancy: 'ZRS' }, partner: { type: 'key-vault', softDeleteDays: 90 } },
      {
        prod: {
          storageAccount: { redundancy: 'ZRS' },
          components: { reports: { redundancy: 'LRS' } },
        },
      },
    );
    const broken = findings.filter(({ code, ids }) => code === 'rule-broken' && ids.includes('RES-002'));
    expect(broken.map(({ where }) => where)).toEqual([
      { file: 'avm.yaml', answer: 'environments.prod.components.reports.redundancy', environment: 'prod' },
    ]);
    expect(broken[0]?.args).toMatchObject({
      instead: expect.stringContaining('components.reports.redundancy') as string,
    });
  });

  it.each([{ version: '0.17.0' }, { privateEndpoints: [] }])('have the same %j in every environment', (own) => {
    const sessions = { type: 'avm-module', module: 'avm/res/cache/redis', version: '0.18.0' };
    const { findings } = made({ sessions }, { prod: { components: { sessions: own } } });
    expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'module-differs', where: { answer: 'environments.prod.components.sessions', environment: 'prod' } },
    ]);
  });

  it('leave the plan of what was there before as it was', () => {
    const before = made({}).plan?.resources.filter(
      ({ symbol }) => symbol === 'storageAccount' || symbol === 'keyVault',
    );
    const after = made({ reports: { type: 'storage-account' } }).plan?.resources;
    for (const one of before ?? []) expect(after?.find(({ symbol }) => symbol === one.symbol)).toEqual(one);
  });

  it('refuse a name that would give a parameter which another component has', () => {
    const { findings } = made(
      { storage: { type: 'key-vault' } },
      { dev: { components: { storage: { softDeleteDays: 7 } } }, test: { storageAccount: { softDeleteDays: 7 } } },
    );
    expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'component-name-clash', where: { answer: 'components.storage' }, args: { name: 'storage' } },
    ]);
  });

  it.each([
    ['names', 'resource names'],
    ['tag-values', 'resource tagValues'],
    ['location', 'resource location'],
    ['subscription', 'resource subscription'],
    ['environment', 'resource environment'],
    ['null', 'resource null'],
    ['service-health-alert', 'resource serviceHealthAlert'],
    ['watched-metrics', 'resource watchedMetrics'],
  ])('refuse the name %s, which main.bicep has for something else', (name, what) => {
    const { findings } = made({ [name]: { type: 'storage-account' } }, { prod: { alerts: { enabled: true } } });
    expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'component-name-clash', where: { answer: `components.${name}` }, args: { name, what: `the ${what}` } },
    ]);
  });

  it('refuse names that differ in hyphens alone where Azure has no hyphens, once and with the name to change', () => {
    const alike = (type: string) =>
      made({ reports: { type }, 're-ports': { type } }).findings.filter(({ severity }) => severity === 'error');
    expect(alike('storage-account')).toMatchObject([
      {
        code: 'component-name-alike',
        where: { answer: 'components.re-ports' },
        args: { name: 're-ports', other: 'reports', type: 'Microsoft.Storage/storageAccounts' },
      },
    ]);
    expect(alike('key-vault')).toEqual([]);
  });

  it('may be called by keywords of Bicep, which are no identifiers', () => {
    const components = Object.fromEntries(
      ['for', 'if', 'var', 'param', 'import'].map((name) => [name, { type: 'key-vault' }]),
    );
    expect(made(components).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('have identifiers in the template, whatever their names are', () => {
    const off = { type: 'storage-account', enabled: false };
    const { plan } = made({ 'part-2': off, 'a-1-b': off }, { prod: { components: { 'part-2': { enabled: true } } } });
    const names = [...(plan?.parameters ?? []), ...(plan?.outputs ?? []), ...(plan?.variables ?? [])].map(
      (one) => one.name,
    );
    const symbols = plan?.resources.map((one) => one.symbol) ?? [];
    expect(names).toContain('deployPart2');
    expect([...names, ...symbols].filter((one) => !/^[A-Za-z_]\w*$/.test(one))).toEqual([]);
  });
});
