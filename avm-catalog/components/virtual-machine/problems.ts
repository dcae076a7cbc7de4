import { suggestion } from '../../../src/findings/nearest.ts';
import { computerNameProblem } from '../../azure/computer-names.ts';
import { builds, image, imageKeys, imageMismatch, type WindowsImage } from '../../azure/images.ts';
import { offerProblems } from '../../kernel/offer-problems.ts';
import { encryptsNetwork } from '../../azure/network-encryption.ts';
import { reservedWord } from '../../azure/reserved-words.ts';
import { sizeFacts, vmSizeNames, type SizeFacts } from '../../azure/sizes.ts';
import type { View } from '../../kernel/view.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import { accessProblems } from './access-problems.ts';
import { placeProblems } from './place.ts';
import { shutdownProblems } from './shutdown-problems.ts';
import { duplicates } from '../../kernel/duplicates.ts';
import type { VirtualMachineInputs } from './inputs.ts';
import { virtualMachineInputs } from './inputs.ts';

export function machineProblems(view: View): readonly AnswerProblem[] {
  const is = virtualMachineInputs.of(view);
  return [
    ...fitProblems(view).map((one) => ({ ...one, ids: fit })),
    ...dataDiskProblems(is),
    ...nameProblems(is),
    ...placeProblems(view),
    ...accessProblems(is),
    ...shutdownProblems(view),
    ...encryptionProblems(view),
  ];
}

const fit = ['TST-003'];

/** Azure deploys it, but Microsoft advises against virtual network encryption with such a size. */
function encryptionProblems(view: View): readonly AnswerProblem[] {
  const { size } = virtualMachineInputs.of(view);
  if (view.core.network.encryption !== true || encryptsNetwork(size) !== false) return [];
  return [problem('size-network-encryption', 'virtualMachine.size', { size }, 'warning', ['SEC-033'])];
}

/** Combinations of size, image, and disks that Azure rejects. */
function fitProblems(view: View): readonly AnswerProblem[] {
  const is = virtualMachineInputs.of(view);
  const size = sizeFacts(is);
  const found = image(is.image);
  return [
    ...(size
      ? []
      : [
          problem(
            'size-unknown',
            'virtualMachine.size',
            { size: is.size, ...suggestion(is.size, vmSizeNames) },
            'warning',
          ),
        ]),
    ...(found
      ? []
      : [problem('image-unknown', 'virtualMachine.image', { image: is.image, ...nearestImage(is.image) })]),
    ...(size && found ? pairProblems(is, size, found) : []),
    ...(found ? imageProblems(is, found) : []),
    ...diskProblems(view, size),
  ];
}

/** The image that is meant, by its key. */
function nearestImage(text: string): { readonly nearest?: string } {
  const { nearest } = suggestion(text, imageKeys);
  return nearest === undefined ? {} : { nearest: image(nearest)?.key ?? nearest };
}

function pairProblems(is: VirtualMachineInputs, size: SizeFacts, found: WindowsImage): readonly AnswerProblem[] {
  const mismatch = imageMismatch(found, size);
  if (!mismatch) return [];
  const why =
    mismatch.kind === 'nvme'
      ? 'the size supports NVMe disks only, and the image has no NVMe driver'
      : `the image is generation ${mismatch.image}, and the size supports only generation ${mismatch.size.join(' or ')}`;
  return [problem('image-size', 'virtualMachine.image', { image: is.image, size: is.size, why })];
}

function imageProblems(is: VirtualMachineInputs, found: WindowsImage): readonly AnswerProblem[] {
  const build = Number(is.imageVersion.split('.')[0]);
  return [
    ...(is.imageVersion !== 'latest' && build !== builds[found.year]
      ? [
          problem('image-version', 'virtualMachine.imageVersion', {
            version: is.imageVersion,
            image: is.image,
            year: found.year,
            build: builds[found.year],
            sku: found.sku,
          }),
        ]
      : []),
    ...(is.trustedLaunch && !found.trustedLaunch
      ? [problem('image-trusted-launch', 'virtualMachine.image', { image: is.image })]
      : []),
    ...(is.osDisk.sizeGb < found.minOsDiskGB
      ? [
          problem('disk-too-small', 'virtualMachine.osDisk.sizeGb', {
            size: is.osDisk.sizeGb,
            least: found.minOsDiskGB,
            image: is.image,
          }),
        ]
      : []),
  ];
}

