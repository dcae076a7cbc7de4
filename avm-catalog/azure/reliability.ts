/*
 * What Microsoft commits to, in percent of a month, and how often Azure Backup runs.
 * Sources: Service Level Agreements for Microsoft Online Services, Virtual Machines and Storage Accounts;
 * Learn, storage/common/storage-redundancy ("Durability and availability parameters");
 * Learn, backup/backup-azure-vms-enhanced-policy (intervals; the last recovery point of a day is moved to the vault);
 * Learn, backup/backup-create-recovery-services-vault ("Set Cross Region Restore");
 * Learn, site-recovery/azure-to-azure-common-questions (recovery points, "What is the RTO of a virtual machine failover?");
 * Learn, backup/secure-by-default ("Soft-delete retention period": always on in every public region, and free for 14 days).
 */

/** Two or more VMs across two or more availability zones. */
export const zonalVmsSla = 99.99;

/** One VM has the SLA of its slowest kind of disk: OS disk and data disks count alike. */
export function diskSla(type: string): number {
  if (type.startsWith('Premium')) return 99.9;
  return type.startsWith('StandardSSD') ? 99.5 : 95;
}

/** Read and write requests to a storage account, by its default access tier. */
export function storageSla(accessTier: string): number {
  return accessTier === 'Hot' ? 99.9 : 99;
}

/** Hours between two backups of a VM under an enhanced policy. */
export const backupIntervals = [4, 6, 8, 12, 24] as const;

/** The vault gets one recovery point a day, however often snapshots are taken, and replicates it within 12 hours. */
export const secondaryRegionHours = 36;

/** Days that Azure Backup keeps deleted backups. */
export const softDelete = { least: 14, most: 180 } as const;

/** Of Site Recovery: minutes between two crash-consistent recovery points, and hours of the SLA for a failover. */
export const replication = { pointMinutes: 5, slaHours: 1 } as const;
