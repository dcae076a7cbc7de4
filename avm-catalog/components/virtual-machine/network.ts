import { arrayOf, bool, object, string } from '../../../src/bicep/type.ts';
import {
  call,
  item,
  lambda,
  operator,
  optional,
  param,
  type ObjectValue,
  type Value,
} from '../../../src/bicep/value.ts';
import { sizeFacts } from '../../azure/sizes.ts';
import type { Composer } from '../../kernel/component.ts';
import type { SecurityRule } from '../../kernel/slots.ts';
import { asCondition, choice, diagnostics, not, outputOf, pick } from '../../kernel/patterns.ts';
import { alike } from '../../kernel/inputs.ts';
import type { View } from '../../kernel/view.ts';
import { isServiceTag, outboundInputs, type AllowedDestination } from '../virtual-network/inputs.ts';
import { given } from './given.ts';
import { isBalanced, subnetOf, virtualMachineInputs } from './inputs.ts';

const { key } = virtualMachineInputs;

export function networkInterface(c: Composer): ObjectValue {
  const accelerated = c.choose({
    name: 'acceleratedNetworking',
    type: bool,
    description: 'Enable accelerated networking. The VM size must support it',
    value: (view) => sizeFacts(virtualMachineInputs.of(view))?.acceleratedNetworking ?? false,
    answers: ['virtualMachine.size'],
  });
  const own = c.symbol(key) === key ? key : '';
  const pools = isBalanced({ key: own, is: given(c) }) ? c.collect('backendPool') : [];
  const address = c.choose({
    name: 'virtualMachineAddress',
    type: string,
    description: 'Static private IP address of the virtual machine; empty for an address that Azure chooses',
    value: (view) => virtualMachineInputs.of(view).privateAddress,
    answers: ['virtualMachine.privateAddress'],
  });
  return {
    name: c.reference('networkInterface'),
    deleteOption: 'Delete',
    enableAcceleratedNetworking: accelerated,
    ipConfigurations: [
      {
        name: 'ipconfig-01',
        subnetResourceId: subnetId(c),
        ...fixed(address),
        loadBalancerBackendAddressPools:
          pools.length === 0
            ? undefined
            : c.because(
                ['load-balancing'],
                pick(pools, (pool): Value => [{ id: pool.id }], []),
              ),
      },
    ],
    diagnosticSettings: diagnostics(c),
  };
}

function subnetId(c: Composer): Value {
  const { subnet } = given(c);
  return subnet === undefined ? c.id('subnetWorkload') : (c.idOf(subnet) ?? '');
}

/** The module treats an empty address as an address, so the allocation method depends on it. */
function fixed(address: Value): ObjectValue {
  if (address === '') return {};
  const isFree = typeof address === 'string' ? false : call('empty', address);
  return {
    privateIPAllocationMethod: choice(isFree, 'Dynamic', 'Static'),
    privateIPAddress: choice(isFree, null, address),
  };
}

/** Without just-in-time access, RDP is always open to the source of administrative access. */
export function standingAccess(c: Composer): void {
  const justInTime = c.given('just-in-time');
  const from = c.collect('administration');
  if (justInTime === true || from.length === 0) return;
  c.contribute(
    'securityRule',
    {
      subnet: subnetOf(given(c)),
      rule: {
        name: 'AllowRemoteDesktopInbound',
        priority: 200,
        direction: 'Inbound',
        access: 'Allow',
        protocol: 'Tcp',
        description: 'Administrators, through Azure Bastion',
        source: pick(from, (one) => one.prefix, 'VirtualNetwork'),
        destination: '*',
        ports: ['3389'],
      },
    },
    { on: justInTime === false ? undefined : asCondition(not(justInTime)), ids: ['SEC-004'] },
  );
}

/** Outbound traffic that the VM needs. Everything else is denied. */
function outbound(c: Composer): readonly SecurityRule[] {
  return [
    allow('AllowNetworkOutbound', 100, '*', 'VirtualNetwork', ['*'], 'Private endpoints and peered networks'),
    ...alike(c, outboundInputs).allow.map((one, index) => {
      const { name, to, ports, purpose = `${name} at ${to}` } = one;
      return allow(`Allow${name}Outbound`, 110 + index * 10, 'Tcp', destination(c, one), ports, purpose);
    }),
    {
      ...allow('DenyAllOutbound', 4000, '*', '*', ['*'], 'Denies all traffic that no other rule allows'),
      access: 'Deny',
    },
  ];
}

/** Addresses are values of a parameter, service tags are the same in every environment. */
function destination(c: Composer, { name, to }: AllowedDestination): Value {
  if (isServiceTag(to)) return to;
  const addressesOf = (view: View): Readonly<Record<string, string>> =>
    Object.fromEntries(
      outboundInputs.of(view).allow.flatMap((one) => (isServiceTag(one.to) ? [] : [[one.name, one.to] as const])),
    );
  c.parameter({
    name: 'outboundAddresses',
    shared: true,
    type: object(Object.fromEntries(Object.keys(addressesOf(c.views[0] as View)).map((one) => [one, string]))),
    description: 'Addresses and ranges that outbound rules allow, by rule',
    value: addressesOf,
    answers: ['outbound.allow'],
  });
  return param('outboundAddresses', name);
}

function allow(
  name: string,
  priority: number,
  protocol: SecurityRule['protocol'],
  to: Value,
  ports: readonly string[],
  description: string,
): SecurityRule {
  return {
    name,
    priority,
    direction: 'Outbound',
    access: 'Allow',
    protocol,
    description,
    source: '*',
    destination: to,
    ports,
  };
}

export function outboundRules(c: Composer): void {
  const subnet = subnetOf(given(c));
  for (const rule of outbound(c)) c.contribute('securityRule', { subnet, rule }, { ids: ['SEC-006'] });
}

/** The addresses of all its interfaces, so that none is read by its place in a list. */
export function outputAddresses(c: Composer): void {
  const address = operator('??', optional(item('ip', 'privateIP')), '');
  const addresses = call('map', item('nic', 'ipConfigurations'), lambda('ip', address));
  const each = call('map', outputOf(c, 'virtualMachine', 'nicConfigurations'), lambda('nic', addresses));
  const description = 'Private IP addresses of each network interface of the virtual machine';
  const made = call('flatten', c.variable('virtualMachineAddresses', each, { description }));
  c.output('virtualMachinePrivateIpAddresses', arrayOf(string), 'Private IP addresses of the virtual machine', made);
}
