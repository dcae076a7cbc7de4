import type { RegionsParameters, SizesParameters } from '../../kernel/rule-parameters.ts';
import { region, regionName } from '../../azure/regions.ts';
import { listedValues, vmsFit, pinnedImages } from './fit-checks.ts';
import { sizeName } from '../../azure/sizes.ts';
import { inRegions, located, ofSizes } from './operations-checks.ts';
import { ruleWith, unless, rule, type RuleDefinition } from '../rule.ts';
import { virtualMachines } from '../subject.ts';
import { recoveryRegionOf, siteRecoveryInputs } from '../../components/site-recovery/inputs.ts';
import { virtualMachineInputs } from '../../components/virtual-machine/inputs.ts';

export const testing: readonly RuleDefinition[] = [
  ruleWith<RegionsParameters>({
    id: 'TST-001',
    category: 'regions-and-sizes',
    title: 'Allowed regions',
    level: 'must',
    elsewhere: { psrule: ['Azure.Resource.AllowedRegions'], policy: ['Allowed locations'] },
    parameters: {
      schema: (z) => z.strictObject({ regions: z.array(z.string()).min(1) }),
      defaults: { regions: ['northeurope', 'westeurope'] },
    },
    canonical: ({ regions }) => ({ regions: regions.map(regionName) }),
    statement: ({ regions }) =>
      `The workload MUST deploy resources only to ${regions.join(', ')}, or as global resources.`,
    rationale: 'The region decides where data is stored, how far it is from users, and which services are available.',
    shapes: 'The location parameter allows only these regions.',
    appliesTo: [located],
    check: (estate, { regions }) => inRegions(estate, regions),
    inspect: (solution) => listedValues(solution, 'location'),
    breaks: (view, { regions }) => {
      const { enabled } = siteRecoveryInputs.of(view);
      const recovery = recoveryRegionOf(view);
      // An unknown region has a finding of its own.
      const isAllowed = (name: string): boolean => !region(name) || regions.includes(name);
      return [
        ...unless(
          isAllowed(view.core.location.region),
          'location.region',
          `${view.core.location.region} is not an allowed region`,
          `one of ${regions.join(', ')}`,
        ),
        ...unless(
          !enabled || isAllowed(recovery),
          'siteRecovery.targetRegion',
          `${recovery} is not an allowed region`,
          `one of ${regions.join(', ')}`,
        ),
      ];
    },
  }),
  ruleWith<SizesParameters>({
    id: 'TST-002',
    of: ['virtual-machine'],
    category: 'regions-and-sizes',
    title: 'Allowed VM sizes',
    level: 'must',
    elsewhere: { policy: ['Allowed virtual machine size SKUs'] },
    parameters: {
      schema: (z) => z.strictObject({ sizes: z.array(z.string()).min(1) }),
      defaults: {
        sizes: [
          'Standard_B2s_v2',
          'Standard_B4s_v2',
          'Standard_D2s_v5',
          'Standard_D4s_v5',
          'Standard_D8s_v5',
          'Standard_D2as_v5',
          'Standard_D4as_v5',
          'Standard_E2s_v5',
          'Standard_E4s_v5',
          'Standard_E8s_v5',
        ],
      },
    },
    canonical: ({ sizes }) => ({ sizes: sizes.map(sizeName) }),
    statement: ({ sizes }) => `The workload MUST use one of these VM sizes: ${sizes.join(', ')}.`,
    rationale: 'A short list of sizes keeps cost predictable, and makes quota and reservations easier to plan.',
    shapes: 'The size parameter allows only these sizes.',
    appliesTo: [virtualMachines],
    check: (estate, { sizes }) => ofSizes(estate, sizes),
    inspect: (solution) => listedValues(solution, 'vmSize'),
    breaks: (view, { sizes }) =>
      unless(
        sizes.includes(virtualMachineInputs.of(view).size),
        'virtualMachine.size',
        `${virtualMachineInputs.of(view).size} is not an allowed size`,
        `one of ${sizes.join(', ')}`,
      ),
  }),
  rule({
    id: 'TST-003',
    of: ['virtual-machine'],
    category: 'regions-and-sizes',
    title: 'Compatible region, size, image, and disks',
    level: 'must',
    statement: () =>
      'The workload MUST use a region, zone, size, image, and disks for every VM that the catalog knows to be compatible. Quota, and whether a subscription can use a size in a region, aren’t covered.',
    rationale:
      'Azure rejects an incompatible combination only during the deployment, when other resources already exist.',
    shapes: 'Combinations are validated before any file is written.',
    appliesTo: [virtualMachines],
    check: vmsFit,
    exceptions: [
      {
        what: 'VMs of a size that neither the catalog nor virtualMachine.customSizes describes: whatever depends on the size isn’t evaluated',
        why: 'nothing is known of the size, which is reported as a warning',
      },
    ],
  }),
  rule({
    id: 'TST-004',
    of: ['virtual-machine'],
    category: 'regions-and-sizes',
    title: 'Pinned image versions',
    level: 'off',
    statement: () => 'The workload MUST start every VM from a specific version of its image.',
    rationale:
      'With a specific version, a VM that is recreated starts from the same image. With the latest version, the image depends on the day.',
    shapes: 'The template passes virtualMachine.imageVersion to the VM.',
    appliesTo: [virtualMachines],
    check: pinnedImages,
    breaks: (view) =>
      unless(
        virtualMachineInputs.of(view).imageVersion !== 'latest',
        'virtualMachine.imageVersion',
        'the VM starts from the latest version of its image',
        'virtualMachine.imageVersion=… with a specific version',
      ),
  }),
];
