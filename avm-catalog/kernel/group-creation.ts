import type { Tag } from './workspace.ts';

/** How a resource group is created: with words for `--tags`, or, where az would misread one of them, with a request. */
interface GroupCreation {
  readonly words: readonly string[];
  readonly request: { readonly url: string; readonly body: string } | null;
}

/** Azure-cli 2.45 and later; `{subscriptionId}` is filled in by `az rest`. */
export const groupUrl = (name: string): string =>
  `https://management.azure.com/subscriptions/{subscriptionId}/resourcegroups/${name}?api-version=2021-04-01`;

export function groupCreation(name: string, location: string, tags: readonly Tag[]): GroupCreation {
  if (tags.every(isWord)) return { words: tags.map((tag) => `${tag.name}=${tag.value}`), request: null };
  return { words: [], request: { url: groupUrl(name), body: groupBody(location, tags) } };
}

/** What the request sends; with no `@`, after which az would look for a file. */
export function groupBody(location: string, tags: readonly Tag[]): string {
  const body = { location, tags: Object.fromEntries(tags.map((tag) => [tag.name, tag.value])) };
  return JSON.stringify(body).replaceAll('@', '\\u0040');
}

/**
 * Whether az takes `name=value` for that tag. It splits a word at its first `=`, takes one that begins with `-` for an
 * option, and reads a file where `@` begins a word or follows its first `=` (azure-cli: azure/cli/core/commands/__init__.py,
 * _expand_file_prefixed_files; validators.py, validate_tag).
 */
export function isWord({ name, value }: Tag): boolean {
  return !/^[-@]|=/.test(name) && !value.startsWith('@');
}
