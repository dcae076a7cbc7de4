import { diskPrice } from '../../azure/disk-prices.ts';
import { monthHours, prices, retailSource } from '../../azure/prices.ts';
import { vmPrice } from '../../azure/vm-prices.ts';
import { isUnresolved, read, readList, readText, type Estate, type Predicted } from '../estate.ts';
import { byUse, fixed, ranged, unpriced, type Charge } from './charge.ts';

/** A VM that a schedule stops runs for an unknown part of the month. */
export function vmCharges(vm: Predicted, estate: Estate): readonly Charge[] {
  return [computeCharge(vm, estate), ...diskCharges(vm)];
}

function computeCharge(vm: Predicted, estate: Estate): Charge {
  const size = readText(vm, 'properties.hardwareProfile.vmSize');
  const license = licenseOf(vm);
  const what = `VM, ${isUnresolved(size) || size === '' ? 'of a size that a deployment computes' : size}${license.words}`;
  const hourly = isPlain(vm) ? vmPrice(size, license.isPaid) : undefined;
  if (hourly === undefined) return unpriced(vm, what);
  if (!mayBeStopped(vm, estate)) return fixed(vm, what, { ...retailSource, usd: hourly, unit: 'hour' });
  const because = 'a schedule stops it, and nobody knows when it is started';
  return ranged(vm, what, { least: 0, most: hourly * monthHours, because, quotes: [retailSource] });
}

/** By a schedule of any recurrence; one whose target or status is computed may be for it. */
function mayBeStopped(vm: Predicted, estate: Estate): boolean {
  const isOrComputed = (one: Predicted, path: string, wanted: string): boolean =>
    isUnresolved(read(one, path)) || readText(one, path).toLowerCase() === wanted;
  return estate
    .ofType('Microsoft.DevTestLab/schedules')
    .some(
      (one) =>
        isOrComputed(one, 'properties.status', 'enabled') &&
        isOrComputed(one, 'properties.taskType', 'computevmshutdowntask') &&
        isOrComputed(one, 'properties.targetResourceId', vm.id.toLowerCase()),
    );
}

function licenseOf(vm: Predicted): { readonly isPaid: boolean; readonly words: string } {
  if (isLinux(vm)) return { isPaid: false, words: '' };
  return ['Windows_Server', 'Windows_Client'].includes(readText(vm, 'properties.licenseType'))
    ? { isPaid: false, words: ' with Azure Hybrid Benefit' }
    : { isPaid: true, words: ' with a Windows license' };
}

const isLinux = (vm: Predicted): boolean =>
  Boolean(read(vm, 'properties.osProfile.linuxConfiguration')) ||
  readText(vm, 'properties.storageProfile.osDisk.osType') === 'Linux';

/** Publishers of images without a fee of their own; SQL Server or Red Hat Enterprise Linux have one. */
const withoutFee = ['microsoftwindowsserver', 'canonical', 'debian'];

/** Neither Spot, nor on a dedicated host, nor ready for Ultra Disk, nor with an image that has a fee of its own. */
function isPlain(vm: Predicted): boolean {
  const image = 'properties.storageProfile.imageReference';
  const publisher = readText(vm, `${image}.publisher`).toLowerCase();
  return (
    ['', 'Regular'].includes(readText(vm, 'properties.priority')) &&
    !read(vm, 'plan') &&
    !read(vm, 'properties.host') &&
    !read(vm, 'properties.hostGroup') &&
    read(vm, 'properties.additionalCapabilities.ultraSSDEnabled') !== true &&
    withoutFee.includes(publisher) &&
    !readText(vm, `${image}.offer`).toLowerCase().includes('pro')
  );
}

