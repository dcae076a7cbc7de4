import { describe, expect, it } from 'vitest';
import { membersOf } from '../../src/plan/plan.ts';
import { account, apart, module, plan, redis, sharing, site, vault } from './sharing-answers.ts';

type Made = ReturnType<typeof sharing>;

const modulesOf = ({ plan: made, findings }: Made): readonly string[] => {
  if (!made) throw new Error(JSON.stringify(findings));
  return made.resources.filter((one) => one.kind === 'module').map((one) => one.symbol);
};
const bicepOf = ({ files, findings }: Made): string =>
  files?.find(({ path }) => path === 'main.bicep')?.text ?? JSON.stringify(findings);
const four = { amber: account(), birch: account(), cedar: account(), daisy: account() };

describe('named components of one type', () => {
  it('have a declaration each while they are three, and share one from four on', () => {
    const three = { amber: account(), birch: account(), cedar: account() };
    expect(modulesOf(sharing(three))).toEqual(expect.arrayContaining(['amber', 'birch', 'cedar']));
    const made = sharing(four);
    expect(modulesOf(made)).toContain('storageAccounts');
    expect(modulesOf(made)).not.toContain('amber');
    expect(made.findings).toEqual([]);
  });

  it('have an item each, by name, with what differs and the ids that it exists for', () => {
    const text = bicepOf(
      sharing(
        {
          daisy: account({ softDeleteDays: 30 }),
          amber: account({ accessTier: 'Cool' }),
          birch: account(),
          cedar: account({ enabled: false }),
        },
        { cedar: { enabled: true }, birch: { redundancy: 'GZRS' } },
      ),
    );
    expect(text).toContain(`var storageAccountSettings = [
  // amber (FR-007, FR-101, SEC-008)
  {
    name: names.amber
    skuName: 'Standard_ZRS'
    accessTier: 'Cool'
    containerDeleteRetentionPolicyDays: 14
    containers: amberBlobContainers
    deploy: true
  }
  // birch (FR-007, FR-101, SEC-008)
  {
    name: names.birch
    skuName: birchStorageSku
    accessTier: null
    containerDeleteRetentionPolicyDays: 14
    containers: birchBlobContainers
    deploy: true
  }
  // cedar (FR-007, FR-101, SEC-008)
  {
    name: names.cedar
    skuName: 'Standard_ZRS'
    accessTier: null
    containerDeleteRetentionPolicyDays: 14
    containers: cedarBlobContainers
    deploy: deployCedar
  }
  // daisy (FR-007, FR-101, SEC-008)
  {
    name: names.daisy
    skuName: 'Standard_ZRS'
    accessTier: null
    containerDeleteRetentionPolicyDays: 30
    containers: daisyBlobContainers
    deploy: true
  }
]`);
    expect(text).toContain('for account in storageAccountSettings: if (account.deploy) {');
    expect(text).toContain("name: 'pep-${account.name}-blob'");
    expect(text).toContain('deleteRetentionPolicyDays: account.containerDeleteRetentionPolicyDays');
  });

  it('share one for each shape: what only some have, and no item can say, keeps them apart', () => {
    const files = { echo: account({ shares: ['a'] }), fjord: account({ shares: ['b'] }) };
    expect(modulesOf(sharing({ ...four, ...files }))).toEqual(
      expect.arrayContaining(['storageAccounts', 'echo', 'fjord']),
    );
    const more = { grove: account({ shares: ['c'] }), haven: account({ shares: ['d'] }) };
    const shared = modulesOf(sharing({ ...four, ...files, ...more }));
    expect(shared).toEqual(expect.arrayContaining(['storageAccounts', 'storageAccounts2']));
    expect(shared).not.toContain('echo');
  });

  it('share none across types and modules', () => {
    const made = sharing({
      amber: account(),
      birch: account(),
      cedar: module('storage/storage-account', '0.33.0'),
      daisy: module('storage/storage-account', '0.33.0'),
      echo: vault(),
    });
    expect(modulesOf(made)).toEqual(expect.arrayContaining(['amber', 'birch', 'cedar', 'daisy', 'echo']));
  });

  it('share none where they differ in too much to be read', () => {
    const names = ['amber', 'birch', 'cedar', 'daisy'];
    const params = (name: string, many: number) =>
      Object.fromEntries(
        [
          'minimumTlsVersion',
          'redisVersion',
          'skuName',
          'capacity',
          'shardCount',
          'replicasPerMaster',
          'replicasPerPrimary',
          'subnetResourceId',
          'availabilityZones',
          'zonalAllocationPolicy',
          'enableNonSslPort',
          'staticIP',
          'geoReplicationObject',
        ]
          .slice(0, many)
          .map((key) => [key, `${name} ${key}`]),
      );
    const all = (many: number) =>
      modulesOf(sharing(Object.fromEntries(names.map((name) => [name, redis(params(name, many))]))));
    // The name differs too.
    expect(all(11)).toContain('cacheRedis');
    expect(all(12)).toEqual(expect.arrayContaining(names));
  });

  it('keep their own where something names their outputs, or they wait for one of the others', () => {
    const shops = Object.fromEntries(
      ['amber', 'birch', 'cedar', 'daisy'].map((name) => [name, site({}, { uses: ['store'] })]),
    );
    const made = modulesOf(sharing({ plan, store: account(), ...shops }));
    expect(made).toEqual(expect.arrayContaining(['amberIdentity', 'birchIdentity', 'webSites', 'store']));
    const last = { echo: site({ virtualNetworkSubnetResourceId: { idOf: 'amber' } }) };
    const waiting = sharing({ plan, store: account(), ...shops, ...last });
    expect(modulesOf(waiting)).toEqual(expect.arrayContaining(['webSites', 'echo']));
    expect(waiting.plan?.resources.find(({ symbol }) => symbol === 'echo')?.dependsOn).toContain('webSites');
  });

  it('have what only the deployment knows beside the items, each under its key', () => {
    const text = bicepOf(
      sharing({ plan, ...four, shop: site({}, { uses: ['amber'], enabled: false }) }, { shop: { enabled: true } }),
    );
    expect(text).toContain('roleAssignments: storageAccountRoleAssignments[?account.key]');
    expect(text).toContain(`var storageAccountRoleAssignments = {
  amber: [
    ...(deployShop`);
    expect(text).toContain('principalId: shopIdentity!.outputs.principalId');
    expect(text).toContain(`    key: 'birch'`);
  });

  it('share two where one would have more of that than an expression may be long', () => {
    const names = (word: string) => Array.from({ length: 12 }, (_, index) => `${word}-${'abcdefghijkl'.charAt(index)}`);
    const stores = names('store');
    const made = modulesOf(
      sharing({
        plan,
        ...Object.fromEntries(stores.map((name) => [name, account()])),
        ...Object.fromEntries(
          names('shop').map((name) => [name, site({}, { uses: stores.filter((one) => one.at(-1) !== name.at(-1)) })]),
        ),
      }),
    );
    expect(made.filter((one) => one.startsWith('storageAccount'))).toEqual(['storageAccounts', 'storageAccounts2']);
    expect(made.filter((one) => /^store[A-L]$/.test(one))).toEqual([]);
  });

  it('keep their own where a secret differs, for no variable can have one', () => {
    const secret = (name: string) => ({
      keyVault:
        '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-hub',
      secret: name,
    });
    const sql = (name: string) =>
      module('sql/server', '0.22.0', { administratorLogin: 'dba', administratorLoginPassword: secret(name) });
    const names = ['amber', 'birch', 'cedar', 'daisy'];
    const made = sharing(Object.fromEntries(names.map((name) => [name, sql(name)])));
    expect(modulesOf(made)).toEqual(expect.arrayContaining(names));
    const app = (more: object) =>
      module('app/container-app', '0.23.0', { environmentResourceId: 'x', containers: [], ...more });
    const apps = (more: (name: string) => object) =>
      modulesOf(sharing(Object.fromEntries(names.map((name) => [name, app(more(name))]))));
    expect(apps((name) => ({ secrets: [{ name, value: 'same' }] }))).toEqual(expect.arrayContaining(names));
    expect(apps(() => ({ secrets: [{ name: 'token', value: 'same' }] }))).toContain('appContainerApps');
    expect(apps((name) => ({ workloadProfileName: name }))).toContain('appContainerApps');
  });

  it('take names that nothing has', () => {
    const made = sharing({
      ...four,
      'storage-accounts': vault(),
      account: vault(),
      'storage-account-settings': vault(),
    });
    expect(modulesOf(made)).toEqual(expect.arrayContaining(['storageAccounts', 'storageAccounts2']));
    expect(bicepOf(made)).toContain('for account2 in storageAccountSettings2: {');
  });

  it('are judged by themselves: what is wrong with one is told where its answer stands', () => {
    const { findings } = sharing({
      amber: redis(),
      birch: redis({ skuNam: 'Basic' }),
      cedar: redis(),
      daisy: redis({ skuName: 'Gold' }),
    });
    expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        code: 'module-parameter',
        where: { answer: 'components.birch.params.skuNam' },
        args: { problem: 'unknown-parameter' },
      },
      {
        code: 'module-parameter',
        where: { answer: 'components.daisy.params.skuName' },
        args: { problem: 'not-allowed' },
      },
    ]);
  });

  it('are told apart in trace and documents: the lines of an item, and the environments, are those of its component', () => {
    const { files = [], plan: made } = sharing(
      { ...four, daisy: account({ enabled: false }) },
      { daisy: { enabled: true } },
    );
    const main = files.find(({ path }) => path === 'main.bicep');
    const line = 1 + (main?.text.split('\n').indexOf('    name: names.daisy') ?? 0);
    const reason = main?.trace.find(({ from, to }) => from <= line && line <= to)?.reason;
    expect(reason).toMatchObject({ component: 'daisy', ids: ['FR-007', 'FR-101', 'SEC-008'] });
    const shared = made?.resources.find(({ symbol }) => symbol === 'storageAccounts');
    expect(shared?.components).toEqual(['amber', 'birch', 'cedar', 'daisy']);
    const textOf = (end: string): string => files.find(({ path }) => path.endsWith(end))?.text ?? '';
    expect(textOf('/tasks.md')).toContain('Declare Storage account daisy: `storageAccounts`');
    expect(textOf('/analysis.md')).toContain('- Critical Issues Count: 0');
    expect(textOf('docs/traceability.md')).toContain('Storage account cedar, Storage account daisy | All |');
  });

  it('are the same resources whether they share or not', () => {
    const shared = sharing(four).plan?.resources ?? [];
    const own = sharing(four, {}, apart).plan?.resources ?? [];
    const withoutOrder = (all: typeof own) => membersOf(all).map(({ dependsOn: _, ...one }) => one);
    expect(withoutOrder(shared)).toEqual(withoutOrder(own));
  });
});
