import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NotATemplate, extractInterface } from '../../../avm-catalog/modules/extract.ts';
import { formatInterface } from '../../../avm-catalog/modules/format.ts';
import { dataFolder, loadIndex, loadInterface } from '../../../avm-catalog/modules/load.ts';
import { modulesFolder } from '../../support/modules.ts';

const $schema = 'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#';
const folder = modulesFolder();

describe('extractInterface', () => {
  test('keeps facts and leaves prose', () => {
    const derived = { source: 'Microsoft.X/y@2025-01-01#properties/tags', output: true };
    const template = {
      $schema,
      definitions: {
        lockType: {
          type: 'object',
          properties: { kind: { type: 'string', nullable: true, allowedValues: ['None'] } },
          metadata: { '__bicep_export!': true },
        },
        eitherType: {
          type: 'object',
          discriminator: { propertyName: 'kind', mapping: { a: { $ref: '#/definitions/lockType' } } },
        },
      },
      parameters: {
        name: { type: 'string', maxLength: 24, metadata: { description: 'Required. Name.' } },
        password: { type: 'SecureString', defaultValue: '' },
        bag: { type: 'secureObject', nullable: true },
        zones: { type: 'array', prefixItems: [{ type: 'int', minValue: 1 }], items: false },
        tags: {
          type: 'object',
          additionalProperties: { type: 'string' },
          metadata: { '__bicep_resource_derived_type!': derived },
        },
        lock: { $ref: '#/definitions/lockType', nullable: true },
        any: {},
      },
      outputs: { ids: { type: 'array', items: { type: 'string' }, copy: { count: 2, input: '' }, condition: true } },
    };
    expect(extractInterface('avm/res/x/y', '1.0.0', template)).toEqual({
      module: 'avm/res/x/y',
      version: '1.0.0',
      scope: 'subscription',
      types: {
        lockType: {
          type: 'object',
          properties: { kind: { type: 'string', nullable: true, allowedValues: ['None'] } },
          exported: true,
        },
        eitherType: { type: 'object', discriminator: { property: 'kind', mapping: { a: { ref: 'lockType' } } } },
      },
      parameters: {
        name: { type: 'string', maxLength: 24 },
        password: { type: 'string', secure: true, hasDefault: true },
        bag: { type: 'object', secure: true, nullable: true },
        zones: { type: 'array', tuple: [{ type: 'int', minValue: 1 }] },
        tags: {
          type: 'object',
          additionalProperties: { type: 'string' },
          resourceDerived: derived.source,
          resourceDerivedOutput: true,
        },
        lock: { ref: 'lockType', nullable: true },
        any: {},
      },
      outputs: { ids: { type: 'array', items: { type: 'string' } } },
    });
  });

  test.each([[null], [[]], ['text'], [{}], [{ $schema: 'https://json-schema.org/draft-07/schema' }]])(
    '%j is not a template',
    (value) => {
      expect(() => extractInterface('m', '1.0.0', value)).toThrow(NotATemplate);
    },
  );
});

describe.skipIf(folder === null)('the data on disk', () => {
  test('is what the published modules say, for every one of them', () => {
    const modules = Object.entries(loadIndex());
    expect(modules.length).toBeGreaterThanOrEqual(543);
    for (const [module, { held }] of modules) {
      for (const version of held) {
        const template: unknown = JSON.parse(readFileSync(join(folder!, module, version, 'main.json'), 'utf8'));
        const iface = extractInterface(module, version, template);
        expect(loadInterface(module, version)).toEqual({ interface: iface });
        expect(readFileSync(join(dataFolder(), module, `${version}.json`), 'utf8')).toBe(formatInterface(iface));
      }
    }
  });
});
