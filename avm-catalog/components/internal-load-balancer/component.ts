import operations from './readme.md.hbs';
import { arrayOf, bool, int, literals, object, string } from '../../../src/bicep/type.ts';
import {
  call,
  each,
  isExpression,
  item,
  lambda,
  when,
  type ObjectValue,
  type Value,
} from '../../../src/bicep/value.ts';
import { balancedIn, isAnyBalancedShutDown } from '../virtual-machine/inputs.ts';
import type { SecurityRule } from '../../kernel/slots.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { drawing } from './drawing.ts';
import { loadBalancerDefinition } from './definition.ts';
import { loadBalancerInputs } from './inputs.ts';
import { contradictions, problems } from './problems.ts';
import { asCondition, diagnostics, zones } from '../../kernel/patterns.ts';

const frontend = 'frontend';
const pool = 'machine';
const probe = 'health';
const type = 'Microsoft.Network/loadBalancers';

export const internalLoadBalancer = component({
  name: 'internal-load-balancer',
  title: 'Internal load balancer',
  summary: 'A private IP address for the application, with a health probe',
  serves: ['load-balancing'],
  drawing,
  inputs: loadBalancerDefinition,
  contradictions,
  docs: { operations },
  enabled: (view) => loadBalancerInputs.of(view).enabled,
  check: problems,
  contribute: (c) => {
    c.name('loadBalancer', { type, abbreviation: 'lbi' });
    c.identify('backendPool', call('resourceId', `${type}/backendAddressPools`, c.reference('loadBalancer'), pool));
    c.contribute('backendPool', { id: c.id('backendPool') });
    const ports = portParameter(c);
    const probed = probePort(c);
    for (const [machine, subnet] of balancedIn(c.views))
      for (const rule of inboundRules(ports, probed))
        c.contribute('securityRule', { subnet, rule }, { on: asCondition(c.given(machine)) });
    healthAlert(c);
  },
  compose: (c) => {
    c.module({
      symbol: 'loadBalancer',
      module: 'network/load-balancer',
      comment: 'Internal load balancer in front of the application',
      makes: ['loadBalancer', 'backendPool'],
      params: {
        name: c.reference('loadBalancer'),
        frontendIPConfigurations: [frontendValue(c)],
        backendAddressPools: [{ name: pool, backendMembershipMode: 'NIC' }],
        probes: [probeValue(c)],
        loadBalancingRules: each('port', portParameter(c), {
          name: item('port', 'name'),
          protocol: 'Tcp',
          frontendIPConfigurationName: frontend,
          backendAddressPoolName: pool,
          probeName: probe,
          frontendPort: item('port', 'port'),
          backendPort: item('port', 'backendPort'),
          disableOutboundSnat: true,
          enableTcpReset: true,
        }),
        diagnosticSettings: diagnostics(c),
      },
    });
  },
});

/** Inbound rules for the VMs in its backend pool, in each of their subnets. */
function inboundRules(ports: Value, probed: Value): readonly SecurityRule[] {
  return [
    {
      name: 'AllowApplicationInbound',
      priority: 100,
      direction: 'Inbound',
      access: 'Allow',
      protocol: 'Tcp',
      description: 'Clients inside the network',
      source: 'VirtualNetwork',
      destination: '*',
      ports: call('map', ports, lambda('port', call('string', item('port', 'backendPort')))),
    },
    {
      name: 'AllowLoadBalancerProbeInbound',
      priority: 110,
      direction: 'Inbound',
      access: 'Allow',
      protocol: 'Tcp',
      description: 'Health probes of the load balancer',
      source: 'AzureLoadBalancer',
      destination: '*',
      ports: [typeof probed === 'number' ? String(probed) : call('string', probed)],
    },
  ];
}

/** A backend that is shut down every day is unhealthy every day. */
function healthAlert(c: Composer): void {
  const on = c.choose({
    name: 'alertOnHealthProbe',
    decides: true,
    type: bool,
    description: 'Alert when the health probe fails: false where a VM behind the load balancer is shut down daily',
    value: (view) => !isAnyBalancedShutDown(view),
    answers: ['virtualMachine.autoShutdown.enabled'],
  });
  if (on === false) return;
  c.contribute('metricAlert', { key: 'application-unhealthy', scope: c.id('loadBalancer') }, { on: asCondition(on) });
}

function portParameter(c: Composer) {
  return c.parameter({
    name: 'loadBalancerPorts',
    type: arrayOf(object({ name: string, port: int, backendPort: int })),
    description: 'Ports of the application. Clients connect to port, and the application listens on backendPort',
    value: (view) =>
      loadBalancerInputs.of(view).ports.map(({ name, port, backendPort }) => ({ name, port, backendPort })),
    answers: ['loadBalancer.ports'],
  });
}

function frontendValue(c: Composer): Value {
  const address = c.choose({
    name: 'loadBalancerAddress',
    type: string,
    description: 'Static private IP address of the load balancer; empty for an address that Azure chooses',
    value: (view) => loadBalancerInputs.of(view).address,
    answers: ['loadBalancer.address'],
  });
  const chosen: ObjectValue = {
    name: frontend,
    subnetResourceId: c.id('subnetWorkload'),
    availabilityZones: zones(c),
  };
  if (address === '') return chosen;
  const fixed = { ...chosen, privateIPAddress: address };
  // The module treats any address as static, even an empty one.
  return isExpression(address) ? when(call('empty', address), chosen, fixed) : fixed;
}

function probePort(c: Composer): Value {
  return c.choose({
    name: 'probePort',
    type: int,
    description: 'Port of the health probe',
    minValue: 1,
    maxValue: 65535,
    value: (view) => loadBalancerInputs.of(view).probe.port,
    answers: ['loadBalancer.probe.port'],
  });
}

function probeValue(c: Composer): Value {
  const protocol = c.choose({
    name: 'probeProtocol',
    type: literals('Tcp', 'Http', 'Https'),
    description: 'Protocol of the health probe',
    value: (view) => loadBalancerInputs.of(view).probe.protocol,
    answers: ['loadBalancer.probe.protocol'],
  });
  const path = c.choose({
    name: 'probePath',
    type: string,
    description: 'Path of the health probe; empty for Tcp',
    value: (view) =>
      loadBalancerInputs.of(view).probe.protocol === 'Tcp' ? '' : loadBalancerInputs.of(view).probe.path,
    answers: ['loadBalancer.probe.path', 'loadBalancer.probe.protocol'],
  });
  return {
    name: probe,
    protocol,
    port: probePort(c),
    // Azure accepts a path with Http and Https only, and rejects an empty one with Tcp.
    requestPath: path === '' ? undefined : isExpression(path) ? when(call('empty', path), null, path) : path,
    intervalInSeconds: 15,
    numberOfProbes: 2,
  };
}
