import { empty } from '../../avm-catalog/blueprints/empty/blueprint.ts';
import type { Answers } from '../../src/answers/answers.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { generate, type Generated } from '../../src/files/generate.ts';
import { catalog, merge } from './support.ts';

const start = startAnswers({ name: 'platform' }, empty);
const hub = '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-hub/providers';

const common = {
  files: { type: 'storage-account' },
  'audit-vault': { type: 'key-vault' },
  farm: { type: 'existing-resource', id: `${hub}/Microsoft.Web/serverfarms/asp` },
  apps: { type: 'existing-resource', id: `${hub}/Microsoft.App/managedEnvironments/cae` },
};
const uses = ['files', 'audit-vault'];

/** A workspace in which `shop` uses an account and a vault; `prod` is what differs there, `more` are further components. */
export function shopOf(component: object, prod: object = {}, more: object = {}): Generated {
  const environments = merge(start.environments, { prod: { components: { shop: prod } } });
  const components = { ...common, ...more, shop: { type: 'avm-module', uses, ...component } };
  return generate({ ...start, components, environments } as unknown as Answers, 'version: 1\n', catalog);
}

export const site = (params: object = {}) => ({
  module: 'avm/res/web/site',
  version: '0.24.0',
  params: { kind: 'functionapp,linux', serverFarmResourceId: { idOf: 'farm' }, ...params },
});
export const image = { name: 'web', image: 'example.azurecr.io/web:1' };
export const app = (containers: readonly object[]) => ({
  module: 'avm/res/app/container-app',
  version: '0.23.0',
  params: { environmentResourceId: { idOf: 'apps' }, containers },
});
