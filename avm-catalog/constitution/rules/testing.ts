import type { RegionsParameters, SizesParameters } from '../../kernel/rule-parameters.ts';
import { region, regionName } from '../../azure/regions.ts';
import { listedValues, machinesFit, pinnedImages } from './fit-checks.ts';
import { sizeName } from '../../azure/sizes.ts';
import { inRegions, located, ofSizes } from './operations-checks.ts';
import { ruleWith, unless, rule, type RuleDefinition } from '../rule.ts';
import { virtualMachines } from '../subject.ts';
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
    statement: ({ regions }) => `Resources are deployed to ${regions.join(', ')} only, or are global.`,
    shapes: 'The location parameter allows these regions and no others.',
    appliesTo: [located],
    check: (estate, { regions }) => inRegions(estate, regions),
    inspect: (solution) => listedValues(solution, 'location'),
    breaks: (view, { regions }) =>
      unless(
        // A region that nobody knows is told of as that.
        !region(view.core.location.region) || regions.includes(view.core.location.region),
        'location.region',
        `${view.core.location.region} is not an allowed region`,
        `one of ${regions.join(', ')}`,
      ),
  }),
  ruleWith<SizesParameters>({
    id: 'TST-002',
    of: ['virtual-machine'],
    category: 'regions-and-sizes',
    title: 'Allowed machine sizes',
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
    statement: ({ sizes }) => `Machines have one of these sizes: ${sizes.join(', ')}.`,
    shapes: 'The size parameter allows these sizes and no others.',
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
    title: 'Region, size, image, and disks that go together',
    level: 'must',
    statement: () =>
      'Region, zone, size, image, and disks of every VM go together, by what the catalog knows of them. Quota, and whether a subscription may use a size in a region, are not covered.',
    shapes: 'They are checked against each other before anything is written.',
    appliesTo: [virtualMachines],
    check: machinesFit,
    exceptions: [
      {
        what: 'VMs of a size that the catalog lacks and virtualMachine.customSizes doesn’t describe: what depends on the size is not evaluated',
        why: 'nothing is known of the size, which is a warning',
      },
    ],
  }),
  rule({
    id: 'TST-004',
    of: ['virtual-machine'],
    category: 'regions-and-sizes',
    title: 'Pinned images',
    level: 'off',
    statement: () => 'A machine starts from a named version of its image, so that a new one is the same as the last.',
    shapes: 'The version of the image is an answer, and is given to the machine as it is.',
    appliesTo: [virtualMachines],
    check: pinnedImages,
    breaks: (view) =>
      unless(
        virtualMachineInputs.of(view).imageVersion !== 'latest',
        'virtualMachine.imageVersion',
        'the image virtualMachineInputs.of(view) the newest on the day',
        'virtualMachine.imageVersion=… with a version of the image',
      ),
  }),
];
