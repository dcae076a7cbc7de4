import { beforeAll, describe, expect, it, vi } from 'vitest';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCatalog } from '../../avm-catalog/modules/catalog.ts';
import { compileWorkspace } from '../../src/checks/compile.ts';
import { expectResources } from '../../src/checks/expect.ts';
import type { PredictedResource } from '../../src/checks/snapshot.ts';
import { withModules } from '../../src/checks/with-modules.ts';
import { buildWorkspace } from '../../src/cli/shared/workspace.ts';
import { avm, dataOf, workspace } from '../cli/run.ts';
import { bicepPath } from '../support/bicep.ts';
import { modulesFolder } from '../support/modules.ts';
import { isMissing } from '../support/tools.ts';
import { deployment, group, idOf, property } from './results.ts';

const modules = modulesFolder();
const missing = modules === null || isMissing('bicep');

interface Told {
  readonly changes: string;
  readonly notAttributed: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly resources: readonly {
    readonly type: string;
    readonly verdict: string;
    readonly components: readonly string[];
    readonly module: string | null;
    readonly ids: readonly string[];
  }[];
  readonly notKnown: readonly { readonly why: string; readonly decides: boolean }[];
}

describe.skipIf(missing)('a result of the default workspace, with the real compiler and modules', () => {
  let cwd = '';
  let predicted: readonly PredictedResource[] = [];

  beforeAll(async () => {
    vi.stubEnv('BICEP_PATH', bicepPath());
    vi.stubEnv('AVM_MODULES_DIR', modules ?? '');
    const made = await workspace();
    cwd = made.cwd;
    const catalog = loadCatalog();
    const { spec, plan } = await buildWorkspace(await made.file('avm.yaml'), catalog, { root: cwd });
    const request = { root: cwd, spec, plan, catalog, environment: 'prod' };
    const [, , subscriptionId = '', , resourceGroup = ''] = group.split('/');
    const found = await expectResources({ ...request, scope: { subscriptionId, resourceGroup } });
    predicted = 'placement' in found ? found.placement.placed.map(({ resource }) => resource) : [];
    const environments = [{ name: 'prod', parametersFile: 'main.prod.bicepparam' }];
    const compiled = await withModules(request, ({ session, root }) =>
      compileWorkspace(session, root, { environments }),
    );
    await writeFile(join(cwd, 'template.json'), compiled.result?.compiledTemplate ?? '');
    await writeFile(join(cwd, 'parameters.json'), compiled.result?.parameters.get('prod') ?? '');
    return () => vi.unstubAllEnvs();
  });

  /** As Azure would tell it: role assignments by their GUIDs. */
  const idIn = ({ id, type }: PredictedResource, index: number): string => {
    if (!id.startsWith('[')) return id;
    const [, scope = ''] = /^\[extensionResourceId\('([^']+)'/.exec(id) ?? [];
    return `${scope}/providers/${type}/00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  };

  async function told(changeOf: (one: PredictedResource) => object, rest: readonly object[] = [], ...argv: string[]) {
    const changes = predicted.map((one, index) => ({ resourceId: idIn(one, index), ...changeOf(one) }));
    await writeFile(join(cwd, 'what-if.json'), JSON.stringify(deployment([...changes, ...rest])));
    const ran = await avm({ cwd }, 'whatif', 'what-if.json', '--env', 'prod', '--json', ...argv);
    expect(ran.code, ran.err).toBe(0);
    return dataOf<Told & Readonly<Record<string, unknown>>>(ran);
  }

  const compiled = ['--template', 'template.json', '--parameters', 'parameters.json'];

  it.each([[[]], [compiled]])(
    'is without changes if each resource is, in spite of what is outside (%j)',
    async (argv) => {
      const outside = { resourceId: idOf('Microsoft.Compute/disks', 'os-disk'), changeType: 'Ignore' };
      const result = await told(() => ({ changeType: 'NoChange' }), [outside], ...argv);
      expect(predicted.length).toBeGreaterThan(100);
      expect(result).toMatchObject({
        changes: 'no',
        notAttributed: null,
        notKnown: [{ why: 'outside', decides: false }],
      });
      expect(result.counts).toMatchObject({ unchanged: predicted.length, outside: 1, notKnown: 0 });
    },
  );

  it('has each created resource below its component, its module, and what it is for', async () => {
    const { resources } = await told((one) => ({ changeType: 'Create', after: one }), [], ...compiled);
    expect(resources).toHaveLength(predicted.length);
    for (const one of resources) {
      expect(one.components, one.type).not.toEqual([]);
      expect(one.module, one.type).toMatch(/^(br\/public:avm\/|Microsoft\.)/);
      expect(one.ids, one.type).not.toEqual([]);
    }
  });

  it('has noise, which the real template doesn’t set', async () => {
    const noisy = (one: PredictedResource): object =>
      one.type === 'Microsoft.Network/natGateways'
        ? {
            changeType: 'Modify',
            delta: [
              property('properties.scope', 'Delete', { before: 'Public' }),
              property('sku.tier', 'Delete', { before: 'Regional' }),
            ],
          }
        : { changeType: 'NoChange' };
    expect(await told(noisy, [], ...compiled)).toMatchObject({ changes: 'no', counts: { noise: 1 } });
  });

  it('is not known if a resource is left out, and changed if one is deleted', async () => {
    const [first, ...others] = predicted;
    const all = predicted;
    predicted = others;
    try {
      expect(await told(() => ({ changeType: 'NoChange' }), [], ...compiled)).toMatchObject({
        changes: 'unknown',
        notKnown: [{ why: 'missing' }],
      });
    } finally {
      predicted = all;
    }
    const gone = (one: PredictedResource): object => ({ changeType: one === first ? 'Delete' : 'NoChange' });
    expect(await told(gone, [], ...compiled)).toMatchObject({ changes: 'yes', counts: { delete: 1 } });
  });

  it('needs no modules with the compiled template, and says why nothing is attributed without a compiler', async () => {
    vi.stubEnv('AVM_MODULES_DIR', '/nowhere');
    expect(await told(() => ({ changeType: 'NoChange' }), [], ...compiled)).toMatchObject({ notAttributed: null });
    vi.stubEnv('AVM_MODULES_DIR', modules ?? '');
    vi.stubEnv('BICEP_PATH', '/nowhere/bicep');
    vi.stubEnv('PATH', '/nowhere');
    vi.stubEnv('HOME', '/nowhere');
    const without = await told(() => ({ changeType: 'NoChange' }), [], ...compiled);
    expect(without.notAttributed).toMatch(/Bicep/);
  });
});
