import { describe, expect, it } from 'vitest';
import { picturesOf } from '../../src/files/picture/pictured.ts';
import { kindsOf, type Kindred } from '../../src/files/picture/kinds.ts';
import { membersOf } from '../../src/files/picture/members.ts';
import { sceneOf } from '../../src/files/picture/scene.ts';
import { Workspace } from '../../src/files/readme/sides.ts';
import { existing, group, made, module, plan, redis, site, sixty } from './many-components.ts';
import { expectSound } from './sound-picture.ts';

/** Lines of the Mermaid diagram. */
function linesOf(components: object): readonly string[] {
  const readme = made(components).files?.find(({ path }) => path === 'README.md')?.text ?? '';
  const [, diagram = ''] = /```mermaid\n([^]*?)```/.exec(readme) ?? [];
  return diagram.split('\n').map((one) => one.trim());
}

describe('edges of added modules', () => {
  it('lead to the workspace that the module is told to send its logs to', () => {
    expect(linesOf({ sessions: redis() })).toContain('network & sessionsModule -.->|"diagnostic settings"| logs');
    const own = [{ workspaceResourceId: `${group}/Microsoft.OperationalInsights/workspaces/other` }];
    const elsewhere = linesOf({ sessions: module('cache/redis', '0.18.0', { diagnosticSettings: own }) });
    expect(elsewhere).toContain('network -.->|"diagnostic settings"| logs');
    const byHand = [{ workspaceResourceId: { idOf: 'log-analytics' } }];
    expect(linesOf({ sessions: module('cache/redis', '0.18.0', { diagnosticSettings: byHand }) })).toContain(
      'sessionsModule -.->|"diagnostic settings"| logs',
    );
  });

  it('lead to what the module takes the ID of, and to what it uses', () => {
    const lines = linesOf({
      plan,
      files: { type: 'storage-account' },
      shop: site({ virtualNetworkSubnetResourceId: { idOf: 'virtual-network' } }, { uses: ['files'] }),
    });
    expect(lines).toContain('planResource["Existing plan asp-shared"]');
    expect(lines).toContain('shopModule -.->|"server farm"| planResource');
    expect(lines).toContain('shopModule -.->|"virtual network subnet"| network');
    expect(lines).toContain('shopModule -->|"uses"| filesStorage');
  });

  it('come from the vault of a secret, where it is a component', () => {
    const secret = { keyVault: `${group}/Microsoft.KeyVault/vaults/kv-hub`, secret: 'password' };
    const server = module('sql/server', '0.22.0', { administratorLogin: 'dba', administratorLoginPassword: secret });
    const vault = existing('microsoft.keyvault/vaults/KV-HUB');
    expect(linesOf({ vault, server })).toContain('vaultResource -.->|"secret, at deployment"| serverModule');
    expect(linesOf({ server }).filter((one) => one.includes('secret'))).toEqual([]);
  });

  it('are those of the component, whatever it is called', () => {
    for (const name of ['end', 'logs', 'network', 'group', 'storage']) {
      const lines = linesOf({ [name]: redis() });
      expect(lines.filter((one) => one.includes(`cache/redis ${name} `))).toHaveLength(1);
      expect(lines).toContain(`network & ${name}Module -.->|"diagnostic settings"| logs`);
      expect(lines).toContain(`${name}EndpointRedisCache -->|"Private Link"| ${name}Module`);
    }
  });
});

