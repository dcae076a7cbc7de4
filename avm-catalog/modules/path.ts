/** As a person may shorten it, the path that the registry has; patterns keep their prefix. */
export function fullPath(module: string): string {
  return module.startsWith('avm/') ? module : `avm/res/${module}`;
}

/** A path as people read it. */
export function shortPath(module: string): string {
  return module.replace(/^avm\/(res\/)?/, '');
}
