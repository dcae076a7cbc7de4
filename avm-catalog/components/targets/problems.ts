import { diskIops } from '../../azure/disk-iops.ts';
import { backupIntervals, diskSla, replication, storageSla, secondaryRegionHours } from '../../azure/reliability.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import type { EnvironmentsParameters } from '../../kernel/rule-parameters.ts';
import type { View } from '../../kernel/view.ts';
import { backupInputs } from '../backup/inputs.ts';
import { siteRecoveryInputs } from '../site-recovery/inputs.ts';
import { storageAccountInputs } from '../storage-account/inputs.ts';
import { machinesIn } from '../virtual-machine/inputs.ts';
import { targetsInputs } from './inputs.ts';
import { hours } from './words.ts';

/** Targets that the settings can't meet. What a rule says of the same setting isn’t said twice. */
export function targetProblems(view: View): readonly AnswerProblem[] {
  const judged = hasMachines(view)
    ? [...machineAvailability(view), ...machineRecovery(view), ...machineCapacity(view)]
    : storageTargets(view);
  return judged.map((one) => ({ ...one, severity: 'warning' }));
}

/** A workload is its VMs, or else its storage account. */
export function hasMachines(view: View): boolean {
  return machinesIn(view).length > 0;
}

interface Disk {
  /** Path below `spec`. */
  readonly path: string;
  readonly type: string;
  readonly sizeGb: number;
}

/** The disks of every VM. */
export function disksIn(view: View): readonly Disk[] {
  return machinesIn(view).flatMap(({ key, is }) => [
    { path: `${key}.osDisk`, ...is.osDisk },
    ...is.dataDisks.map((disk, index) => ({ path: `${key}.dataDisks.${index}`, ...disk })),
  ]);
}

function machineAvailability(view: View): readonly AnswerProblem[] {
  const { availability } = targetsInputs.of(view);
  const [worst] = disksIn(view).toSorted((one, other) => diskSla(one.type) - diskSla(other.type));
  if (worst === undefined || availability <= diskSla(worst.type)) return [];
  const better = worst.type.replace(/^Standard(SSD)?/, 'Premium');
  const needs = diskSla(better) >= availability ? `${worst.path}.type=${better}` : undefined;
  return [
    problem('target-availability', 'targets.availability', {
      target: availability,
      sla: diskSla(worst.type),
      what: `one VM with a disk of the type ${worst.type}`,
      ...(needs === undefined ? {} : { needs }),
    }),
  ];
}

function machineRecovery(view: View): readonly AnswerProblem[] {
  const { enabled, redundancy } = backupInputs.of(view);
  if (targetsInputs.of(view).outage === 'region' && siteRecoveryInputs.of(view).enabled) return replicationPoint(view);
  if (!enabled) return view.rules.on('OPS-005') ? [] : [noBackup(view)];
  return [
    ...recoveryPoint(view),
    ...beyond(view, {
      what: 'the backups',
      path: 'backup.redundancy',
      now: redundancy,
      zone: 'ZoneRedundant',
      region: 'GeoRedundant',
    }),
  ];
}

/** Replicas are in another region already; they are minutes old, not current. */
function replicationPoint(view: View): readonly AnswerProblem[] {
  const { rpoHours } = targetsInputs.of(view);
  if (rpoHours > 0) return [];
  const what = `Site Recovery creates a recovery point every ${replication.pointMinutes} minutes`;
  return [problem('target-rpo', 'targets.rpoHours', { target: hours(rpoHours), what, given: 1 })];
}

function recoveryPoint(view: View): readonly AnswerProblem[] {
  const { rpoHours, outage } = targetsInputs.of(view);
  const { intervalHours } = backupInputs.of(view);
  const isInVault = outage === 'region';
  const given = isInVault ? secondaryRegionHours : intervalHours;
  if (rpoHours >= given) return [];
  const interval = isInVault ? undefined : backupIntervals.findLast((one) => one <= rpoHours);
  const shortest = interval === undefined ? `, and no interval is shorter than ${backupIntervals[0]} hours` : '';
  const what = isInVault
    ? `a backup reaches another region after up to ${hours(given)}`
    : `a backup runs every ${hours(given)}${shortest}`;
  const needs = interval === undefined ? {} : { needs: `backup.intervalHours=${interval}` };
  return [problem('target-rpo', 'targets.rpoHours', { target: hours(rpoHours), what, given, ...needs })];
}