describe('pictures of sixty components', () => {
  const { components, plan: planned, spec, files = [] } = sixty();
  if (!planned) throw new Error('no plan');
  const workspace = new Workspace(planned, spec);
  const overviews = picturesOf(workspace);
  const textOf = (path: string): string => files.find((one) => one.path === path)?.text ?? '';
  const drawn = files.filter(({ path }) => path.endsWith('.svg'));

  it('are an overview of few boxes for each environment, in which nothing is in the way', () => {
    expect(Object.keys(components)).toHaveLength(60);
    expect(overviews.map(({ path }) => path)).toEqual(['docs/architecture.svg', 'docs/architecture.prod.svg']);
    for (const { scene, levels } of overviews) {
      expect(scene.nodes.length).toBeLessThan(25);
      for (const one of levels) expectSound(one.scene);
    }
    const titles = overviews.map(({ scene }) => scene.nodes.map(({ title }) => title));
    expect(titles[0]).toEqual(expect.arrayContaining(['Storage accounts: 20', 'Key vaults: 11', 'cache/redis: 10']));
    expect(titles[1]).toEqual(expect.arrayContaining(['Storage accounts: 25', 'Key vaults: 15', 'cache/redis: 10']));
  });

  it('tell what the components of a box have to do with others once, and of how many it is true', () => {
    const edges = overviews[0]?.scene.edges ?? [];
    const said = edges.flatMap(({ from, to, label }) => from.map((one) => `${one} ${label} ${to.join(' ')}`));
    expect(new Set(said).size).toBe(said.length);
    expect(said).toContain('kindKeyVaultsBeside Private Link kindKeyVaults');
    expect(said).toContain('kindCacheRedis uses, 1 of 10 kindStorageAccounts');
    expect(said).toContain('kindWebSite server farm, 1 of 4 kindExistingResources');
    expect(said).toContain('kindStorageAccounts diagnostic settings logs');
  });

  it('name every component, each in a picture of its environments', () => {
    const words = drawn.map(({ text }) => text).join('\n');
    for (const name of Object.keys(components)) expect(words).toMatch(new RegExp(`[> ]${name}<`));
    const accounts = textOf('docs/architecture/dev/storage-accounts.svg');
    expect(accounts).toContain('>store-1<');
    expect(accounts).not.toContain('>store-0<');
    expect(textOf('docs/architecture/prod/storage-accounts.svg')).toContain('>store-0<');
    expect(accounts.replaceAll(/<[^>]*>\s*/g, ' ')).toMatch(/from web\/site\s+shop: uses/);
    const scene = sceneOf(workspace.default, workspace);
    expectSound(membersOf({ title: 'Storage accounts', members: Object.keys(components).slice(0, 25) }, scene));
    expectSound(membersOf({ title: 'Existing resources', members: ['plan', 'hub-vault'] }, scene));
  });

  it('are linked from the README, and nothing else is', () => {
    const linked = [...textOf('README.md').matchAll(/\]\((docs\/architecture[^)]*)\)/g)].map(([, path = '']) => path);
    expect(linked.toSorted()).toEqual(drawn.map(({ path }) => path).toSorted());
  });

  it('have the requirements and answers of all that a box stands for', () => {
    const { nodes = [] } = overviews[0]?.scene ?? {};
    const caches = nodes.find(({ title }) => title === 'cache/redis: 10')?.reason;
    expect(caches?.answers).toEqual(Array.from({ length: 10 }, (_, index) => `components.cache-${index}.enabled`));
  });
});

describe('pictures of components by name', () => {
  const series = (count: number, of: (index: number) => object) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`part-${index}`, of(index)]));
  const titlesOf = (components: object): readonly string[] => {
    const { plan: planned, spec } = made(components);
    if (!planned) throw new Error('no plan');
    const scenes = picturesOf(new Workspace(planned, spec)).map(({ scene }) => scene);
    scenes.forEach(expectSound);
    return scenes[0]?.nodes.map(({ title }) => title) ?? [];
  };

  it('have a box for each of three, and one for four', () => {
    expect(titlesOf(series(3, () => ({ type: 'key-vault' })))).toContain('Key vault part-2');
    expect(titlesOf(series(4, () => ({ type: 'key-vault' })))).toContain('Key vaults: 4');
  });

  it('stay few where hardly two are of one kind', () => {
    const named = (kinds: readonly string[], count: number) =>
      kinds.flatMap((kind, at) =>
        Array.from({ length: count }, (_, index) => ({
          name: `m${at}-${index}`,
          kind,
          isOutside: kind === 'Existing resources',
        })),
      );
    const modules = ['cache/redis', 'network/a', 'network/b', 'network/c', 'sql/a', 'sql/b', 'web/a', 'web/b', 'web/c'];
    const titles = (all: readonly Kindred[]): readonly string[] =>
      kindsOf(all).map(({ title, members }) => `${title}: ${members.length}`);
    expect(titles(named(modules.slice(0, 4), 2))).toEqual([]);
    expect(titles(named(modules.slice(0, 5), 2))).toEqual(modules.slice(0, 5).map((one) => `${one}: 2`));
    expect(titles(named(modules, 2))).toEqual([
      'cache modules: 2',
      'network modules: 6',
      'sql modules: 4',
      'web modules: 6',
    ]);
    const scattered = Array.from({ length: 30 }, (_, index) => `provider${index}/part`);
    expect(titles(named([...scattered, 'Existing resources'], 1))).toEqual(['Other components: 30']);
  });
});