function diskProblems(view: View, size: SizeFacts | undefined): readonly AnswerProblem[] {
  const is = virtualMachineInputs.of(view);
  const types = [is.osDisk.type, ...is.dataDisks.map((disk) => disk.type)];
  return [
    ...(size && is.dataDisks.length > size.maxDataDisks
      ? [
          problem('disks-too-many', 'virtualMachine.dataDisks', {
            count: is.dataDisks.length,
            most: size.maxDataDisks,
            size: is.size,
          }),
        ]
      : []),
    ...(size && types.some((type) => type.startsWith('Premium')) && !size.premiumStorage
      ? [problem('size-lacks', 'virtualMachine.size', { size: is.size, what: 'Premium SSDs' })]
      : []),
    ...zoneRedundantDisks(view),
    ...(size && is.encryptionAtHost && !size.encryptionAtHost
      ? [problem('size-lacks', 'virtualMachine.size', { size: is.size, what: 'encryption at host' })]
      : []),
    ...(size && is.trustedLaunch && !size.trustedLaunch
      ? [problem('size-lacks', 'virtualMachine.size', { size: is.size, what: 'Trusted Launch' })]
      : []),
  ];
}

/** Reported once, at the first disk that needs it. */
function zoneRedundantDisks(view: View): readonly AnswerProblem[] {
  const is = virtualMachineInputs.of(view);
  const index = is.dataDisks.findIndex(({ type }) => type.endsWith('_ZRS'));
  const isOsDisk = is.osDisk.type.endsWith('_ZRS');
  if (!isOsDisk && index === -1) return [];
  const [answer, type] = isOsDisk
    ? ['virtualMachine.osDisk.type', is.osDisk.type]
    : [`virtualMachine.dataDisks.${index}.type`, is.dataDisks[index]?.type ?? ''];
  const instead = `${answer}=${type.replace('_ZRS', '_LRS')}`;
  return offerProblems(view.core.location.region, { service: 'zrsDisk', answer, instead });
}

/** Azure caches no disk of this size or a larger one. Source: azure-compute-docs premium-storage-performance.md, "Disk caching". */
export const firstUncachedGb = 4096;

function dataDiskProblems({ dataDisks }: VirtualMachineInputs): readonly AnswerProblem[] {
  const at = (index: number, key: string): string => `virtualMachine.dataDisks.${index}.${key}`;
  const twice = (key: 'name' | 'lun', what: string): readonly AnswerProblem[] =>
    duplicates(dataDisks.map((disk) => disk[key])).map(({ value, index }) =>
      problem('answer-twice', at(index, key), { what: `${what} ${value}` }),
    );
  return [
    ...twice('name', 'The disk name'),
    ...twice('lun', 'The LUN'),
    ...dataDisks.flatMap(({ name, sizeGb, caching }, index) =>
      sizeGb >= firstUncachedGb && caching !== 'None'
        ? [
            problem(
              'disk-caching',
              at(index, 'caching'),
              { name, size: sizeGb, most: firstUncachedGb - 1 },
              'error',
              fit,
            ),
          ]
        : [],
    ),
    ...dataDisks.flatMap(({ name }, index) => {
      const reserved = reservedWord(name);
      return reserved && reserved.how === 'anywhere'
        ? [problem('name-reserved', at(index, 'name'), { name, ...reserved })]
        : [];
    }),
  ];
}

function nameProblems({ computerName: name, administrator }: VirtualMachineInputs): readonly AnswerProblem[] {
  const wrong = name === '' ? undefined : computerNameProblem(name, administrator.username);
  return wrong ? [problem(`computer-name-${wrong}`, 'virtualMachine.computerName', { name })] : [];
}
