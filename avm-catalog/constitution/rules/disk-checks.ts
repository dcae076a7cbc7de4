import { offer } from '../../azure/services.ts';
import type { SizeFacts } from '../../azure/sizes.ts';
import { firstUncachedGb } from '../../components/virtual-machine/problems.ts';
import { isUnresolved, read, readItems, readText, type Estate, type Predicted } from '../estate.ts';

/** A disk of a VM: created with it, or a separate resource that it attaches. */
interface Disk {
  /** Empty if it isn’t set. */
  readonly type: string;
  readonly sizeGb: unknown;
  readonly caching: string;
  /** Why it’s unknown. */
  readonly doubt?: string;
}

export function disksOf(vm: Predicted, estate: Estate): readonly Disk[] {
  const data = readItems(vm, 'properties.storageProfile.dataDisks');
  return [read(vm, 'properties.storageProfile.osDisk'), ...data].map((one) => diskOf(one, estate));
}

function diskOf(one: unknown, estate: Estate): Disk {
  const caching = readText(one, 'caching');
  const nothing = { type: '', sizeGb: undefined, caching };
  if (isUnresolved(one)) return { ...nothing, doubt: 'only a deployment determines which disks the VM has' };
  const id = readText(one, 'managedDisk.id');
  if (id === '')
    return { type: readText(one, 'managedDisk.storageAccountType'), sizeGb: read(one, 'diskSizeGB'), caching };
  const disk = estate.byId(id);
  if (disk) return { type: readText(disk, 'sku.name'), sizeGb: read(disk, 'properties.diskSizeGB'), caching };
  if (isUnresolved(id)) return { ...nothing, doubt: 'only a deployment determines which disks the VM has' };
  return { ...nothing, doubt: 'a disk of the VM isn’t part of this workspace' };
}

export function diskProblems(disk: Disk, region: string, size: SizeFacts | undefined): readonly string[] {
  const isLarge = Number(disk.sizeGb) >= firstUncachedGb;
  return [
    ...(size && !size.premiumStorage && disk.type.startsWith('Premium')
      ? [`${size.name} doesn’t support Premium disks`]
      : []),
    ...(disk.type.endsWith('_ZRS') && offer('zrsDisk', region) === 'no'
      ? [`${region} doesn’t offer zone-redundant disks`]
      : []),
    ...(isLarge && isCached(disk)
      ? [`a disk of ${Number(disk.sizeGb)} GiB has caching enabled, which Azure doesn’t support`]
      : []),
  ];
}

/** Facts about a disk that only a deployment or Azure determines. */
export function diskDoubts(disk: Disk, region: string, size: SizeFacts | undefined): readonly string[] {
  if (disk.doubt !== undefined) return [disk.doubt];
  const lacks = offer('zrsDisk', region) !== 'yes' || size?.premiumStorage === false;
  return [
    ...(isUnresolved(disk.type) && lacks ? ['only a deployment determines the type of a disk'] : []),
    ...(disk.type.endsWith('_ZRS') && offer('zrsDisk', region) === 'unknown'
      ? [`the catalog doesn’t know whether ${region} offers zone-redundant disks`]
      : []),
    ...(isUnresolved(disk.sizeGb) && isCached(disk) ? ['only a deployment determines the size of a disk'] : []),
  ];
}

function isCached({ caching }: Disk): boolean {
  return caching !== '' && caching.toLowerCase() !== 'none';
}
