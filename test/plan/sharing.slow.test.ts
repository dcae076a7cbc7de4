import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { describe, expect, it } from 'vitest';
import { openCompiler } from '../../src/checks/bicep/open.ts';
import { checkWorkspace } from '../../src/checks/check.ts';
import { modulesOf } from '../../src/checks/with-modules.ts';
import { prepareModules } from '../../src/checks/modules/prepare.ts';
import { publicRegistry } from '../../src/checks/modules/source.ts';
import type { Generated } from '../../src/files/generate.ts';
import { bicepPath } from '../support/bicep.ts';
import { modulesFolder } from '../support/modules.ts';
import { isMissing } from '../support/tools.ts';
import { account, apart, plan, redis, sharing, site, vault } from './sharing-answers.ts';
import { catalog } from './support.ts';

const modules = modulesFolder();

const components = {
  archive: account({ accessTier: 'Cool' }),
  audit: account({ accessTier: 'Cool', containers: ['trail'] }),
  billing: account({ containers: ['invoices'] }),
  campaigns: account({ enabled: false }),
  exports: account({ redundancy: 'LRS' }),
  images: account({ containers: ['originals', 'thumbnails'] }),
  logs: account({ softDeleteDays: 7 }),
  media: account({ shares: ['raw'] }),
  orders: account({ redundancy: 'GZRS' }),
  reports: account(),
  staging: account({ enabled: false }),
  uploads: account(),
  'partner-a': vault(),
  'partner-b': vault({ softDeleteDays: 30 }),
  'partner-c': vault({ enabled: false }),
  'partner-d': vault({ sku: 'premium' }),
  'partner-e': vault(),
  baskets: redis({ skuName: 'Standard' }),
  prices: redis(),
  quotes: redis({ redisConfiguration: { 'maxmemory-policy': 'allkeys-lru' } }),
  sessions: redis(),
  stock: redis({ capacity: 2 }),
  tokens: redis({}, { enabled: false }),
  plan,
  office: site({}, { enabled: false, uses: ['orders', 'reports'] }),
  shop: site({}, { uses: ['images', 'orders', 'partner-a'] }),
};
const prod = {
  campaigns: { enabled: true },
  exports: { redundancy: 'ZRS' },
  'partner-c': { enabled: true },
  staging: { enabled: true },
  tokens: { enabled: true },
  office: { enabled: true },
  sessions: { params: { skuName: 'Premium' } },
};

async function checked({ plan: made, spec, files = [], findings }: Generated) {
  if (!made || !modules) throw new Error(JSON.stringify(findings));
  await using folder = await createFixture();
  for (const file of files) {
    mkdirSync(dirname(join(folder.path, file.path)), { recursive: true });
    writeFileSync(join(folder.path, file.path), file.text);
  }
  const root = folder.path.replace(/\/$/, '');
  const { environments } = made;
  return await checkWorkspace({ root, spec, plan: made, catalog, environments, depth: 'snapshot', modules });
}

async function formatted({ plan: made, files = [] }: Generated): Promise<string> {
  if (!made || !modules) throw new Error('no plan');
  const text = files.find(({ path }) => path === 'main.bicep')?.text ?? '';
  await using folder = await createFixture({ 'main.bicep': text });
  const root = folder.path.replace(/\/$/, '');
  const prepared = await prepareModules(
    { kind: 'folder', folder: modules },
    { root, modules: modulesOf(made), registry: publicRegistry, bicep: bicepPath() },
  );
  const { session } = await openCompiler({ environment: prepared.environment });
  const result = await session.format(join(root, 'main.bicep'));
  await session.close();
  await prepared.dispose();
  return result;
}

describe.skipIf(modules === null || isMissing('bicep'))('named components that share a declaration', () => {
  const shared = sharing(components, prod);

  it('deploy what they deploy by themselves, by a template that is less than half as large', async () => {
    const one = await checked(shared);
    const own = await checked(sharing(components, prod, apart));
    expect(one.snapshots.map(({ environment }) => environment)).toEqual(['dev', 'prod']);
    const sorted = ({ snapshots }: typeof one) =>
      snapshots.map(({ resources }) => resources.map((each) => JSON.stringify(each)).toSorted());
    expect(sorted(one)).toEqual(sorted(own));
    // Limits are what sharing is for; else both are told the same, and nothing of the compiler is among it.
    const told = ({ findings }: typeof one) =>
      findings.flatMap(({ code, where: { resource }, args }) =>
        code.startsWith('limits/') ? [] : [{ code, resource, args }],
      );
    expect(told(one)).toEqual(told(own));
    expect(told(one)).toEqual([]);
    const size = ({ limits }: typeof one) => limits.find(({ limit }) => limit === 'template-size')?.used ?? Number.NaN;
    expect(size(own)).toBeGreaterThan(4 * 1024 * 1024);
    expect(size(one)).toBeLessThan(2 * 1024 * 1024);
    const calls = ({ limits }: typeof one) => limits.find(({ limit }) => limit === 'what-if')?.used;
    expect(calls(one)).toBe(calls(own));
  });

  it('are left as they are by bicep format', async () => {
    expect(await formatted(shared)).toBe(shared.files?.find(({ path }) => path === 'main.bicep')?.text);
  });
});
