import { hasZones, region } from '../azure/regions.ts';
import type { Question } from './component.ts';
import type { Guess } from './guess.ts';
import type { MandatoryTagsParameters } from './rule-parameters.ts';
import type { RegionsParameters } from './rule-parameters.ts';

interface Place {
  readonly location?: { readonly region?: string; readonly zone?: number | null };
  readonly network?: { readonly topology?: string };
}

const isHub: Question['when'] = (inputs) => (inputs as Place).network?.topology === 'hub';

const hub = ['hub-peering'];

/** Region, network, and locks, which all components share. */
export const coreQuestions: readonly Question[] = [
  {
    path: 'location.region',
    ask: 'Azure region',
    kind: 'choice',
    choices: ({ rules }) =>
      rules
        .parameters<RegionsParameters>('TST-001')
        .regions.map((name) => ({ value: name, name: `${name} (${region(name)?.displayName ?? 'unknown'})` })),
  },
  {
    path: 'location.zone',
    ask: 'Availability zone',
    kind: 'choice',
    byEnvironment: true,
    // Also asked if the region lacks the zone that is set, so that the user can remove it.
    when: (inputs) => hasZones((inputs as Place).location?.region ?? '') || (inputs as Place).location?.zone !== null,
    choices: () => [{ value: 1 }, { value: 2 }, { value: 3 }, { value: null, name: 'None' }],
  },
  {
    path: 'network.topology',
    of: hub,
    ask: 'Network topology',
    kind: 'choice',
    byEnvironment: true,
    choices: () => [
      { value: 'simple', name: 'Standalone virtual network with its own Azure Bastion' },
      { value: 'hub', name: 'Spoke of an existing hub that contains Azure Bastion' },
    ],
  },
  { path: 'network.addressSpace', ask: 'Address space of the virtual network', kind: 'text', byEnvironment: true },
  {
    path: 'network.hub.virtualNetworkId',
    of: hub,
    ask: 'Resource ID of the hub’s virtual network',
    kind: 'text',
    byEnvironment: true,
    when: isHub,
  },
  {
    path: 'network.hub.bastionSubnet',
    of: hub,
    ask: 'Address range of the hub’s AzureBastionSubnet',
    kind: 'text',
    byEnvironment: true,
    when: isHub,
  },
  {
    path: 'network.hub.firewallAddress',
    of: hub,
    ask: 'Private IP address of the hub’s firewall (empty for none)',
    kind: 'text',
    byEnvironment: true,
    when: isHub,
  },
  {
    path: 'lock',
    ask: 'Lock resources against deletion',
    kind: 'choice',
    byEnvironment: true,
    choices: () => [{ value: 'none' }, { value: 'CanNotDelete', name: 'CanNotDelete lock on each resource' }],
  },
];

/** Placeholder tags of a new workspace. */
export const placeholderTags = { owner: 'platform-team', costCenter: '0000' } as const;

const wantsTag =
  (name: string): Guess['when'] =>
  ({ rules }) =>
    rules.on('TAG-001') && rules.parameters<MandatoryTagsParameters>('TAG-001').names.includes(name);

export const coreGuesses: readonly Guess[] = [
  {
    path: '/workload.description',
    question: 'What does the application do, and who uses it',
    why: 'The description is the default of the blueprint, and the specification starts with it.',
    advice: 'Describe it in one line, as you would to a new colleague.',
    category: 'Functional Scope & Behavior',
    impact: 2,
    uncertainty: 2,
  },
  {
    path: '/constitution.ratified',
    question: 'On which date was the constitution adopted',
    why: 'The rules apply only after your organization adopts them.',
    advice: 'Enter the date on which the stakeholders agreed to it, as YYYY-MM-DD.',
    required: true,
    category: 'Completion Signals',
    impact: 2,
    uncertainty: 2,
  },
  {
    path: '/tags.costCenter',
    question: 'Which cost center pays for the workload',
    why: 'The tag is a placeholder, so cost reports don’t assign the costs to a cost center.',
    advice: 'Ask the owner of the subscription’s budget.',
    category: 'Misc / Placeholders',
    impact: 2,
    uncertainty: 3,
    when: wantsTag('costCenter'),
  },
  {
    path: '/tags.owner',
    question: 'Which team owns the workload',
    why: 'The tag is a placeholder, and operators use it to find whom to contact.',
    advice: 'Enter a team, not a person.',
    category: 'Misc / Placeholders',
    impact: 1,
    uncertainty: 3,
    when: wantsTag('owner'),
  },
  {
    path: 'location.region',
    question: 'In which region does the workload run',
    why: 'Laws can restrict where data is stored, and you can’t move deployed resources to another region.',
    advice: 'Choose the allowed region that is closest to the users.',
    asItIs: true,
    category: 'Constraints & Tradeoffs',
    impact: 3,
    uncertainty: 1,
  },
  {
    path: 'network.addressSpace',
    question: 'Which address space does the virtual network get',
    why: 'The address space is a proposal. You can’t peer virtual networks whose address spaces overlap.',
    advice: 'Confirm it with the team that manages IP addresses.',
    asItIs: true,
    category: 'Integration & External Dependencies',
    impact: 2,
    uncertainty: 2,
  },
];
