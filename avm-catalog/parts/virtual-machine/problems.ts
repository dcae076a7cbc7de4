import { builds, image, imageMismatch, type WindowsImage } from '../../azure/images.ts';
import { offerProblems } from '../../azure/offer-problems.ts';
import { hasZones, region } from '../../azure/regions.ts';
import { sizeFacts, type SizeFacts } from '../../azure/sizes.ts';
import { sovereignCloud } from '../../azure/sovereign.ts';
import type { AnswerProblem, View } from '../../component.ts';
import type { VirtualMachineInputs } from './inputs.ts';

/** What does not go together: region, zone, size, image and disks (TST-003). */
export function machineProblems(view: View): readonly AnswerProblem[] {
  const { virtualMachine: is } = view.inputs;
  const size = sizeFacts(is);
  const found = image(is.image);
  return [
    ...placeProblems(view),
    ...(size
      ? []
      : [
          {
            code: 'size-unknown',
            severity: 'warning',
            answer: 'virtualMachine.size',
            args: { size: is.size },
          } as const,
        ]),
    ...(found ? [] : [{ code: 'image-unknown', answer: 'virtualMachine.image', args: { image: is.image } }]),
    ...(size && found ? pairProblems(is, size, found) : []),
    ...(found ? imageProblems(is, found) : []),
    ...diskProblems(view, size),
  ];
}

function placeProblems(view: View): readonly AnswerProblem[] {
  const { region: name, zone } = view.core.location;
  const cloud = sovereignCloud(name);
  const at = { answer: 'location.region' };
  if (cloud) return [{ ...at, code: 'region-sovereign', args: { region: name, cloud: cloud.name, why: cloud.why } }];
  if (!region(name)) return [{ ...at, code: 'region-unknown', args: { region: name } }];
  return zone !== null && !hasZones(name)
    ? [
        {
          code: 'region-without-zones',
          answer: 'location.zone',
          args: { region: name, what: `zone ${zone}`, instead: 'location.zone=null' },
        },
      ]
    : [];
}

function pairProblems(is: VirtualMachineInputs, size: SizeFacts, found: WindowsImage): readonly AnswerProblem[] {
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

function diskProblems(view: View, size: SizeFacts | undefined): readonly AnswerProblem[] {
  const { virtualMachine: is } = view.inputs;
  const types = [is.osDisk.type, ...is.dataDisks.map((disk) => disk.type)];
  const twice = (values: readonly (string | number)[]): string | number | undefined =>
    values.find((value, index) => values.indexOf(value) !== index);
  const name = twice(is.dataDisks.map((disk) => disk.name));
  const lun = twice(is.dataDisks.map((disk) => disk.lun));
  return [
    ...(size && is.dataDisks.length > size.maxDataDisks
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
    ...(size && types.some((type) => type.startsWith('Premium')) && !size.premiumStorage
      ? [{ code: 'size-lacks', answer: 'virtualMachine.size', args: { size: is.size, what: 'Premium disks' } }]
      : []),
    ...zoneRedundantDisks(view),
    ...(size && is.encryptionAtHost && !size.encryptionAtHost
      ? [{ code: 'size-lacks', answer: 'virtualMachine.size', args: { size: is.size, what: 'encryption at host' } }]
      : []),
    ...(size && is.trustedLaunch && !size.trustedLaunch
      ? [{ code: 'size-lacks', answer: 'virtualMachine.size', args: { size: is.size, what: 'Trusted Launch' } }]
      : []),
  ];
}

/** Told once, at the first disk that asks for it. */
function zoneRedundantDisks({ core, inputs: { virtualMachine: is } }: View): readonly AnswerProblem[] {
  const index = is.dataDisks.findIndex(({ type }) => type.endsWith('_ZRS'));
  const isOsDisk = is.osDisk.type.endsWith('_ZRS');
  if (!isOsDisk && index === -1) return [];
  const [answer, type] = isOsDisk
    ? ['virtualMachine.osDisk.type', is.osDisk.type]
    : [`virtualMachine.dataDisks.${index}.type`, is.dataDisks[index]?.type ?? ''];
  const instead = `${answer}=${type.replace('_ZRS', '_LRS')}`;
  return offerProblems(core.location.region, { service: 'zrsDisk', answer, instead });
}
