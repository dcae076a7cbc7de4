import { ownValue } from '../../src/bicep/own.ts';
import { resourceTypes } from './resource-types.ts';

/**
 * Resources that are settings of others: no module makes them, but the module of what they are on has a parameter for them.
 */
const parameters: readonly (readonly [type: string, parameter: string])[] = [
  ['Microsoft.Authorization/locks', 'lock'],
  ['Microsoft.Authorization/roleAssignments', 'roleAssignments'],
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

/** Parts of types that their modules spell in another way than the rule below says. */
const irregular: Readonly<Record<string, string>> = {
  'microsoft.dbformysql': 'Microsoft.DbForMySql',
  'microsoft.dbforpostgresql': 'Microsoft.DbForPostgreSql',
  elasticsans: 'elasticSan',
  linkedservices: 'linkedService',
  p2svpngateways: 'p2sVpnGateway',
};

/** `avm/res/network/nat-gateway` for `Microsoft.Network/natGateways`: modules are named by the type, in the singular. */
export function modulePathOf(type: string): string {
  const [provider = '', ...kinds] = type.split('/').map((part) => ownValue(irregular, part.toLowerCase()) ?? part);
  return ['avm/res', kebab(provider.replace(/^Microsoft\./i, '')), ...kinds.map((one) => singular(kebab(one)))].join(
    '/',
  );
}

/** The ARM type that a module is named by; nothing for a pattern, or a type that no module of the catalog makes. */
export function armTypeOf(module: string): string | undefined {
  types ??= new Map(resourceTypes.map((type) => [modulePathOf(type), type]));
  return types.get(module);
}

let types: ReadonlyMap<string, string> | undefined;

/** `Microsoft.Network` for `avm/res/network/nat-gateway`; nothing where the catalog knows no type of that provider. */
export function providerOf(module: string): string | undefined {
  providers ??= new Map(
    Array.from(new Set(resourceTypes.map((type) => type.slice(0, type.indexOf('/')))), (provider) => [
      modulePathOf(provider).replace('avm/res/', ''),
      provider,
    ]),
  );
  return providers.get(module.replace(/^avm\/res\//, '').split('/')[0] ?? '');
}

/** By the first part of the modules' paths; made when it is first asked for, since there are many types. */
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
    .replace(/(?<!s|^redi)s$/, '');
}
