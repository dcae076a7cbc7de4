import { inOne, md, type Markdown } from '../../../src/text/markdown.ts';
import { diskSla, replication, storageSla, secondaryRegionHours, zonalVmsSla } from '../../azure/reliability.ts';
import { grouped } from '../../kernel/documents.ts';
import type { TargetRow } from '../../kernel/facts.ts';
import type { View } from '../../kernel/view.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { backupInputs } from '../backup/inputs.ts';
import { siteRecoveryInputs } from '../site-recovery/inputs.ts';
import { storageAccountInputs } from '../storage-account/inputs.ts';
import { targetsInputs, type TargetsInputs } from './inputs.ts';
import { isShutDown, machinesIn } from '../virtual-machine/inputs.ts';
import { hours } from './words.ts';
import { disksIn, hasMachines, iopsOf } from './problems.ts';

const row = (
  path: keyof TargetsInputs,
  title: string,
  cell: (is: TargetsInputs) => Markdown,
  evidence: TargetRow['evidence'],
): TargetRow => ({ path: `targets.${path}`, title, cell: (view) => cell(targetsInputs.of(view)), evidence });

/** Each target with its value, and with what the settings show of it. */
export const targetRows: readonly TargetRow[] = [
  row('availability', 'Availability in a month', ({ availability }) => md`${availability}%`, sla),
  row('rpoHours', 'Recovery point objective (RPO)', ({ rpoHours }) => md`${hours(rpoHours)}`, recoveryPoint),
  row('rtoHours', 'Recovery time objective (RTO)', ({ rtoHours }) => md`${hours(rtoHours)}`, recoveryTime),
  row('outage', 'Largest outage that both cover', ({ outage }) => md`${outageWords[outage]}`, redundancy),
  row('users', 'Users at the same time', ({ users }) => counted(users), withTarget('users', loadTest)),
  row('dataGiB', 'Stored data', ({ dataGiB }) => counted(dataGiB, ' GiB'), withTarget('dataGiB', capacity)),
  row('iops', 'Storage operations per second (IOPS)', ({ iops }) => counted(iops), withTarget('iops', performance)),
];

/** Evidence of what nobody set a target for isn’t asked for. */
function withTarget(path: 'users' | 'dataGiB' | 'iops', evidence: TargetRow['evidence']): TargetRow['evidence'] {
  return (workspace) =>
    workspace.sides.some((side) => targetsInputs.of(side)[path] !== null) ? evidence(workspace) : undefined;
}

const outageWords: Readonly<Record<TargetsInputs['outage'], string>> = {
  hardware: 'Hardware',
  zone: 'Availability zone',
  region: 'Region',
};

function counted(count: number | null, unit = ''): Markdown {
  return count === null ? md`No target` : md`${thousands(count)}${unit}`;
}

