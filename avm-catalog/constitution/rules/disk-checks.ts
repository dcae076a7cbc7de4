import { offer } from '../../azure/services.ts';
import type { SizeFacts } from '../../azure/sizes.ts';
import { firstUncachedGb } from '../../components/virtual-machine/problems.ts';
import { isUnresolved, read, readItems, readText, type Estate, type Predicted } from '../estate.ts';

/** A disk of a machine: made with it, or a resource of its own that it attaches. */
interface Disk {
  /** Empty where nothing says it. */
  readonly type: string;
  readonly sizeGb: unknown;
  readonly caching: string;
  /** Why nothing is known of it. */
  readonly doubt?: string;
}

export function disksOf(machine: Predicted, estate: Estate): readonly Disk[] {
  const data = readItems(machine, 'properties.storageProfile.dataDisks');
  return [read(machine, 'properties.storageProfile.osDisk'), ...data].map((one) => diskOf(one, estate));
}

function diskOf(one: unknown, estate: Estate): Disk {
  const caching = readText(one, 'caching');
  const nothing = { type: '', sizeGb: undefined, caching };
  if (isUnresolved(one)) return { ...nothing, doubt: 'only a deployment computes which disks the machine has' };
  const id = readText(one, 'managedDisk.id');
  if (id === '')
    return { type: readText(one, 'managedDisk.storageAccountType'), sizeGb: read(one, 'diskSizeGB'), caching };
  const disk = estate.byId(id);
  if (disk) return { type: readText(disk, 'sku.name'), sizeGb: read(disk, 'properties.diskSizeGB'), caching };
  if (isUnresolved(id)) return { ...nothing, doubt: 'only a deployment computes which disks the machine has' };
  return { ...nothing, doubt: 'a disk of the machine is not part of this workspace' };
}

export function diskProblems(disk: Disk, region: string, size: SizeFacts | undefined): readonly string[] {
  const isLarge = Number(disk.sizeGb) >= firstUncachedGb;
  return [
    ...(size && !size.premiumStorage && disk.type.startsWith('Premium')
      ? [`${size.name} does not have Premium disks`]
      : []),
    ...(disk.type.endsWith('_ZRS') && offer('zrsDisk', region) === 'no'
      ? [`${region} does not have zone-redundant disks`]
      : []),
    ...(isLarge && isCached(disk) ? [`a disk of ${Number(disk.sizeGb)} GiB is cached, which Azure does not do`] : []),
  ];
}

/** What of a disk only a deployment, or Azure, can tell. */
export function diskDoubts(disk: Disk, region: string, size: SizeFacts | undefined): readonly string[] {
  if (disk.doubt !== undefined) return [disk.doubt];
  const lacks = offer('zrsDisk', region) !== 'yes' || size?.premiumStorage === false;
  return [
    ...(isUnresolved(disk.type) && lacks ? ['only a deployment computes the type of a disk'] : []),
    ...(disk.type.endsWith('_ZRS') && offer('zrsDisk', region) === 'unknown'
      ? [`the catalog does not know whether ${region} has zone-redundant disks`]
      : []),
    ...(isUnresolved(disk.sizeGb) && isCached(disk) ? ['only a deployment computes the size of a disk'] : []),
  ];
}

function isCached({ caching }: Disk): boolean {
  return caching !== '' && caching.toLowerCase() !== 'none';
}
