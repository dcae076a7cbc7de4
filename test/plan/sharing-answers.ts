import { empty } from '../../avm-catalog/blueprints/empty/blueprint.ts';
import type { Answers } from '../../src/answers/answers.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { generate, type Generated } from '../../src/files/generate.ts';
import { catalog } from './support.ts';

type Tree = Readonly<Record<string, unknown>>;
type Components = Readonly<Record<string, Tree>>;

/** More than any test has. */
export const apart = 1000;

/** A workspace with named components and little else, in dev and prod; `prod` is what differs there. */
export function sharing(components: Components, prod: Components = {}, from?: number): Generated {
  return generate(answersOf(components, prod), 'version: 1\n', catalog, from);
}

function answersOf(components: Components, prod: Components): Answers {
  const start = startAnswers({ name: 'platform' }, empty);
  const named = Object.keys(components).filter((name) => components[name]?.['type'] !== 'existing-resource');
  const { dev, prod: production } = start.environments as { dev: Tree; prod: Tree };
  return {
    ...start,
    components: components as NonNullable<Answers['components']>,
    environments: { dev, prod: { ...production, components: prod } },
    requirements: {
      functional: { 'FR-101': { statement: 'All of it MUST be there.', satisfiedBy: { components: named } } },
    },
  };
}

export const account = (more: Tree = {}): Tree => ({ type: 'storage-account', ...more });
export const vault = (more: Tree = {}): Tree => ({ type: 'key-vault', ...more });
export const module = (path: string, version: string, params: Tree = {}, more: Tree = {}): Tree => ({
  type: 'avm-module',
  module: `avm/res/${path}`,
  version,
  params,
  ...more,
});
export const redis = (params: Tree = {}, more: Tree = {}): Tree => module('cache/redis', '0.18.0', params, more);
export const site = (params: Tree = {}, more: Tree = {}): Tree =>
  module('web/site', '0.24.0', { kind: 'app', serverFarmResourceId: { idOf: 'plan' }, ...params }, more);
export const plan: Tree = {
  type: 'existing-resource',
  id: '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-hub/providers/Microsoft.Web/serverfarms/asp',
};
