import { empty } from '../../avm-catalog/blueprints/empty/blueprint.ts';
import type { Answers } from '../../src/answers/answers.ts';
import { startAnswers } from '../../src/answers/start.ts';
import { generate } from '../../src/files/generate.ts';
import { catalog } from '../plan/support.ts';

const start = startAnswers({ name: 'platform' }, empty);

/** What a workspace has however many components there are says nothing of how documents grow. */
const off = { enabled: false };
const ofAny = { deploymentScripts: off, githubActions: off, repository: off, psRule: off };

export function made(components: object, own: Readonly<Record<string, object>> = {}) {
  const environments = Object.fromEntries(
    Object.entries(start.environments).map(([name, one]) => [
      name,
      own[name] ? { ...one, components: own[name] } : one,
    ]),
  );
  const answers = { ...start, spec: { ...start.spec, ...ofAny }, components, environments } as Answers;
  const result = generate(answers, 'version: 1\n', catalog);
  const errors = result.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return result;
}

export const group = '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-hub/providers';
export const existing = (type: string) => ({ type: 'existing-resource', id: `${group}/${type}` });
export const module = (name: string, version: string, params: object = {}, more: object = {}) => ({
  type: 'avm-module',
  module: `avm/res/${name}`,
  version,
  params,
  ...more,
});
export const redis = (more: object = {}) => module('cache/redis', '0.18.0', {}, more);
export const site = (params: object, more: object = {}) =>
  module('web/site', '0.24.0', { kind: 'app', serverFarmResourceId: { idOf: 'plan' }, ...params }, more);
export const plan = existing('Microsoft.Web/serverfarms/asp-shared');

/** Twenty-five accounts, fifteen vaults, ten caches, and ten others; every fifth account and fourth vault is in prod alone. */
const many = (): Readonly<Record<string, object>> => {
  const series = (count: number, name: string, of: (index: number) => object) =>
    Array.from({ length: count }, (_, index) => [`${name}-${index}`, of(index)] as const);
  const bus = module('service-bus/namespace', '0.17.0', {
    skuObject: { name: 'Premium', capacity: 1 },
    roleAssignments: [],
  });
  return Object.fromEntries<object>([
    ...series(25, 'store', (index) => ({
      type: 'storage-account',
      enabled: index % 5 > 0,
      shares: index % 4 === 0 ? ['exports'] : [],
    })),
    ...series(15, 'vault', (index) => ({ type: 'key-vault', enabled: index % 4 > 0 })),
    ...series(10, 'cache', (index) => redis(index === 0 ? { uses: ['store-1', 'vault-1'] } : {})),
    ['plan', plan],
    ['hub-vault', existing('Microsoft.KeyVault/vaults/kv-hub')],
    ['hub-logs', existing('Microsoft.OperationalInsights/workspaces/log-hub')],
    ['hub-routes', existing('Microsoft.Network/routeTables/rt-hub')],
    ['shop', site({}, { uses: ['store-1', 'store-2', 'images'] })],
    ['portal', site({}, { uses: ['store-3', 'vault-2'] })],
    ['images', module('container-registry/registry', '0.12.1')],
    ['orders', bus],
    ['events', bus],
    ['settings', module('app-configuration/configuration-store', '0.10.0')],
  ]);
};

const inProdAlone = (components: Readonly<Record<string, object>>) =>
  Object.fromEntries(
    Object.entries(components).flatMap(([name, one]) =>
      'enabled' in one && one.enabled === false ? [[name, { enabled: true }]] : [],
    ),
  );

export function sixty() {
  const components = many();
  return { components, ...made(components, { prod: inProdAlone(components) }) };
}
