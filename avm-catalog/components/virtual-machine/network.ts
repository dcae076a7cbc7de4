import { bool, string } from '../../../src/bicep/type.ts';
import { call, type ObjectValue, type Value } from '../../../src/bicep/value.ts';
import { sizeFacts } from '../../azure/sizes.ts';
import type { Composer } from '../../kernel/component.ts';
import type { SecurityRule } from '../../kernel/slots.ts';
import { asCondition, choice, diagnostics, not, pick } from '../../kernel/patterns.ts';
import { virtualMachineInputs } from './inputs.ts';

export function networkInterface(c: Composer): ObjectValue {
  const accelerated = c.choose({
    name: 'acceleratedNetworking',
    type: bool,
    description: 'Accelerated networking, where the size has it',
    value: (view) => sizeFacts(virtualMachineInputs.of(view))?.acceleratedNetworking ?? false,
    answers: ['virtualMachine.size'],
  });
  const pools = c.collect('backendPool');
  const address = c.choose({
    name: 'virtualMachineAddress',
    type: string,
    description: 'Fixed private address of the virtual machine; empty lets Azure choose',
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
        subnetResourceId: c.id('subnetWorkload'),
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

/** How an address that may be empty is given: the module takes an empty one for an address. */
function fixed(address: Value): ObjectValue {
  if (address === '') return {};
  const isFree = typeof address === 'string' ? false : call('empty', address);
  return {
    privateIPAllocationMethod: choice(isFree, 'Dynamic', 'Static'),
    privateIPAddress: choice(isFree, null, address),
  };
}

/** Where remote desktop is not opened just in time, it stands open to where administrators come from. */
export function standingAccess(c: Composer): void {
  const justInTime = c.given('just-in-time');
  const from = c.collect('administration');
  if (justInTime === true || from.length === 0) return;
  c.contribute(
    'securityRule',
    {
      subnet: 'workload',
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

/** What the machine may reach; the rest is denied. */
const outbound: readonly SecurityRule[] = [
  allow('AllowNetworkOutbound', 100, '*', 'VirtualNetwork', ['*'], 'Private endpoints and peered networks'),
  allow(
    'AllowWebOutbound',
    110,
    'Tcp',
    'Internet',
    ['80', '443'],
    'Updates, agents and certificates, through the planned outbound access',
  ),
  allow('AllowActivationOutbound', 120, 'Tcp', 'Internet', ['1688'], 'Windows activation'),
  { ...allow('DenyAllOutbound', 4000, '*', '*', ['*'], 'What no rule above allows is denied'), access: 'Deny' },
];

function allow(
  name: string,
  priority: number,
  protocol: SecurityRule['protocol'],
  destination: string,
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
    destination,
    ports,
  };
}

export function outboundRules(c: Composer): void {
  for (const rule of outbound) c.contribute('securityRule', { subnet: 'workload', rule }, { ids: ['SEC-006'] });
}
