import { arrayOf, bool, object, string } from '../../../src/bicep/type.ts';
import { ownValue } from '../../../src/bicep/own.ts';
import { call, each, item, param, spread, variable, type Value } from '../../../src/bicep/value.ts';
import { addressSpacesOf } from '../../kernel/address-spaces.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { fixedAddressProblems } from './fixed-addresses.ts';
import { networkProblems } from './network-plan.ts';
import { distinct } from './security-rules.ts';
import { diagnostics, list } from '../../kernel/patterns.ts';
import type { SubnetKey } from '../../kernel/slots.ts';
import { rangesIn } from '../subnet/inputs.ts';
import { drawing } from './drawing.ts';
import { fixedNames, groupKey, idKey, inPlace, isCatalogs, qualifiers } from './subnet-names.ts';
import { outboundDefinition, outboundProblems } from './outbound.ts';
import { describeSubnet, hasDelegation, hasTables } from './subnet-values.ts';
import { virtualNetworkDocs } from './docs.ts';

export const virtualNetwork = component({
  name: 'virtual-network',
  title: 'Virtual network',
  summary: 'Private subnets, each with its own network security group',
  serves: ['network'],
  drawing,
  inputs: outboundDefinition,
  docs: virtualNetworkDocs,
  resource: 'virtualNetwork',
  enabled: () => true,
  check: (view) => [...networkProblems(view), ...fixedAddressProblems(view), ...outboundProblems(view)],
  contribute: (c) => {
    c.name('virtualNetwork', { type: 'Microsoft.Network/virtualNetworks' });
  },
  compose: (c) => {
    if (c.collect('privateService').length > 0)
      c.contribute('subnet', { key: 'privateEndpoints', purpose: 'private endpoints' }, { ids: ['SEC-008'] });
    const subnets = inPlace(distinct(c.collect('subnet'), ({ key }) => key));
    for (const { item: subnet } of subnets) if (isCatalogs(subnet.key)) nameSubnet(c, subnet.key);
    c.parameter({
      name: 'addressSpace',
      type: string,
      description: 'Address space of the virtual network, in CIDR notation',
      value: (view) => view.core.network.addressSpace,
      answers: ['network.addressSpace'],
    });
    if (hasMore(c)) addMore(c);
    c.parameter({
      name: 'subnetPrefixes',
      type: object(Object.fromEntries(subnets.map(({ item: subnet }) => [subnet.key, string]))),
      description: 'Address range of each subnet, within the address space',
      value: (view) => {
        const ranges = rangesIn(view);
        return Object.fromEntries(subnets.map(({ item: { key } }) => [key, ownValue(ranges, key) ?? '']));
      },
      answers: ['network.addressSpace', ...(hasMore(c) ? ['network.additionalAddressSpaces'] : []), 'network.subnets'],
    });
    c.variable(
      'subnets',
      list(subnets, (one) => describeSubnet(c, one)),
      { description: 'Subnets, each with the rules of its network security group', ids: ['network', 'SEC-001'] },
    );
    securityGroups(
      c,
      subnets.map(({ item: subnet }) => groupKey(subnet.key)),
    );
    network(
      c,
      subnets.map(({ item: subnet }) => idKey(subnet.key)),
    );
  },
});

function nameSubnet(c: Composer, key: SubnetKey): void {
  const fixed = fixedNames[key];
  const name =
    fixed ?? c.name(idKey(key), { type: 'Microsoft.Network/virtualNetworks/subnets', qualifier: qualifiers[key] });
  c.name(groupKey(key), { type: 'Microsoft.Network/networkSecurityGroups', qualifier: qualifiers[key] });
  c.identify(
    idKey(key),
    call('resourceId', 'Microsoft.Network/virtualNetworks/subnets', c.reference('virtualNetwork'), name),
  );
}

function securityGroups(c: Composer, makes: readonly string[]): void {
  c.module({
    symbol: 'networkSecurityGroups',
    module: 'network/network-security-group',
    comment: 'Network security groups, one for each subnet',
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
    description: 'DNS servers of the virtual network; empty for Azure DNS',
    value: (view) => view.core.network.dnsServers,
    answers: ['network.dnsServers'],
  });
  const outbound = c.collect('outbound');
  const encrypted = encryption(c);
  c.module({
    symbol: 'virtualNetwork',
    module: 'network/virtual-network',
    comment: 'Virtual network and its subnets',
    makes: ['virtualNetwork', ...makes],
    dependsOn: ['networkSecurityGroups'],
    params: {
      name: c.reference('virtualNetwork'),
      addressPrefixes: [param('addressSpace'), ...(hasMore(c) ? [spread(param('additionalAddressSpaces'))] : [])],
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
        ...(hasDelegation(c) ? { delegation: item('subnet', 'delegation') } : {}),
        ...(hasTables(c) ? { routeTableResourceId: item('subnet', 'routeTableId') } : {}),
        defaultOutboundAccess: c.rules.on('SEC-006') ? c.because(['SEC-006'], false) : undefined,
        privateEndpointNetworkPolicies: c.because(['SEC-001', 'SEC-008', 'SEC-023'], 'Enabled'),
      }),
      // The module's default lets VMs that don't support it communicate, which Azure requires.
      vnetEncryption: encrypted === false ? undefined : c.because(['SEC-033'], encrypted),
      diagnosticSettings: diagnostics(c),
    },
  });
  c.output('virtualNetworkId', string, 'Resource ID of the virtual network', c.id('virtualNetwork'));
}

function encryption(c: Composer): Value {
  return c.choose({
    name: 'virtualNetworkEncryption',
    type: bool,
    description: 'Encrypt the traffic between VMs whose size supports virtual network encryption',
    value: ({ core }) => core.network.encryption ?? false,
    answers: ['network.encryption'],
    ids: ['SEC-033'],
  });
}

/** Whether the network of any environment has several ranges. */
const hasMore = (c: Composer): boolean => c.views.some(({ core }) => addressSpacesOf(core.network).length > 1);

function addMore(c: Composer): void {
  c.parameter({
    name: 'additionalAddressSpaces',
    type: arrayOf(string),
    description: 'Further address ranges of the virtual network, in CIDR notation',
    value: (view) => view.core.network.additionalAddressSpaces ?? [],
    answers: ['network.additionalAddressSpaces'],
  });
}
