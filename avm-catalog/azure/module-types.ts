import { resourceTypes } from './resource-types.ts';

/**
 * Resources that are settings of others: no module makes them, but the module of what they are on has a parameter for them.
 */
const parameters: readonly (readonly [type: string, parameter: string])[] = [
  ['Microsoft.Authorization/locks', 'lock'],
  ['Microsoft.Authorization/roleAssignments', 'roleAssignments'],
  ['Microsoft.DevTestLab/schedules', 'autoShutdownConfig'],
  ['Microsoft.Insights/diagnosticSettings', 'diagnosticSettings'],
  ['Microsoft.Network/privateEndpoints/privateDnsZoneGroups', 'privateEndpoints'],
];

export function parameterFor(type: string): string | undefined {
  return parameters.find(([one]) => one.toLowerCase() === type.toLowerCase())?.[1];
}

/** Providers of what a module makes beside its own resource where these of its parameters are given. */
export function providersOfParameters(names: readonly string[]): string[] {
  return parameters.flatMap(([type, name]) => (names.includes(name) ? type.slice(0, type.indexOf('/')) : []));
}

/** `avm/res/network/nat-gateway` for `Microsoft.Network/natGateways`: modules are named by the type, in the singular. */
export function modulePathOf(type: string): string {
  const [provider = '', ...kinds] = type.split('/');
  return [
    'avm/res',
    folderOf(provider),
    ...kinds.map((one) => spelling().get(one.toLowerCase()) ?? singular(kebab(one))),
  ].join('/');
}

/** Words that modules spell in another way than the type, or that are no plurals. Source: index.json of the published modules. */
const spelled = {
  backupconfig: 'backup-config',
  caches: 'cache',
  dbformysql: 'db-for-my-sql',
  dbforpostgresql: 'db-for-postgre-sql',
  diagnostics: 'diagnostics',
  ds: 'ds',
  linkedservices: 'linked-service',
  ns: 'ns',
  elasticsans: 'elastic-san',
  p2svpngateways: 'p2s-vpn-gateway',
  powershell72modules: 'powershell72-module',
  redis: 'redis',
  volumegroups: 'volume-group',
};

function spelling(): ReadonlyMap<string, string> {
  words ??= new Map(Object.entries(spelled));
  return words;
}

let words: ReadonlyMap<string, string> | undefined;

function folderOf(provider: string): string {
  const name = provider.replace(/^Microsoft\./i, '');
  return spelling().get(name.toLowerCase()) ?? kebab(name);
}

/** The ARM type that a module is named by; nothing for a pattern, or a type that no module of the catalog makes. */
export function armTypeOf(module: string): string | undefined {
  types ??= new Map(resourceTypes().map((type) => [modulePathOf(type), type]));
  return types.get(module);
}

/** `Microsoft.Network` for `avm/res/network/nat-gateway`; nothing where the catalog knows no type of that provider. */
export function providerOf(module: string): string | undefined {
  providers ??= new Map(
    Array.from(new Set(resourceTypes().map((type) => type.slice(0, type.indexOf('/')))), (provider) => [
      folderOf(provider),
      provider,
    ]),
  );
  return providers.get(module.replace(/^avm\/res\//, '').split('/')[0] ?? '');
}

/** By the modules' paths, and by their first parts; made when first asked for, since there are many types. */
let types: ReadonlyMap<string, string> | undefined;
let providers: ReadonlyMap<string, string> | undefined;

function kebab(name: string): string {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

function singular(word: string): string {
  return word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/(?<!s)s$/, '');
}
