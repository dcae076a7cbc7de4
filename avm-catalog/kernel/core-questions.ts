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

/** Where it is built: region, network and locks, which all components share. */
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
    // Also where a zone is set that the region doesn't have: a person then takes it back.
    when: (inputs) => hasZones((inputs as Place).location?.region ?? '') || (inputs as Place).location?.zone !== null,
    choices: () => [{ value: 1 }, { value: 2 }, { value: 3 }, { value: null, name: 'none' }],
  },
  {
    path: 'network.topology',
    of: hub,
    ask: 'Network',
    kind: 'choice',
    byEnvironment: true,
    choices: () => [
      { value: 'simple', name: 'of its own, with its own Bastion' },
      { value: 'hub', name: 'a spoke of an existing hub, which has the Bastion' },
    ],
  },
  { path: 'network.addressSpace', ask: 'Address space of the network', kind: 'text', byEnvironment: true },
  {
    path: 'network.hub.virtualNetworkId',
    of: hub,
    ask: 'Resource id of the hub’s virtual network',
    kind: 'text',
    byEnvironment: true,
    when: isHub,
  },
  {
    path: 'network.hub.bastionSubnet',
    of: hub,
    ask: 'Range of the hub’s AzureBastionSubnet',
    kind: 'text',
    byEnvironment: true,
    when: isHub,
  },
  {
    path: 'lock',
    ask: 'Lock against deletion',
    kind: 'choice',
    byEnvironment: true,
    choices: () => [{ value: 'none' }, { value: 'CanNotDelete', name: 'cannot be deleted' }],
  },
];

/** Tags that a new workspace begins with, until somebody says better. */
export const placeholderTags = { owner: 'platform-team', costCenter: '0000' } as const;

const wantsTag =
  (name: string): Guess['when'] =>
  ({ rules }) =>
    rules.on('TAG-001') && rules.parameters<MandatoryTagsParameters>('TAG-001').names.includes(name);

export const coreGuesses: readonly Guess[] = [
  {
    path: '/workload.description',
    question: 'What is the application, and who uses it',
    why: 'The description is the blueprint’s own; every reader of the specification begins with it.',
    advice: 'Say it in one line, as you would to a new colleague.',
    category: 'Functional Scope & Behavior',
    impact: 2,
    uncertainty: 2,
  },
  {
    path: '/constitution.ratified',
    question: 'On which day was the constitution adopted',
    why: 'Rules that nobody has adopted bind nobody.',
    advice: 'Give the day on which those who are bound by it agreed, as YYYY-MM-DD.',
    required: true,
    category: 'Completion Signals',
    impact: 2,
    uncertainty: 2,
  },
  {
    path: '/tags.costCenter',
    question: 'Which cost centre pays for it',
    why: 'The tag is a placeholder, and costs that are booked on nobody are found by nobody.',
    advice: 'Ask whoever reads the bill.',
    category: 'Misc / Placeholders',
    impact: 2,
    uncertainty: 3,
    when: wantsTag('costCenter'),
  },
  {
    path: '/tags.owner',
    question: 'Which team owns it',
    why: 'The tag is a placeholder, and it names whom to call.',
    advice: 'Name a team that will still be there next year.',
    category: 'Misc / Placeholders',
    impact: 1,
    uncertainty: 3,
    when: wantsTag('owner'),
  },
  {
    path: 'location.region',
    question: 'In which region does it run',
    why: 'Where data are kept can be a matter of law, and what is deployed does not move.',
    advice: 'Take the allowed region that is next to its users.',
    asItIs: true,
    category: 'Constraints & Tradeoffs',
    impact: 3,
    uncertainty: 1,
  },
  {
    path: 'network.addressSpace',
    question: 'Which range may the network have',
    why: 'The range is a proposal, and one that is taken already can never be peered with what has it.',
    advice: 'Take this one once whoever plans addresses has agreed.',
    asItIs: true,
    category: 'Integration & External Dependencies',
    impact: 2,
    uncertainty: 2,
  },
];
