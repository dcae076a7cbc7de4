import { sizeFacts } from '../../../avm-catalog/azure/sizes.ts';
import type { View } from '../../../avm-catalog/kernel/view.ts';

/** How much of something an environment has; nothing where it has no say. */
export interface Measure {
  readonly path: string;
  readonly subject: string;
  readonly of: (view: View) => number | undefined;
}

const machine = ({ inputs }: View): number | undefined => {
  const size = sizeFacts(inputs.virtualMachine);
  return size && size.vCpus * 10_000 + size.memoryGiB;
};

export const measures: readonly Measure[] = [
  {
    path: 'virtualMachine.size',
    subject: 'the size of the machine',
    of: machine,
  },
  { path: 'lock', subject: 'the lock against deletion', of: ({ core }) => (core.lock === 'none' ? 0 : 1) },
  { path: 'backup.enabled', subject: 'a backup of the machine', of: ({ inputs }) => Number(inputs.backup.enabled) },
  {
    path: 'backup.retentionDays',
    subject: 'the number of days that backups are kept',
    of: ({ inputs: { backup: is } }) => (is.enabled ? is.retentionDays : undefined),
  },
  {
    path: 'backup.redundancy',
    subject: 'the redundancy of backups',
    of: ({ inputs: { backup: is } }) =>
      is.enabled ? ['LocallyRedundant', 'ZoneRedundant', 'GeoRedundant'].indexOf(is.redundancy) : undefined,
  },
  {
    path: 'storageAccount.redundancy',
    subject: 'the redundancy of the storage account',
    of: ({ inputs: { storageAccount: is } }) =>
      is.enabled ? ['LRS', 'ZRS', 'GRS', 'GZRS'].indexOf(is.redundancy) : undefined,
  },
  {
    path: 'logAnalytics.retentionDays',
    subject: 'the number of days that logs are kept',
    of: ({ inputs }) => inputs.logAnalytics.retentionDays,
  },
  { path: 'alerts.enabled', subject: 'alerting', of: ({ inputs }) => Number(inputs.alerts.enabled) },
];
