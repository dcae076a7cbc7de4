import { empty } from '../../avm-catalog/blueprints/empty/blueprint.ts';
import type { Data } from '../../avm-catalog/kernel/component.ts';
import { loadCatalog } from '../../avm-catalog/modules/catalog.ts';
import { latestVersion } from '../../avm-catalog/modules/load.ts';
import type { Answers } from '../../src/answers/answers.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { readDefaults, readSchemas } from './values.ts';
import { requiredParams, requiredSecrets } from './required.ts';

export const catalog = loadCatalog();
const defaults = readDefaults();
const schemas = readSchemas();
const start = startAnswers({ name: 'demo' }, empty);

/** A module of the catalog with a value for each parameter that it needs. */
export interface Sample {
  readonly module: string;
  /** Values of the test "Using only defaults" of the module, or made from the types of its parameters. */
  readonly from: 'defaults' | 'types';
  readonly params: Readonly<Record<string, Data>>;
}

export function sampleOf(module: string): Sample {
  const iface = catalog.interface(module, latestVersion(module) ?? '');
  const given = defaults[module];
  return given === undefined
    ? { module, from: 'types', params: { ...requiredParams(iface), ...schemas[module] } }
    : { module, from: 'defaults', params: { ...requiredSecrets(iface), ...given } };
}

/** Answers of a workspace that has these modules, each called by its place. */
export function answersFor(samples: readonly Sample[]): Answers {
  const components = Object.fromEntries(
    samples.map(({ module, params }, index) => [
      nameOf(index),
      { type: 'avm-module', module, version: latestVersion(module) ?? '', params },
    ]),
  );
  return { ...start, components, environments: { dev: start.environments['dev'] ?? {} } };
}

export function nameOf(index: number): string {
  return `m${String(index).padStart(3, '0')}`;
}
