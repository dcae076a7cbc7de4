/** A proposed name for the vault with the administrator's password. */
export function proposedVault(workload: string, environment: string): string {
  return `kv-${workload.replaceAll('-', '').slice(0, 9)}-${environment}-ops`;
}
