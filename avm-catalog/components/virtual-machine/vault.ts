const longest = 24;

/** A proposed name for the vault with the administrator's password. */
export function proposedVault(workload: string, environment: string): string {
  const end = `-${environment.slice(0, 15)}-ops`;
  const room = Math.min(9, longest - 'kv-'.length - end.length);
  return `kv-${workload.replaceAll('-', '').slice(0, room)}${end}`;
}
