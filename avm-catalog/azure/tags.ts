import { ownValue } from '../../src/bicep/own.ts';

interface TagLimits {
  readonly count: number;
  readonly nameLength: number;
  readonly valueLength: number;
}

const usual: TagLimits = { count: 50, nameLength: 512, valueLength: 256 };
const few: TagLimits = { ...usual, count: 15 };
/**
 * Sources: azure-docs azure-resource-manager/management/tag-resources.md, "Limitations" (15 tags: Automation, private DNS
 * zones and their links; azure-rest-api-specs#13600); key-vault/keys/about-keys.md and secrets/about-secrets.md, "tags".
 */
const special: ReadonlyMap<string, TagLimits> = new Map([
  ['microsoft.storage/storageaccounts', { ...usual, nameLength: 128 }],
  ['microsoft.automation/automationaccounts', few],
  ['microsoft.cdn/profiles', few],
  ['microsoft.network/dnszones', few],
  ['microsoft.network/privatednszones', few],
  ['microsoft.network/privatednszones/virtualnetworklinks', few],
  ['microsoft.keyvault/vaults/keys', { ...few, nameLength: 256 }],
  ['microsoft.keyvault/vaults/secrets', { ...few, nameLength: 256 }],
]);

/** Types with limits of their own that a module makes and tags; some only where it is given a parameter. */
const limitedByModule: Readonly<Record<string, readonly { readonly type: string; readonly parameter?: string }[]>> = {
  'avm/res/key-vault/vault': [
    { type: 'Microsoft.KeyVault/vaults/keys', parameter: 'keys' },
    { type: 'Microsoft.KeyVault/vaults/secrets', parameter: 'secrets' },
  ],
  'avm/res/network/private-dns-zone': [
    { type: 'Microsoft.Network/privateDnsZones' },
    { type: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks', parameter: 'virtualNetworkLinks' },
  ],
  'avm/res/storage/storage-account': [{ type: 'Microsoft.Storage/storageAccounts' }],
};

/** Of the types that a module makes those with limits of their own, given the parameters it gets. */
export function limitedTypes(module: string, parameters: readonly string[]): readonly string[] {
  return (ownValue(limitedByModule, module) ?? []).flatMap(({ type, parameter }) =>
    parameter === undefined || parameters.includes(parameter) ? [type] : [],
  );
}

/** A tag goes to all resources alike, so the strictest length of a name is what counts for a workspace. */
export const strictestTagNameLength = 128;

const banned = /[<>%&\\?/]/g;

/** Source: azure-rest-api-specs Microsoft.Resources, Tags_CreateOrUpdate; groups are refused them too (vscode-azureresourcegroups#1164). */
const reservedPrefixes = ['microsoft', 'azure', 'windows'];

type TagProblem =
  | { readonly kind: 'empty-name' }
  | { readonly kind: 'name-too-long'; readonly length: number; readonly max: number }
  | { readonly kind: 'value-too-long'; readonly length: number; readonly max: number }
  | { readonly kind: 'characters'; readonly characters: readonly string[] }
  | { readonly kind: 'reserved'; readonly prefix: string };

/** Without a type those that most types have. */
export function tagLimits(type?: string): TagLimits {
  return special.get(type?.toLowerCase() ?? '') ?? usual;
}

/** Values may hold any character, names may not. With a type, its own limits hold. */
export function tagProblem(name: string, value: string, type?: string): TagProblem | undefined {
  const limits = tagLimits(type);
  if (name === '') return { kind: 'empty-name' };
  if (name.length > limits.nameLength) return { kind: 'name-too-long', length: name.length, max: limits.nameLength };
  const characters = [...new Set(name.match(banned) ?? [])];
  if (characters.length > 0) return { kind: 'characters', characters };
  const prefix = reservedPrefixes.find((it) => name.toLowerCase().startsWith(it));
  if (prefix !== undefined) return { kind: 'reserved', prefix };
  if (value.length > limits.valueLength)
    return { kind: 'value-too-long', length: value.length, max: limits.valueLength };
  return undefined;
}
