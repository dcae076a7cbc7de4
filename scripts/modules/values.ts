import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Data } from '../../avm-catalog/kernel/component.ts';

const group = '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-shared/providers/';
const params = z.record(z.string(), z.record(z.string(), z.json()));

type Values = Readonly<Record<string, Readonly<Record<string, Data>>>>;

/** Parameters of the modules that have a test "Using only defaults", by module. */
export const readDefaults = (): Values => read('defaults.yaml');

/** Parameters that only a resource provider knows the type of, by module. */
export const readSchemas = (): Values => read('schemas.yaml');

function read(name: string): Values {
  const given = params.parse(parse(readFileSync(new URL(name, import.meta.url), 'utf8')));
  return Object.fromEntries(
    Object.entries(given).map(([module, values]) => [module, expanded(values) as Readonly<Record<string, Data>>]),
  );
}

/** `~/` is the resource group of what the tests take from elsewhere. */
function expanded(value: z.core.util.JSONType): Data {
  if (typeof value === 'string') return value.replace(/^~\//, group);
  if (Array.isArray(value)) return value.map(expanded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, expanded(one)]));
}
