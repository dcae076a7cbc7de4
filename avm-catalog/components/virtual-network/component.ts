import { arrayOf, object, string } from '../../../src/bicep/type.ts';
import { call, each, item, param, variable, type Value } from '../../../src/bicep/value.ts';
import { component, type Composer } from '../../kernel/component.ts';
import type { Contribution } from '../../kernel/contribution.ts';
import { fixedAddressProblems } from './fixed-addresses.ts';
import { networkProblems, subnetKeys, subnetRanges } from './network-plan.ts';
import { denyAllInbound, distinct, ruleValue, within } from './security-rules.ts';
import { diagnostics, list, pick } from '../../kernel/patterns.ts';
import type { Slots, SubnetKey } from '../../kernel/slots.ts';
import { drawing } from './drawing.ts';
import { fixedNames, qualifiers, subnetId } from './subnet-names.ts';
import { virtualNetworkDocs } from './docs.ts';

const groupName: Record<SubnetKey, string> = {
  workload: 'nsgWorkload',
  privateEndpoints: 'nsgPrivateEndpoints',
  bastion: 'nsgBastion',
};
export const virtualNetwork = component({
  name: 'virtual-network',
  title: 'Virtual network',
  summary: 'Private subnets, each behind a network security group of its own',
  serves: ['network'],
  drawing,
  docs: virtualNetworkDocs,
  resource: 'virtualNetwork',
  enabled: () => true,
  check: (view) => [...networkProblems(view), ...fixedAddressProblems(view)],
  contribute: (c) => {
    c.name('virtualNetwork', { type: 'Microsoft.Network/virtualNetworks' });
  },
  compose: (c) => {
    if (c.collect('privateService').length > 0)
      c.contribute('subnet', { key: 'privateEndpoints', purpose: 'private endpoints' }, { ids: ['SEC-008'] });
    const subnets = c
      .collect('subnet')
      .toSorted((a, b) => subnetKeys.indexOf(a.item.key) - subnetKeys.indexOf(b.item.key));
    for (const { item: subnet } of subnets) nameSubnet(c, subnet.key);
    c.parameter({
      name: 'addressSpace',
      type: string,
      description: 'Address space of the virtual network, in CIDR notation',
      value: (view) => view.core.network.addressSpace,
      answers: ['network.addressSpace'],
    });
    c.parameter({
      name: 'subnetPrefixes',
      type: object(Object.fromEntries(subnets.map(({ item: subnet }) => [subnet.key, string]))),
      description: 'Range of each subnet, within the address space',
      value: (view) =>
        Object.fromEntries(
          subnets.map(({ item: subnet }) => [subnet.key, subnetRanges(view.core.network)[subnet.key]]),
        ),
      answers: ['network.addressSpace', 'network.subnets'],
    });
    if (c.rules.on('SEC-003'))
      c.variable('denyAllInbound', ruleValue(denyAllInbound), {
        description: 'The rule that closes every network security group',
        ids: ['SEC-003'],
      });
    c.variable(
      'subnets',
      list(subnets, (one) => describeSubnet(c, one)),
      { description: 'Subnets, each with the rules of its network security group', ids: ['network', 'SEC-001'] },
    );
    securityGroups(
      c,
      subnets.map(({ item: subnet }) => groupName[subnet.key]),
    );
    network(
      c,
      subnets.map(({ item: subnet }) => subnetId[subnet.key]),
    );
  },
});

function nameSubnet(c: Composer, key: SubnetKey): void {
  const fixed = fixedNames[key];
  const name =
    fixed ?? c.name(subnetId[key], { type: 'Microsoft.Network/virtualNetworks/subnets', qualifier: qualifiers[key] });
  c.name(groupName[key], { type: 'Microsoft.Network/networkSecurityGroups', qualifier: qualifiers[key] });
  c.identify(
    subnetId[key],
    call('resourceId', 'Microsoft.Network/virtualNetworks/subnets', c.reference('virtualNetwork'), name),
  );
}

function describeSubnet(c: Composer, { item: subnet, ids, on }: Contribution<Slots['subnet']>): Value {
  const rules = distinct(c.collect('securityRule').filter((one) => one.item.subnet === subnet.key)).map((one) =>
    within(on, one),
  );
  const outbound = subnet.key === 'workload' ? c.collect('outbound') : [];
  return c.because(ids, {
    name: fixedNames[subnet.key] ?? c.reference(subnetId[subnet.key]),
    prefix: param('subnetPrefixes', subnet.key),
    securityGroup: c.reference(groupName[subnet.key]),
    securityRules: [
      ...list(rules, (one) => c.because(one.ids, ruleValue(one.item.rule))),
      ...(c.rules.on('SEC-003') ? [c.because(['SEC-003'], variable('denyAllInbound'))] : []),
    ],
    natGatewayId:
      c.collect('outbound').length === 0
        ? undefined
        : c.because(
            ['outbound'],
            pick(outbound, (one) => one.id),
          ),
  });
}

function securityGroups(c: Composer, makes: readonly string[]): void {
  c.module({
    symbol: 'networkSecurityGroups',
    module: 'network/network-security-group',
    comment: 'Network security groups: one for each subnet',
    ids: ['SEC-001', 'SEC-002', 'SEC-003'],
    makes,
    loop: { item: 'subnet', in: variable('subnets') },
    params: {
      name: item('subnet', 'securityGroup'),
      securityRules: item('subnet', 'securityRules'),
      diagnosticSettings: diagnostics(c),
    },
  });
}

function network(c: Composer, makes: readonly string[]): void {
  const servers = c.choose({
    name: 'dnsServers',
    type: arrayOf(string),
    description: 'DNS servers of the network; empty for Azure’s own',
    value: (view) => view.core.network.dnsServers,
    answers: ['network.dnsServers'],
  });
  const outbound = c.collect('outbound');
  c.module({
    symbol: 'virtualNetwork',
    module: 'network/virtual-network',
    comment: 'Virtual network and its subnets',
    makes: ['virtualNetwork', ...makes],
    dependsOn: ['networkSecurityGroups'],
    params: {
      name: c.reference('virtualNetwork'),
      addressPrefixes: [param('addressSpace')],
      dnsServers: Array.isArray(servers) && servers.length === 0 ? undefined : servers,
      subnets: each('subnet', variable('subnets'), {
        name: item('subnet', 'name'),
        addressPrefix: item('subnet', 'prefix'),
        networkSecurityGroupResourceId: c.because(
          ['SEC-001'],
          call('resourceId', 'Microsoft.Network/networkSecurityGroups', item('subnet', 'securityGroup')),
        ),
        natGatewayResourceId:
          outbound.length === 0 ? undefined : c.because(['outbound'], item('subnet', 'natGatewayId')),
        defaultOutboundAccess: c.rules.on('SEC-006') ? c.because(['SEC-006'], false) : undefined,
        privateEndpointNetworkPolicies: c.because(['SEC-001', 'SEC-008', 'SEC-023'], 'Enabled'),
      }),
      diagnosticSettings: diagnostics(c),
    },
  });
  c.output('virtualNetworkId', string, 'Resource id of the virtual network', c.id('virtualNetwork'));
}
