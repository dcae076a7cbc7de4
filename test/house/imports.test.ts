import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { sources } from './sources.ts';

/** What each file imports, in whatever way: for types alone, and when it is first needed, too. */
const imports = new Map(
  [...sources].map(([path, text]) => [
    path,
    [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, specifier = '']) =>
      normalize(join(dirname(path), specifier)),
    ),
  ]),
);

/** Files that can reach themselves. */
function circles(): readonly string[] {
  const reach = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const waiting = [...(imports.get(from) ?? [])];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(...(imports.get(next) ?? []));
    }
    return seen;
  };
  return [...imports.keys()].filter((file) => reach(file).has(file));
}

test('no file imports itself by way of others', () => {
  expect(imports.size).toBeGreaterThan(300);
  expect(circles()).toEqual([]);
});
