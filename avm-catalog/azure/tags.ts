export interface TagLimits {
  readonly count: number;
  readonly nameLength: number;
  readonly valueLength: number;
}

const usual: TagLimits = { count: 50, nameLength: 512, valueLength: 256 };
const special: ReadonlyMap<string, TagLimits> = new Map([
  ['microsoft.storage/storageaccounts', { ...usual, nameLength: 128 }],
  ['microsoft.automation/automationaccounts', { ...usual, count: 15 }],
]);

/** A tag goes to all resources alike, so the strictest length of a name is what counts for a workspace. */
export const strictestTagNameLength = 128;

const banned = /[<>%&\\?/]/g;

export type TagProblem =
  | { readonly kind: 'empty-name' }
  | { readonly kind: 'name-too-long'; readonly length: number; readonly max: number }
  | { readonly kind: 'value-too-long'; readonly length: number; readonly max: number }
  | { readonly kind: 'characters'; readonly characters: readonly string[] };

/** Source: azure-docs azure-resource-manager/management/tag-resources.md. */
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
  if (value.length > limits.valueLength)
    return { kind: 'value-too-long', length: value.length, max: limits.valueLength };
  return undefined;
}
