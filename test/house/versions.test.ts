import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { components } from '../../avm-catalog/components/index.ts';
import { blueprints } from '../../avm-catalog/blueprints/index.ts';
import { pinnedVersion } from '../../src/checks/bicep/version.ts';

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

it('gets for the tests the compiler that the product pins', () => {
  expect(read('scripts/get-bicep.sh')).toContain(`version=${pinnedVersion}\n`);
});

it('has each component in a blueprint', () => {
  const named = new Set(blueprints.flatMap((one) => one.components));
  expect(components.map((one) => one.name).filter((name) => !named.has(name))).toEqual([]);
});

it('names in each blueprint components that there are, in the order they are composed in', () => {
  const order = components.map((one) => one.name);
  for (const { components: named } of blueprints) expect(order.filter((name) => named.includes(name))).toEqual(named);
});
