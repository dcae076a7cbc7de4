import { bool, object, string } from '../../../src/bicep/type.ts';
import { call, item, param, text, type Expression, type Value } from '../../../src/bicep/value.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { problem } from '../../kernel/problem.ts';
import { privateDnsZones } from '../../azure/private-dns.ts';
import { resourceGroupIdPattern } from '../../azure/resource-ids.ts';
import { asCondition, choice, list } from '../../kernel/patterns.ts';
import { drawing } from './drawing.ts';
import { privateDnsDocs } from './docs.ts';
import { privateDnsInputs } from './inputs.ts';

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
    const services = [...new Set(c.collect('privateService').map((one) => one.item.service))].toSorted();
    if (services.length === 0) return;
    c.parameter({
      name: 'privateDnsZoneNames',
      type: object(Object.fromEntries(services.map((service) => [service, string]))),
      description: 'Private DNS zone of each service that is reached by private endpoint',
      value: (view) =>
        Object.fromEntries(
          services.map((service) => [service, privateDnsZones(service, view.core.location.region)?.[0] ?? '']),
        ),
      answers: [],
    });
    const create = c.choose({
      name: 'createPrivateDnsZones',
      type: bool,
      description: 'Make the private DNS zones here; false where the hub has them',
      value: (view) => privateDnsInputs.of(view).zones === 'create',
      answers: ['privateDns.zones'],
    });
    for (const service of services) {
      c.identify(zoneKey(service), zoneId(c, service, create));
      c.contribute('privateDnsZone', { service, id: c.id(zoneKey(service)) });
    }
    if (create !== false) zoneModule(c, services, asCondition(create));
  },
});

const zoneKey = (service: string): string => `privateDnsZone${service.charAt(0).toUpperCase()}${service.slice(1)}`;

function zoneId(c: Composer, service: string, create: Value): Value {
  const name = param('privateDnsZoneNames', service);
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

function zoneModule(c: Composer, services: readonly string[], on: Expression | undefined): void {
  const asked = c.collect('privateService');
  const region = c.views[0]?.core.location.region ?? '';
  const zoneOf = (service: string): string => privateDnsZones(service, region)?.[0] ?? service;
  // Some services share a zone, which is made once.
  const first = [...new Set(services.map(zoneOf))].flatMap((zone) =>
    asked
      .filter((one) => zoneOf(one.item.service) === zone)
      .toSorted((a, b) => Number(!!a.on) - Number(!!b.on))
      .slice(0, 1),
  );
  const zones = c.variable(
    'zonesToCreate',
    list(first, (one) => param('privateDnsZoneNames', one.item.service)),
    { description: 'Private DNS zones that are made here' },
  );
  c.contribute('beforeApplication', { symbol: 'privateDnsZones' });
  c.module({
    symbol: 'privateDnsZones',
    module: 'network/private-dns-zone',
    comment: 'Private DNS zones, linked to the network',
    makes: services.map((service) => zoneKey(service)),
    loop: { item: 'zone', in: zones },
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
