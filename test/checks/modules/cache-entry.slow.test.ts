import { spawnSync } from 'node:child_process';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { writeCacheEntry } from '../../../src/checks/modules/cache-entry.ts';
import { stubTemplate } from '../../../src/checks/modules/interface-stub.ts';
import { bicepPath } from '../../support/bicep.ts';
import { isMissing } from '../../support/tools.ts';

test.skipIf(isMissing('bicep'))('Bicep takes a module of a registry with a port from the cache', async () => {
  await using fixture = await createFixture({
    'main.bicep': "module m 'br/public:avm/res/x/y:1.0.0' = { params: { name: 1 } }\n",
  });
  const config = {
    cacheRootDirectory: fixture.getPath('cache'),
    experimentalFeaturesEnabled: { ociEnabled: true },
    moduleAliases: { br: { public: { registry: 'localhost:5000', modulePath: 'bicep' } } },
  };
  await fixture.writeFile('bicepconfig.json', JSON.stringify(config));
  const stub = stubTemplate({
    module: 'avm/res/x/y',
    version: '1.0.0',
    types: {},
    parameters: { name: { type: 'string' } },
    outputs: {},
  });
  writeCacheEntry(
    fixture.getPath('cache'),
    { registry: 'localhost:5000', path: 'bicep/avm/res/x/y' },
    '1.0.0',
    JSON.stringify(stub),
  );
  const run = spawnSync(bicepPath(), ['build', '--no-restore', '--stdout', 'main.bicep'], {
    cwd: fixture.path,
    encoding: 'utf8',
    env: { ...process.env, BICEP_TRUSTED_REGISTRIES: 'localhost' },
  });
  expect(run.stderr).toContain('expected a value of type "string"');
  expect(run.stderr).not.toContain('BCP190');
});
