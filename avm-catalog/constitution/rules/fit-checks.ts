import { image, imageMismatch } from '../../azure/images.ts';
import { hasZones, region as known } from '../../azure/regions.ts';
import { sizeFacts, type SizeFacts } from '../../azure/sizes.ts';
import type { View } from '../../kernel/view.ts';
import { isUnresolved, read, readList, readText, type Estate, type Predicted, type Violation } from '../estate.ts';
import { parameterIn, givenTo, treeAt, type Flaw, type Solution } from '../solution.ts';
import { ownValue } from '../../../src/bicep/own.ts';

/** What of a machine does not go together: region, zone, size, image and disks. */
export function machinesFit(estate: Estate, _: object, view: View): readonly Violation[] {
  return estate.ofType('Microsoft.Compute/virtualMachines').flatMap((one) => {
    const named = readText(one, 'properties.hardwareProfile.vmSize');
    const size = sizeFacts(view.inputs.virtualMachine, named);
    const instead = 'take a region, a size, an image and disks that go together';
    const unknown: readonly Violation[] = size
      ? []
      : [{ resource: one.id, what: `the catalog does not know the size ${named}`, instead, untold: true }];
    const problems = [...placeProblems(one), ...imageProblems(one, size), ...(size ? sizeProblems(one, size) : [])];
    return [...problems.map((what) => ({ resource: one.id, what, instead })), ...unknown];
  });
}

function placeProblems(one: Predicted): readonly string[] {
  const region = readText(one, 'location');
  if (!known(region) || hasZones(region) || readList(one, 'zones').length === 0) return [];
  return [`the machine is in a zone, and ${region} has none`];
}

function imageProblems(one: Predicted, size: SizeFacts | undefined): readonly string[] {
  const reference = 'properties.storageProfile.imageReference';
  const sku = readText(one, `${reference}.sku`);
  if (sku === '' || isUnresolved(sku) || readText(one, `${reference}.publisher`) !== 'MicrosoftWindowsServer')
    return [];
  const found = image(sku);
  if (!found) return [`the catalog knows no Windows Server image ${sku}`];
  const mismatch = size && imageMismatch(found, size);
  const isTrusted = readText(one, 'properties.securityProfile.securityType') === 'TrustedLaunch';
  const disk = Number(read(one, 'properties.storageProfile.osDisk.diskSizeGB') ?? found.minOsDiskGB);
  return [
    ...(mismatch ? [`${sku} does not start on ${size.name}`] : []),
    ...(isTrusted && !found.trustedLaunch ? [`${sku} is of generation 1, and Trusted Launch needs generation 2`] : []),
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
    [
      readText(one, 'properties.storageProfile.osDisk.managedDisk.storageAccountType').startsWith('Premium'),
      size.premiumStorage,
      'Premium disks',
    ],
  ];
  return [
    ...(disks > size.maxDataDisks
      ? [`${size.name} takes ${size.maxDataDisks} data disks, and there are ${disks}`]
      : []),
    ...needs.flatMap(([needed, has, what]) => (needed && !has ? [`${size.name} does not have ${what}`] : [])),
  ];
}

export function pinnedImages(estate: Estate): readonly Violation[] {
  return estate
    .ofType('Microsoft.Compute/virtualMachines')
    .filter((one) => readText(one, 'properties.storageProfile.imageReference.version').toLowerCase() === 'latest')
    .map((one) => ({
      resource: one.id,
      what: 'the machine starts from whatever image is the newest on the day',
      instead: 'name a version of the image',
    }));
}

/** Parameters that a rule about values is kept by: each lists what it may be. */
export function listedValues(solution: Solution, parameter: 'location' | 'vmSize'): readonly Flaw[] {
  const used = solution.declarations
    .filter((one) => one.kind === 'module')
    .flatMap(({ name }) => parameterIn(read(givenTo(solution, name)[parameter], 'value')) ?? []);
  const all = treeAt(solution, 'parameters');
  return [...new Set(used)]
    .filter((name) => !Array.isArray(read(ownValue(all, name), 'allowedValues')))
    .map((symbol) => ({
      symbol,
      what: `it may be anything, and is used as ${parameter}`,
      instead: 'list what it may be with @allowed',
    }));
}