function noBackup(view: View): AnswerProblem {
  const args = {
    target: hours(targetsInputs.of(view).rpoHours),
    what: 'the VM isn’t backed up',
    needs: 'backup.enabled=true',
  };
  return problem('target-rpo', 'targets.rpoHours', args);
}

interface Redundant {
  readonly what: string;
  readonly path: string;
  readonly now: string;
  /** The least redundancy that covers the outage of a zone. */
  readonly zone: string;
  readonly region: string;
}

/** Data that isn’t where the outage isn’t. */
function beyond(view: View, { what, path, now, zone, region }: Redundant): readonly AnswerProblem[] {
  const { outage } = targetsInputs.of(view);
  const isLocal = now.startsWith('L');
  const isCovered = outage === 'hardware' || (outage === 'zone' ? !isLocal : now.startsWith('G'));
  const isSaid = outage === 'zone' && isRedundancyRuled(view);
  if (isCovered || isSaid) return [];
  const needs = `${path}=${outage === 'zone' ? zone : region}`;
  const within = isLocal ? 'datacenter' : 'region';
  return [problem('target-outage', 'targets.outage', { outage, what, within, now: `${path}=${now}`, needs })];
}

/** RES-002 asks for the same. */
function isRedundancyRuled({ rules, environment }: View): boolean {
  return rules.on('RES-002') && rules.parameters<EnvironmentsParameters>('RES-002').environments.includes(environment);
}

function machineCapacity(view: View): readonly AnswerProblem[] {
  const { dataGiB, iops } = targetsInputs.of(view);
  const disks = disksIn(view);
  const size = disks.reduce((sum, { sizeGb }) => sum + sizeGb, 0);
  const speed = iopsOf(disks);
  return [
    ...(dataGiB !== null && dataGiB > size
      ? [problem('target-data', 'targets.dataGiB', { target: dataGiB, given: size })]
      : []),
    ...(iops !== null && speed !== undefined && iops > speed
      ? [problem('target-iops', 'targets.iops', { target: iops, given: speed })]
      : []),
  ];
}

/** Of all disks together; undefined if the catalog has no figures for one of them. */
export function iopsOf(disks: readonly Disk[]): number | undefined {
  return disks.reduce<number | undefined>((sum, disk) => {
    const one = diskIops(disk);
    return sum === undefined || one === undefined ? undefined : sum + one;
  }, 0);
}

function storageTargets(view: View): readonly AnswerProblem[] {
  const { availability, rpoHours } = targetsInputs.of(view);
  const { enabled, accessTier, redundancy } = storageAccountInputs.of(view);
  if (!enabled) return [];
  const sla = storageSla(accessTier);
  const needs = availability <= storageSla('Hot') ? { needs: 'storageAccount.accessTier=Hot' } : {};
  const what = `requests to blobs of the ${accessTier.toLowerCase()} tier`;
  return [
    ...(availability <= sla
      ? []
      : [problem('target-availability', 'targets.availability', { target: availability, sla, what, ...needs })]),
    ...(rpoHours > 0 || !isReplicatedLater(view)
      ? []
      : [
          problem('target-rpo', 'targets.rpoHours', {
            target: hours(rpoHours),
            what: `${redundancy} replicates to the other region after the write`,
            given: 1,
          }),
        ]),
    ...beyond(view, {
      what: 'the data',
      path: 'storageAccount.redundancy',
      now: redundancy,
      zone: 'ZRS',
      region: redundancy === 'ZRS' ? 'GZRS' : 'GRS',
    }),
  ];
}

/** Geo-replication is asynchronous, and so is what a failover of GRS in one region’s outage of a zone relies on. */
function isReplicatedLater(view: View): boolean {
  const { outage } = targetsInputs.of(view);
  const { redundancy } = storageAccountInputs.of(view);
  return redundancy.startsWith('G') && (outage === 'region' || (outage === 'zone' && redundancy === 'GRS'));
}
