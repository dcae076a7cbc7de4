import { hasZones, region } from '../avm-catalog/azure/regions.ts';
import type { Question } from '../avm-catalog/component.ts';
import type { RegionsParameters } from '../avm-catalog/rules/testing.ts';
import { valueAt } from './draft.ts';
import type { QuestionSet } from './questions.ts';

const isHub: Question['when'] = (inputs) => valueAt(inputs, 'network.topology') === 'hub';

/** Where it is built: region, network and locks, which all components share. */
export const place: QuestionSet = {
  key: '',
  questions: [
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
      when: (inputs) => hasZones(String(valueAt(inputs, 'location.region'))),
      choices: () => [{ value: 1 }, { value: 2 }, { value: 3 }, { value: null, name: 'none' }],
    },
    {
      path: 'network.topology',
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
      ask: 'Resource id of the hub’s virtual network',
      kind: 'text',
      byEnvironment: true,
      when: isHub,
    },
    {
      path: 'network.hub.bastionSubnet',
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
  ],
};
