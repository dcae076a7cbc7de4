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
import { capital } from '../../../src/text/pascal.ts';

export const privateDns = component({
  name: 'private-dns',
  title: 'Private DNS zones',
  summary: 'Name resolution for private endpoints inside the network',
  serves: ['SEC-008'],
  drawing,
  inputs: {
    token: privateDnsInputs,
    category: 'Integration & External Dependencies',
    schema: (z) =>
      z.strictObject({
        zones: z
          .enum(['create', 'existing'])
          .describe(
            'create: deploy the zones here. existing: use the zones of a hub, whose owners link them to the network',
          ),
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
        ask: 'Private DNS zones',
        kind: 'choice',
        byEnvironment: true,
        choices: () => [
          { value: 'create', name: 'Create them in this workspace' },
          { value: 'existing', name: 'Use existing zones in a resource group of the hub' },
        ],
      },
      {
        path: 'resourceGroupId',
        ask: 'Resource ID of the resource group with the zones',
        kind: 'text',
        byEnvironment: true,
        when: (inputs) => inputs['zones'] === 'existing',
      },
    ],
    guesses: [
      {
        path: 'zones',
        question: 'Does this workspace create the private DNS zones, or do they exist',
        why: 'A hub often has these zones already. If a name is in two zones, only one of them resolves it.',
        advice: 'Ask the owners of the hub network.',
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
      ? [
          problem('answer-missing', 'privateDns.resourceGroupId', {
            why: 'the workspace uses existing private DNS zones',
          }),
        ]
      : [],
  compose: (c) => {
    const zones = zonesOf(c);
    if (zones.length === 0) return;
    c.parameter({
      name: 'privateDnsZoneNames',
      type: object(Object.fromEntries(zones.map(({ key }) => [key, string]))),
      description: 'Private DNS zone of each service with a private endpoint',
      value: (view) => Object.fromEntries(zones.map((zone) => [zone.key, nameIn(zone, view)])),
      answers: [],
    });
    const create = c.choose({
      name: 'createPrivateDnsZones',
      decides: true,
      type: bool,
      description: 'Create the private DNS zones; false to use existing ones',
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

const idKey = (key: string): string => `privateDnsZone${capital(key)}`;

function zoneId(c: Composer, key: string, create: Value): Value {
  const name = param('privateDnsZoneNames', key);
  const here = call('resourceId', 'Microsoft.Network/privateDnsZones', name);
  if (create === true) return here;
  const group = c.parameter({
    name: 'privateDnsResourceGroupId',
    type: string,
    description:
      'Resource ID of the resource group with the existing private DNS zones; empty if the template creates them',
    value: (view) => privateDnsInputs.of(view).resourceGroupId,
    answers: ['privateDns.resourceGroupId'],
  });
  return choice(create, here, text`${group}/providers/Microsoft.Network/privateDnsZones/${name}`);
}

function zoneModule(c: Composer, zones: readonly ServiceZone[], on: Expression | undefined): void {
  const made = zonesToMake(c, zones);
  const names = list(made, (one) => param('privateDnsZoneNames', one.item.key));
  // A zone with two conditions is in the list twice if both are true.
  const isOnce = new Set(made.map((one) => one.item.zone)).size === made.length;
  const toCreate = c.variable('zonesToCreate', isOnce ? names : call('union', names, []), {
    description: 'Private DNS zones that the template creates',
  });
  c.contribute('beforeApplication', { symbol: 'privateDnsZones' });
  c.module({
    symbol: 'privateDnsZones',
    module: 'network/private-dns-zone',
    comment: 'Private DNS zones, linked to the virtual network',
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
