import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { resourceTypes } from '../../../avm-catalog/azure/resource-types.ts';
import { modulesFolder } from '../../support/modules.ts';

const modules = modulesFolder();

it('has each type once, and those that components name', () => {
  expect(new Set(resourceTypes.map((one) => one.toLowerCase())).size).toBe(resourceTypes.length);
  for (const type of ['Microsoft.Compute/disks', 'Microsoft.Insights/diagnosticSettings', 'Microsoft.Web/sites/slots'])
    expect(resourceTypes).toContain(type);
});

it.skipIf(modules === null)('has every type that a published module makes', () => {
  const known = new Set(resourceTypes.map((one) => one.toLowerCase()));
  const found = readdirSync(modules ?? '', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('main.json'))
    .flatMap((path) => typesIn(readFileSync(join(modules ?? '', path), 'utf8')));
  expect(found.length).toBeGreaterThan(1000);
  expect([...new Set(found)].filter((type) => !known.has(type.toLowerCase()))).toEqual([]);
});

interface Template {
  readonly resources?: Readonly<Record<string, Made>> | readonly Made[];
}
interface Made {
  readonly type: string;
  readonly existing?: boolean;
  readonly properties?: { readonly template?: Template };
}

function typesIn(text: string): readonly string[] {
  const walk = ({ resources = [] }: Template): readonly string[] =>
    Object.values(resources).flatMap((one: Made) =>
      one.type === 'Microsoft.Resources/deployments'
        ? walk(one.properties?.template ?? {})
        : one.existing || !one.type.includes('/')
          ? []
          : [one.type],
    );
  return walk(JSON.parse(text) as Template);
}