/** Of the disks that are no resources of the template. */
function diskCharges(vm: Predicted): readonly Charge[] {
  const os = read(vm, 'properties.storageProfile.osDisk');
  const data = readList(vm, 'properties.storageProfile.dataDisks').filter((one) => !read(one, 'managedDisk.id'));
  const isEphemeral = Boolean(read(os, 'diffDiskSettings.option'));
  return [
    ...(os === undefined || isEphemeral ? [] : chargesOfDisk(vm, 'OS disk', os, 'managedDisk.storageAccountType')),
    ...data.flatMap((one) => chargesOfDisk(vm, 'data disk', one, 'managedDisk.storageAccountType')),
  ];
}

export function dataDiskCharges(disk: Predicted): readonly Charge[] {
  const properties = read(disk, 'properties');
  const isMore =
    Boolean(read(properties, 'tier')) ||
    read(properties, 'burstingEnabled') === true ||
    Number(read(properties, 'maxShares') ?? 1) > 1;
  if (!isMore) return chargesOfDisk(disk, 'data disk', { ...disk, ...(properties as object) }, 'sku.name');
  return [unpriced(disk, 'data disk with a performance tier, bursting, or several VMs')];
}

function chargesOfDisk(one: Predicted, name: string, disk: unknown, typeAt: string): readonly Charge[] {
  const [type, size] = [readText(disk, typeAt), read(disk, 'diskSizeGB')];
  if (type === '' || isUnresolved(type) || typeof size !== 'number')
    return [unpriced(one, name, 'the template doesn’t set its type and size')];
  const what = `${name}, ${size} GiB ${type}`;
  const usd = diskPrice(type, size);
  const charge = usd === undefined ? unpriced(one, what) : fixed(one, what, { ...retailSource, usd, unit: 'month' });
  return type.startsWith('Standard') ? [charge, byUse(one, 'operations of Standard disks')] : [charge];
}

/** Azure Backup charges for the size of the data, up to 500 GB each; it isn’t more than the disks have. */
export function protectedItemCharges(item: Predicted, estate: Estate): readonly Charge[] {
  const what = 'backup of a VM, for each 500 GB of its data';
  const gigabytes = diskSizes(estate.byId(read(item, 'properties.sourceResourceId')));
  const { protectedSmall, protectedLarge } = prices;
  return [
    ranged(item, what, {
      least: protectedSmall.usd,
      ...(gigabytes === undefined ? {} : { most: protectedLarge.usd * Math.ceil(gigabytes / 500) }),
      because: 'it depends on the size of the data',
      quotes: [protectedLarge],
    }),
  ];
}

/**
 * Site Recovery charges for the VM, and its replicas are disks like those of the VM.
 * Source: azure-docs site-recovery/site-recovery-cost.md ("Protected Instance License fee", "Storage cost").
 */
export function replicationCharges(intent: Predicted, estate: Estate): readonly Charge[] {
  const details = 'properties.providerSpecificDetails';
  const vm = estate.byId(read(intent, `${details}.fabricObjectId`));
  const disks = readList(intent, `${details}.vmManagedDisks`).map((one) => estate.byId(read(one, 'diskId')));
  const os = read(vm, 'properties.storageProfile.osDisk');
  const replica = 'replica of a disk in another region';
  return [
    fixed(intent, 'replication of a VM to another region, after 31 days', prices.replicatedVm),
    ...(os === undefined
      ? [unpriced(intent, replica, 'the VM isn’t part of the template')]
      : chargesOfDisk(intent, replica, os, 'managedDisk.storageAccountType')),
    ...disks.flatMap((disk) =>
      disk === undefined
        ? []
        : chargesOfDisk(intent, replica, { ...disk, ...(read(disk, 'properties') as object) }, 'sku.name'),
    ),
    byUse(intent, 'data that is replicated, and its recovery points'),
  ];
}

function diskSizes(vm: Predicted | undefined): number | undefined {
  if (!vm) return undefined;
  const storage = read(vm, 'properties.storageProfile');
  const sizes = [read(storage, 'osDisk'), ...readList(storage, 'dataDisks')].map((one) => read(one, 'diskSizeGB'));
  return sizes.every((one) => typeof one === 'number') ? sizes.reduce((sum, one) => sum + one, 0) : undefined;
}
