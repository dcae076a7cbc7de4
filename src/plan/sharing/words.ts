/** Words that mean something else in an expression of Bicep; test/bicep/words.test.ts has what may be a name. */
const known = 'deployment environment item param resource subscription tenant true false null'.split(' ');
/** Variables that a plan may have beside those of components. */
export const coreVariables: readonly string[] =
  'names ids roleIds workload prefix suffix unique regionCodes environmentCodes'.split(' ');

/** `cacheRedis` for avm/res/cache/redis; a group that the last part repeats is left out. */
export function wordFor(module: string): string {
  const [last = '', group = ''] = module.split('/').toReversed();
  const words = last.startsWith(group) ? last : group.endsWith(`-${last}`) ? group : `${group}-${last}`;
  return words.replace(/-+([a-z0-9])/g, (_, one: string) => one.toUpperCase());
}

export function plural(word: string): string {
  if (/(ss|x|ch|sh)$/.test(word)) return `${word}es`;
  if (word.endsWith('s')) return word;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** The last word, as the name of one in a loop: `redis` of `cacheRedis`. */
export function lastWord(word: string): string {
  const last = (/[A-Z]?[a-z0-9]*$/.exec(word)?.[0] ?? '').toLowerCase();
  return last === '' || known.includes(last) ? 'one' : last;
}

/** A name that nothing has yet, and nothing else gets. */
export function free(name: string, taken: Set<string>): string {
  let found = name;
  for (let more = 2; taken.has(found); more += 1) found = `${name}${more}`;
  taken.add(found);
  return found;
}
