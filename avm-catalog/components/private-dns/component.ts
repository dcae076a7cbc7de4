import { bool, object, string } from '../../../src/bicep/type.ts';
import { call, item, param, text, type Expression, type Value } from '../../../src/bicep/value.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { problem } from '../../kernel/problem.ts';
import { resourceGroupIdPattern } from '../../azure/resource-ids.ts';
import { asCondition, choice, list } from '../../kernel/patterns.ts';
import { drawing } from './drawing.ts';
import { privateDnsDocs } from './docs.ts';
import { privateDnsInputs } from './inputs.ts';
import { nameIn, zonesOf, zonesToMake, type ServiceZone } from './zones.ts';

export const privateDns = component({
  name: 'private-dns',
  title: 'Private DNS zones',
  summary: 'Names of private endpoints, resolved inside the network',
  serves: ['SEC-008'],
  drawing,
  inputs: {
    token: privateDnsInputs,
    category: 'Integration & External Dependencies',
    schema: (z) =>
      z.strictObject({
        zones: z
          .enum(['create', 'existing'])
          .describe('existing: the zones of a hub, linked to the network by those who run it'),
        resourceGroupId: z
          .string()
          .regex(
            resourceGroupIdPattern,
            'must be the resource ID of a resource group, such as /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-dns',
          )
          .or(z.literal('')),
      }),
    defaults: () => ({ zones: 'create', resourceGroupId: '' }),
    questions: [
      {
        path: 'zones',
        ask: 'Where are the private DNS zones?',
        kind: 'choice',
        byEnvironment: true,
        choices: () => [
          { value: 'create', name: 'made here' },
          { value: 'existing', name: 'they exist, in a resource group of the hub' },
        ],
      },
      {
        path: 'resourceGroupId',
        ask: 'Resource id of the group that holds the zones',
        kind: 'text',
        byEnvironment: true,
        when: (inputs) => inputs['zones'] === 'existing',
      },
    ],
    guesses: [
      {
        path: 'zones',
        question: 'Who has the private DNS zones',
        why: 'A hub often has them already, and a name in two zones is resolved by one of them.',
        advice: 'Ask those who run the hub.',
        asItIs: true,
        category: 'Integration & External Dependencies',
        impact: 2,
        uncertainty: 2,
        when: ({ core }) => core.network.topology === 'hub',
      },
    ],
  },
  docs: privateDnsDocs,
  enabled: () => true,
  check: (view) =>
    privateDnsInputs.of(view).zones === 'existing' && privateDnsInputs.of(view).resourceGroupId === ''
      ? [problem('answer-missing', 'privateDns.resourceGroupId', { why: 'the private DNS zones are existing ones' })]
      : [],
  compose: (c) => {
    const zones = zonesOf(c);
    if (zones.length === 0) return;
    c.parameter({
      name: 'privateDnsZoneNames',
      type: object(Object.fromEntries(zones.map(({ key }) => [key, string]))),
      description: 'Private DNS zone of each service that is reached by private endpoint',
      value: (view) => Object.fromEntries(zones.map((zone) => [zone.key, nameIn(zone, view)])),
      answers: [],
    });
    const create = c.choose({
      name: 'createPrivateDnsZones',
      type: bool,
      description: 'Make the private DNS zones here; false where the hub has them',
      value: (view) => privateDnsInputs.of(view).zones === 'create',
      answers: ['privateDns.zones'],
    });
    for (const { key, service } of zones) {
      c.identify(idKey(key), zoneId(c, key, create));
      c.contribute('privateDnsZone', { service, id: c.id(idKey(key)) });
    }
    if (create !== false) zoneModule(c, zones, asCondition(create));
  },
});

const idKey = (key: string): string => `privateDnsZone${key.charAt(0).toUpperCase()}${key.slice(1)}`;

function zoneId(c: Composer, key: string, create: Value): Value {
  const name = param('privateDnsZoneNames', key);
  const here = call('resourceId', 'Microsoft.Network/privateDnsZones', name);
  if (create === true) return here;
  const group = c.parameter({
    name: 'privateDnsResourceGroupId',
    type: string,
    description: 'Resource group that holds the existing private DNS zones; empty where they are made here',
    value: (view) => privateDnsInputs.of(view).resourceGroupId,
    answers: ['privateDns.resourceGroupId'],
  });
  return choice(create, here, text`${group}/providers/Microsoft.Network/privateDnsZones/${name}`);
}

function zoneModule(c: Composer, zones: readonly ServiceZone[], on: Expression | undefined): void {
  const made = zonesToMake(c, zones);
  const names = list(made, (one) => param('privateDnsZoneNames', one.item.key));
  // A zone that is asked for under two conditions is there twice where both hold.
  const isOnce = new Set(made.map((one) => one.item.zone)).size === made.length;
  const toCreate = c.variable('zonesToCreate', isOnce ? names : call('union', names, []), {
    description: 'Private DNS zones that are made here',
  });
  c.contribute('beforeApplication', { symbol: 'privateDnsZones' });
  c.module({
    symbol: 'privateDnsZones',
    module: 'network/private-dns-zone',
    comment: 'Private DNS zones, linked to the network',
    makes: zones.map(({ key }) => idKey(key)),
    loop: { item: 'zone', in: toCreate },
    on,
    params: {
      name: item('zone'),
      virtualNetworkLinks: [
        {
          name: text`link-${c.reference('virtualNetwork')}`,
          virtualNetworkResourceId: c.id('virtualNetwork'),
          registrationEnabled: false,
        },
      ],
    },
  });
}
