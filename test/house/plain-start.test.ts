import { expect, it } from 'vitest';
import { bundleStart } from '../../scripts/bundle.ts';

const start = 'src/cli/create-plain.ts';
const packaged = /node_modules\/((?:@[^/]+\/)?[^/]+)/;

it('a run with nothing to ask and nothing to parse loads no library but the runtime of templates and that of versions', async () => {
  const [plain] = await bundleStart();
  const inputs = plain?.metafile.inputs ?? {};
  const loaded = new Set([start]);
  const libraries: string[] = [];
  for (const file of loaded)
    for (const { path, kind, external } of inputs[file]?.imports ?? []) {
      if (kind === 'dynamic-import' || external === true) continue;
      loaded.add(path);
      const [, name] = packaged.exec(path) ?? [];
      if (name !== undefined && !packaged.test(file)) libraries.push(`${name} for ${file}`);
    }
  expect(loaded).toContain('src/files/generate.ts');
  expect([...new Set(libraries)].toSorted()).toEqual([
    'handlebars for src/files/render.ts',
    'semver for avm-catalog/modules/added.ts',
    'semver for avm-catalog/modules/load.ts',
  ]);
});
