import { image, imageMismatch } from '../../azure/images.ts';
import { hasZones, region as known } from '../../azure/regions.ts';
import { sizeFacts, type SizeFacts } from '../../azure/sizes.ts';
import type { View } from '../../kernel/view.ts';
import {
  isUnresolved,
  read,
  readList,
  readText,
  untold,
  type Estate,
  type Predicted,
  type Violation,
} from '../estate.ts';
import { diskDoubts, diskProblems, disksOf } from './disk-checks.ts';
import { parameterIn, givenTo, treeAt, type Flaw, type Solution } from '../solution.ts';
import { ownValue } from '../../../src/bicep/own.ts';
import { virtualMachineInputs } from '../../components/virtual-machine/inputs.ts';

const together = 'choose a compatible region, size, image, and disks';

/** Incompatible settings of a VM: region, zone, size, image, and disks. */
export function vmsFit(estate: Estate, _: object, view: View): readonly Violation[] {
  return estate.ofType('Microsoft.Compute/virtualMachines').flatMap((one) => {
    const named = readText(one, 'properties.hardwareProfile.vmSize');
    const size = sizeFacts(virtualMachineInputs.of(view), named);
    const is = imageOf(one);
    const disks = disksOf(one, estate);
    const problems = [
      ...placeProblems(one),
      ...(typeof is === 'string' ? [] : imageProblems(one, is, size)),
      ...(size ? sizeProblems(one, size) : []),
      ...disks.flatMap((disk) => diskProblems(disk, readText(one, 'location'), size)),
    ];
    const unknown = [
      ...(size ? [] : [`the catalog doesn’t know the size ${named}`]),
      ...(typeof is === 'string' ? [is] : []),
      ...disks.flatMap((disk) => diskDoubts(disk, readText(one, 'location'), size)),
    ];
    return [
      ...[...new Set(problems)].map((what) => ({ resource: one.id, what, instead: together })),
      ...[...new Set(unknown)].map((what) => untold(one.id, what, together)),
    ];
  });
}

function placeProblems(one: Predicted): readonly string[] {
  const region = readText(one, 'location');
  if (!known(region) || hasZones(region) || readList(one, 'zones').length === 0) return [];
  return [`the VM is in a zone, and ${region} has no zones`];
}

const reference = 'properties.storageProfile.imageReference';

/** The SKU of a Windows Server image; a text says why the catalog can’t know the image. */
function imageOf(one: Predicted): { readonly sku: string } | string {
  const [publisher = '', offer = '', sku = ''] = ['publisher', 'offer', 'sku'].map((key) =>
    readText(one, `${reference}.${key}`),
  );
  if (isUnresolved(read(one, reference)) || [publisher, sku].some(isUnresolved))
    return 'only a deployment determines the image of the VM';
  if (publisher.toLowerCase() === 'microsoftwindowsserver' && sku !== '') return { sku };
  const name = [publisher, offer, sku].filter((part) => part !== '').join(':');
  return name === '' ? 'the VM has a custom image or disk' : `the catalog doesn’t know the image ${name}`;
}

function imageProblems(
  one: Predicted,
  { sku }: { readonly sku: string },
  size: SizeFacts | undefined,
): readonly string[] {
  const found = image(sku);
  if (!found) return [`the catalog doesn’t know the Windows Server image ${sku}`];
  const mismatch = size && imageMismatch(found, size);
  const isTrusted = readText(one, 'properties.securityProfile.securityType') === 'TrustedLaunch';
  const disk = Number(read(one, 'properties.storageProfile.osDisk.diskSizeGB') ?? found.minOsDiskGB);
  return [
    ...(mismatch ? [`${sku} doesn’t start on ${size.name}`] : []),
    ...(isTrusted && !found.trustedLaunch
      ? [`${sku} is a generation 1 image, and Trusted Launch requires generation 2`]
      : []),
    ...(disk < found.minOsDiskGB ? [`a disk of ${disk} GiB is too small for ${sku}`] : []),
  ];
}

function sizeProblems(one: Predicted, size: SizeFacts): readonly string[] {
  const disks = readList(one, 'properties.storageProfile.dataDisks').length;
  const needs: readonly (readonly [needed: boolean, has: boolean, what: string])[] = [
    [read(one, 'properties.securityProfile.encryptionAtHost') === true, size.encryptionAtHost, 'encryption at host'],
    [
      readText(one, 'properties.securityProfile.securityType') === 'TrustedLaunch',
      size.trustedLaunch,
      'Trusted Launch',
    ],
  ];
  return [
    ...(disks > size.maxDataDisks
      ? [`${size.name} supports ${size.maxDataDisks} data disks, and the VM has ${disks}`]
      : []),
    ...needs.flatMap(([needed, has, what]) => (needed && !has ? [`${size.name} doesn’t support ${what}`] : [])),
  ];
}

export function pinnedImages(estate: Estate): readonly Violation[] {
  return estate
    .ofType('Microsoft.Compute/virtualMachines')
    .filter((one) => readText(one, 'properties.storageProfile.imageReference.version').toLowerCase() === 'latest')
    .map((one) => ({
      resource: one.id,
      what: 'the VM starts from the latest version of its image',
      instead: 'set a specific version of the image',
    }));
}

/** Each parameter lists its allowed values. */
export function listedValues(solution: Solution, parameter: 'location' | 'vmSize'): readonly Flaw[] {
  const used = solution.declarations
    .filter((one) => one.kind === 'module')
    .flatMap(({ name }) => givenTo(solution, name))
    .flatMap(({ params }) => parameterIn(read(params[parameter], 'value')) ?? []);
  const all = treeAt(solution, 'parameters');
  return [...new Set(used)]
    .filter((name) => !Array.isArray(read(ownValue(all, name), 'allowedValues')))
    .map((symbol) => ({
      symbol,
      what: `it’s used as ${parameter} and allows any value`,
      instead: 'list the allowed values with @allowed',
    }));
}
