const feature = /^specs\/\d{3,}-[^/]+(?=\/)/;

/**
 * Gives for a path where the file was before the feature's folder was renamed, as it is when a workload gets another name;
 * undefined where it was not, or where more than one folder came and went.
 */
export function renamedFrom(
  paths: readonly string[],
  written: ReadonlyMap<string, string>,
): (path: string) => string | undefined {
  const [now, before] = [foldersIn(paths), foldersIn([...written.keys()])];
  const [[to, ...comeToo], [from, ...goneToo]] = [
    [...now].filter((one) => !before.has(one)),
    [...before].filter((one) => !now.has(one)),
  ];
  if (to === undefined || from === undefined || comeToo.length + goneToo.length > 0) return () => undefined;
  return (path) => {
    const former = path.startsWith(`${to}/`) ? from + path.slice(to.length) : '';
    return written.has(former) ? former : undefined;
  };
}

function foldersIn(paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.flatMap((path) => feature.exec(path)?.[0] ?? []));
}
