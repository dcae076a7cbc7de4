import { builds, image, imageMismatch, type WindowsImage } from '../../azure/images.ts';
import { hasZones, region } from '../../azure/regions.ts';
import { vmSize, type VmSize } from '../../azure/sizes.ts';
import type { AnswerProblem, View } from '../../component.ts';
import type { VirtualMachineInputs } from './inputs.ts';

/** What does not go together: region, zone, size, image and disks (TST-003). */
export function machineProblems(view: View): readonly AnswerProblem[] {
  const { virtualMachine: is } = view.inputs;
  const size = vmSize(is.size);
  const found = image(is.image);
  return [
    ...placeProblems(view),
    ...(size ? [] : [{ code: 'size-unknown', answer: 'virtualMachine.size', args: { size: is.size } }]),
    ...(found ? [] : [{ code: 'image-unknown', answer: 'virtualMachine.image', args: { image: is.image } }]),
    ...(size && found ? pairProblems(is, size, found) : []),
    ...(found ? imageProblems(is, found) : []),
    ...(size ? diskProblems(view, size) : []),
  ];
}

function placeProblems(view: View): readonly AnswerProblem[] {
  const { region: name, zone } = view.core.location;
  if (!region(name)) return [{ code: 'region-unknown', answer: 'location.region', args: { region: name } }];
  return zone !== null && !hasZones(name)
    ? [{ code: 'region-without-zones', answer: 'location.zone', args: { region: name, what: `zone ${zone}` } }]
    : [];
}

function pairProblems(is: VirtualMachineInputs, size: VmSize, found: WindowsImage): readonly AnswerProblem[] {
  const mismatch = imageMismatch(found, size);
  if (!mismatch) return [];
  const why =
    mismatch.kind === 'nvme'
      ? 'the size has NVMe disks only and the image has no driver for them'
      : `the image is of generation ${mismatch.image}, the size starts generation ${mismatch.size.join(' or ')}`;
  return [{ code: 'image-size', answer: 'virtualMachine.image', args: { image: is.image, size: is.size, why } }];
}

function imageProblems(is: VirtualMachineInputs, found: WindowsImage): readonly AnswerProblem[] {
  const build = Number(is.imageVersion.split('.')[0]);
  return [
    ...(is.imageVersion !== 'latest' && build !== builds[found.year]
      ? [
          {
            code: 'image-version',
            answer: 'virtualMachine.imageVersion',
            args: {
              version: is.imageVersion,
              image: is.image,
              year: found.year,
              build: builds[found.year],
              sku: found.sku,
            },
          },
        ]
      : []),
    ...(is.trustedLaunch && !found.trustedLaunch
      ? [{ code: 'image-trusted-launch', answer: 'virtualMachine.image', args: { image: is.image } }]
      : []),
    ...(is.osDisk.sizeGb < found.minOsDiskGB
      ? [
          {
            code: 'disk-too-small',
            answer: 'virtualMachine.osDisk.sizeGb',
            args: { size: is.osDisk.sizeGb, least: found.minOsDiskGB, image: is.image },
          },
        ]
      : []),
  ];
}

function diskProblems(view: View, size: VmSize): readonly AnswerProblem[] {
  const { virtualMachine: is } = view.inputs;
  const types = [is.osDisk.type, ...is.dataDisks.map((disk) => disk.type)];
  const twice = (values: readonly (string | number)[]): string | number | undefined =>
    values.find((value, index) => values.indexOf(value) !== index);
  const name = twice(is.dataDisks.map((disk) => disk.name));
  const lun = twice(is.dataDisks.map((disk) => disk.lun));
  return [
    ...(is.dataDisks.length > size.maxDataDisks
      ? [
          {
            code: 'disks-too-many',
            answer: 'virtualMachine.dataDisks',
            args: { count: is.dataDisks.length, most: size.maxDataDisks, size: is.size },
          },
        ]
      : []),
    ...(name === undefined
      ? []
      : [{ code: 'answer-twice', answer: 'virtualMachine.dataDisks', args: { what: `the name ${name}` } }]),
    ...(lun === undefined
      ? []
      : [{ code: 'answer-twice', answer: 'virtualMachine.dataDisks', args: { what: `lun ${lun}` } }]),
    ...(types.some((type) => type.startsWith('Premium')) && !size.premiumStorage
      ? [{ code: 'size-lacks', answer: 'virtualMachine.size', args: { size: is.size, what: 'Premium disks' } }]
      : []),
    ...(types.some((type) => type.endsWith('_ZRS')) && !hasZones(view.core.location.region)
      ? [
          {
            code: 'region-without-zones',
            answer: 'virtualMachine.osDisk.type',
            args: { region: view.core.location.region, what: 'ZRS disks' },
          },
        ]
      : []),
    ...(is.encryptionAtHost && !size.encryptionAtHost
      ? [{ code: 'size-lacks', answer: 'virtualMachine.size', args: { size: is.size, what: 'encryption at host' } }]
      : []),
    ...(is.trustedLaunch && !size.trustedLaunch
      ? [{ code: 'size-lacks', answer: 'virtualMachine.size', args: { size: is.size, what: 'Trusted Launch' } }]
      : []),
  ];
}
