import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isResourceType, resourceTypes } from '../../../avm-catalog/azure/resource-types.ts';
import { modulesFolder } from '../../support/modules.ts';
import { resourcesIn, type Template } from './compiled-modules.ts';

const modules = modulesFolder();

it('has each type once, and those that components name', () => {
  expect(new Set(resourceTypes().map((one) => one.toLowerCase())).size).toBe(resourceTypes().length);
  for (const type of ['Microsoft.Compute/disks', 'Microsoft.Insights/diagnosticSettings', 'Microsoft.Web/sites/slots'])
    expect(resourceTypes()).toContain(type);
  expect(['microsoft.WEB/sites', 'Contoso.Unknown/things'].map(isResourceType)).toEqual([true, false]);
});

it.skipIf(modules === null)('has every type that a published module makes', () => {
  const found = readdirSync(modules ?? '', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('main.json'))
    .flatMap((path) => resourcesIn(JSON.parse(readFileSync(join(modules ?? '', path), 'utf8')) as Template))
    .map(({ type }) => type);
  expect(found.length).toBeGreaterThan(1000);
  expect([...new Set(found)].filter((type) => !isResourceType(type))).toEqual([]);
});