function thousands(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** Each text once, with the environments that it is true in. */
function byText(workspace: DocumentedWorkspace, textOf: (view: View) => string | undefined): Markdown | undefined {
  const sides = workspace.sides.filter((side) => textOf(side) !== undefined);
  if (sides.length === 0) return undefined;
  const groups = grouped(sides, (side) => textOf(side) ?? '');
  if (groups.length === 1 && sides.length === workspace.sides.length) return md`${groups[0]?.[0] ?? ''}`;
  return inOne(groups.map(([text, own]) => md`${text} in ${workspace.where(own)}`));
}

const isMachine = ({ sides }: DocumentedWorkspace): boolean => sides.some(hasMachines);
const hasStorage = (view: View): boolean => storageAccountInputs.of(view).enabled;
const isStorage = ({ sides }: DocumentedWorkspace): boolean => sides.some(hasStorage);
const nothingKnown = md`The catalog has no figures for these components.`;

const kinds: Readonly<Record<number, string>> = { 99.9: 'Premium SSDs', 99.5: 'Standard SSDs', 95: 'Standard HDDs' };

function sla(workspace: DocumentedWorkspace): Markdown {
  const given = byText(workspace, (view) => {
    if (!hasMachines(view))
      return hasStorage(view) ? `${storageSla(storageAccountInputs.of(view).accessTier)}%` : undefined;
    const least = Math.min(...disksIn(view).map(({ type }) => diskSla(type)));
    return `${least}% (${kinds[least] ?? ''})`;
  });
  if (given === undefined) return nothingKnown;
  const [subject, more] = isMachine(workspace)
    ? [md`one VM`, md` Two or more VMs across availability zones have ${zonalVmsSla}%.`]
    : [md`requests to the storage account`, md``];
  return md`Microsoft’s [SLA for online services](https://www.microsoft.com/licensing/docs/view/Service-Level-Agreements-SLA-for-Online-Services) gives ${subject} ${given}.${more} An SLA promises credits, not uptime, and doesn’t cover the application, so the organization measures the availability.${shutdownIn(workspace)}`;
}

function shutdownIn(workspace: DocumentedWorkspace): Markdown {
  const sides = workspace.sides.filter((side) => machinesIn(side).some(({ is }) => isShutDown(is)));
  return sides.length === 0
    ? md``
    : md` In ${workspace.where(sides)}, a VM is shut down every day, and the target is for the time when it runs.`;
}

function recoveryPoint(workspace: DocumentedWorkspace): Markdown {
  if (!isMachine(workspace) && !isStorage(workspace)) return nothingKnown;
  if (!isMachine(workspace))
    return md`A write is replicated within the region before it completes. [Replication to another region](https://learn.microsoft.com/azure/storage/common/storage-redundancy) follows later, without a guaranteed time.`;
  const given = byText(workspace, (view) => {
    const { enabled, intervalHours } = backupInputs.of(view);
    return enabled ? `every ${intervalHours} hours` : undefined;
  });
  const replicas = replicationIn(workspace);
  if (given === undefined) return md`There’s no backup, so the data on a VM is lost with its disks.${replicas}`;
  return md`[Azure Backup](https://learn.microsoft.com/azure/backup/backup-azure-vms-enhanced-policy) creates a recovery point ${given}. It copies the last one of each day to the vault.${beyondRegion(workspace)}${replicas}`;
}

const replicatedIn = ({ sides }: DocumentedWorkspace): readonly Environment[] =>
  sides.filter((side) => hasMachines(side) && siteRecoveryInputs.of(side).enabled);

function replicationIn(workspace: DocumentedWorkspace): Markdown {
  const sides = replicatedIn(workspace);
  return sides.length === 0
    ? md``
    : md` In ${workspace.where(sides)}, [Site Recovery](https://learn.microsoft.com/azure/site-recovery/azure-to-azure-common-questions#replication-policy) replicates the VM to another region and creates a recovery point every ${replication.pointMinutes} minutes there, if replication keeps up with the changes.`;
}

function beyondRegion(workspace: DocumentedWorkspace): Markdown {
  const copied = workspace.sides.filter((side) => {
    const { enabled, redundancy: kind } = backupInputs.of(side);
    return enabled && kind === 'GeoRedundant';
  });
  return copied.length === 0
    ? md` No copy leaves the region.`
    : md` From there, it is replicated to the paired region in ${workspace.where(copied)}, so the outage of a region can lose ${secondaryRegionHours} hours.`;
}

function recoveryTime(workspace: DocumentedWorkspace): Markdown {
  const sides = replicatedIn(workspace);
  const failover =
    sides.length === 0
      ? md``
      : md` Microsoft’s SLA for a failover of [Site Recovery](https://learn.microsoft.com/azure/site-recovery/azure-to-azure-common-questions#failover) is ${hours(replication.slaHours)} in ${workspace.where(sides)}, without the application.`;
  return md`Settings don’t show how long a recovery takes, so the organization measures it in a drill.${failover}`;
}

function redundancy(workspace: DocumentedWorkspace): Markdown {
  const given = byText(workspace, (view) => {
    if (!hasMachines(view)) return hasStorage(view) ? storageAccountInputs.of(view).redundancy : undefined;
    const { enabled, redundancy: kind, crossRegionRestore } = backupInputs.of(view);
    return enabled ? `${kind}${crossRegionRestore ? ' with cross-region restore' : ''}` : undefined;
  });
  const [what, none] = isMachine(workspace) ? ['backups', md`There’s no backup.`] : ['storage account', nothingKnown];
  const sides = replicatedIn(workspace);
  const replicas =
    sides.length === 0 ? md`` : md` Replicas of the VM are in another region in ${workspace.where(sides)}.`;
  return given === undefined ? md`${none}${replicas}` : md`The redundancy of the ${what} is ${given}.${replicas}`;
}

function loadTest(): Markdown {
  return md`Settings don’t show how many users the workload can serve, so the organization measures it in a load test.`;
}

function capacity(workspace: DocumentedWorkspace): Markdown {
  const given = byText(workspace, (view) => {
    const size = disksIn(view).reduce((sum, { sizeGb }) => sum + sizeGb, 0);
    return size === 0 ? undefined : `${thousands(size)} GiB`;
  });
  if (given === undefined) return isStorage(workspace) ? md`A storage account grows with its data.` : nothingKnown;
  return md`The disks have ${given}, which includes the space that Windows uses.`;
}

function performance(workspace: DocumentedWorkspace): Markdown {
  if (!isMachine(workspace)) return nothingKnown;
  const given = byText(workspace, (view) => {
    const speed = iopsOf(disksIn(view));
    return speed === undefined ? undefined : thousands(speed);
  });
  return given === undefined
    ? md`The catalog has no figures for the disks.`
    : md`The [disks](https://learn.microsoft.com/azure/virtual-machines/disks-types) provide ${given}. The VM size has its own limit, which isn’t evaluated.`;
}
