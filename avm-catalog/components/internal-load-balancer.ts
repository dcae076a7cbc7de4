import { arrayOf, int, literals, object, string } from '../../src/bicep/type.ts';
import { call, each, item, lambda, when, type Value } from '../../src/bicep/value.ts';
import { component, type Composer } from '../component.ts';
import { loadBalancerInputs } from '../parts/load-balancer/inputs.ts';
import { problems } from '../parts/load-balancer/problems.ts';
import { diagnostics, zones } from '../patterns.ts';

const frontend = 'frontend';
const pool = 'machine';
const probe = 'health';
const type = 'Microsoft.Network/loadBalancers';

export const internalLoadBalancer = component({
  name: 'internal-load-balancer',
  title: 'Internal load balancer',
  summary: 'One private address for the application, with a health probe',
  serves: ['FR-008'],
  inputs: loadBalancerInputs,
  enabled: (view) => view.inputs.loadBalancer.enabled,
  check: problems,
  contribute: (c) => {
    c.name('loadBalancer', { type, abbreviation: 'lbi' });
    c.identify('backendPool', call('resourceId', `${type}/backendAddressPools`, c.reference('loadBalancer'), pool));
    c.contribute('backendPool', { id: c.id('backendPool') });
    const ports = portParameter(c);
    c.contribute('securityRule', {
      subnet: 'workload',
      rule: {
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
    });
    c.contribute('securityRule', {
      subnet: 'workload',
      rule: {
        name: 'AllowLoadBalancerProbeInbound',
        priority: 110,
        direction: 'Inbound',
        access: 'Allow',
        protocol: 'Tcp',
        description: 'Health probes of the load balancer',
        source: 'AzureLoadBalancer',
        destination: '*',
        ports: ['*'],
      },
    });
    c.contribute('metricAlert', {
      key: 'application-unhealthy',
      description: 'The health probe of the load balancer fails: the application does not answer',
      severity: 1,
      scope: c.id('loadBalancer'),
      resourceType: type,
      frequency: 'PT1M',
      window: 'PT5M',
      metric: 'DipAvailability',
      aggregation: 'Average',
      operator: 'LessThan',
      threshold: 90,
    });
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
        }),
        diagnosticSettings: diagnostics(c),
      },
    });
  },
});

function portParameter(c: Composer) {
  return c.parameter({
    name: 'loadBalancerPorts',
    type: arrayOf(object({ name: string, port: int, backendPort: int })),
    description: 'Ports of the application: what clients use, and what it listens on',
    value: (view) => view.inputs.loadBalancer.ports.map(({ name, port, backendPort }) => ({ name, port, backendPort })),
    answers: ['loadBalancer.ports'],
  });
}

function frontendValue(c: Composer): Value {
  const address = c.choose({
    name: 'loadBalancerAddress',
    type: string,
    description: 'Fixed address of the load balancer; empty lets Azure choose',
    value: (view) => view.inputs.loadBalancer.address,
    answers: ['loadBalancer.address'],
  });
  const free = { name: frontend, subnetResourceId: c.id('subnetWorkload'), availabilityZones: zones(c) };
  const fixed = { ...free, privateIPAddress: address };
  if (typeof address === 'string') return address === '' ? free : fixed;
  // The module takes an address that is there, even an empty one, for a fixed one.
  return when(call('empty', address), free, fixed);
}

function probeValue(c: Composer): Value {
  const protocol = c.choose({
    name: 'probeProtocol',
    type: literals('Tcp', 'Http', 'Https'),
    description: 'Protocol of the health probe',
    value: (view) => view.inputs.loadBalancer.probe.protocol,
    answers: ['loadBalancer.probe.protocol'],
  });
  const port = c.choose({
    name: 'probePort',
    type: int,
    description: 'Port of the health probe',
    minValue: 1,
    maxValue: 65535,
    value: (view) => view.inputs.loadBalancer.probe.port,
    answers: ['loadBalancer.probe.port'],
  });
  const path = c.choose({
    name: 'probePath',
    type: string,
    description: 'Path of the health probe; empty for Tcp',
    value: (view) => view.inputs.loadBalancer.probe.path,
    answers: ['loadBalancer.probe.path'],
  });
  return {
    name: probe,
    protocol,
    port,
    requestPath: typeof path === 'string' ? path || undefined : when(call('empty', path), null, path),
    intervalInSeconds: 15,
    numberOfProbes: 2,
  };
}
