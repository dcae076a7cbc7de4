import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sources } from './sources.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const further = ['test', 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path): [string, string] => {
      const file = `${folder}/${path.replaceAll('\\', '/')}`;
      return [file, readFileSync(join(root, file), 'utf8')];
    }),
);
const all = [...sources, ...further, ['plopfile.ts', readFileSync(join(root, 'plopfile.ts'), 'utf8')] as const];

/** What is imported of each file, by name; `*` where a file is taken whole. */
const imported = new Map<string, Set<string>>();
for (const [file, text] of all) {
  const add = (specifier: string, names: readonly string[]): void => {
    const target = normalize(join(dirname(file), specifier));
    imported.set(target, new Set([...(imported.get(target) ?? []), ...names]));
  };
  for (const [, list = '', specifier = ''] of text.matchAll(
    /(?:import|export) (?:type )?\{([^}]*)\} from '(\.[^']+)'/g,
  ))
    add(
      specifier,
      list.split(',').map((one) =>
        one
          .trim()
          .replace(/^type /, '')
          .replace(/ as .*/, ''),
      ),
    );
  for (const [, specifier = ''] of text.matchAll(/\* as \w+ from '(\.[^']+)'|import\('(\.[^']+)'\)/g))
    add(specifier, ['*']);
  for (const [, specifier = ''] of text.matchAll(/import\('(\.[^']+)'\)/g)) add(specifier, ['*']);
}

test('what is exported is imported somewhere', () => {
  const idle = [...sources].flatMap(([file, text]) => {
    const used = imported.get(file) ?? new Set();
    if (used.has('*')) return [];
    const names = [...text.matchAll(/^export (?:async )?(?:const|function|class|interface|type) (\w+)/gm)].map(
      ([, name = '']) => name,
    );
    return names.filter((name) => !used.has(name)).map((name) => `${file}: ${name}`);
  });
  expect(idle).toEqual([]);
});
