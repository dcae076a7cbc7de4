import { arrayOf, int, literals, object, string } from '../../src/bicep/type.ts';
import { call, each, item, lambda, type ObjectValue, type Value } from '../../src/bicep/value.ts';
import { component, type AnswerProblem, type Composer, type View } from '../component.ts';
import { parseCidr, contains } from '../azure/addresses.ts';
import { subnetRanges } from '../network-plan.ts';
import { diagnostics, zones } from '../patterns.ts';

export interface LoadBalancerPort {
  readonly name: string;
  readonly port: number;
  readonly backendPort: number;
}
export interface LoadBalancerInputs {
  readonly enabled: boolean;
  readonly ports: readonly LoadBalancerPort[];
  readonly probe: { readonly protocol: 'Tcp' | 'Http' | 'Https'; readonly port: number; readonly path: string };
  /** Fixed address in the workload subnet; empty lets Azure choose. */
  readonly address: string;
}
declare module '../component.ts' {
  interface Inputs {
    loadBalancer: LoadBalancerInputs;
  }
}

const frontend = 'frontend';
const pool = 'machine';
const probe = 'health';
const type = 'Microsoft.Network/loadBalancers';

export const internalLoadBalancer = component({
  name: 'internal-load-balancer',
  title: 'Internal load balancer',
  summary: 'One private address for the application, with a health probe',
  serves: ['FR-008'],
  inputs: {
    key: 'loadBalancer',
    schema: (z) => {
      const port = z.int().min(1).max(65535);
      return z.strictObject({
        enabled: z.boolean(),
        ports: z
          .array(z.strictObject({ name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and hyphens'), port, backendPort: port }))
          .min(1)
          .max(20),
        probe: z.strictObject({ protocol: z.enum(['Tcp', 'Http', 'Https']), port, path: z.string().regex(/^(\/[\w./~%-]{0,200})?$/, 'must begin with a slash').describe('Path asked for; not for Tcp') }),
        address: z.ipv4().or(z.literal('')).describe('Fixed address in the workload subnet; empty lets Azure choose'),
      });
    },
    defaults: () => ({ enabled: false, ports: [{ name: 'https', port: 443, backendPort: 443 }], probe: { protocol: 'Tcp', port: 443, path: '' }, address: '' }),
    questions: [
      { path: 'enabled', ask: 'Is the application offered through an internal load balancer?', kind: 'confirm', byEnvironment: true },
      { path: 'ports.0.port', ask: 'Port that clients use', kind: 'number', when: (inputs) => inputs['enabled'] === true },
      { path: 'ports.0.backendPort', ask: 'Port that the application listens on', kind: 'number', when: (inputs) => inputs['enabled'] === true },
      { path: 'probe.protocol', ask: 'Health is probed by', kind: 'choice', when: (inputs) => inputs['enabled'] === true, choices: () => [{ value: 'Tcp' }, { value: 'Http' }, { value: 'Https' }] },
      { path: 'probe.port', ask: 'Port of the health probe', kind: 'number', when: (inputs) => inputs['enabled'] === true },
    ],
    switchOn: { enabled: true },
  },
  enabled: (view) => view.inputs.loadBalancer.enabled,
  check: problems,
  contribute: (c) => {
    c.name('loadBalancer', { type, abbreviation: 'lbi' });
    c.identify('backendPool', call('resourceId', `${type}/backendAddressPools`, c.reference('loadBalancer'), pool));
    c.contribute('backendPool', { id: c.id('backendPool') });
    const ports = portParameter(c);
    c.contribute('securityRule', {
      subnet: 'workload',
      rule: { name: 'AllowApplicationInbound', priority: 100, direction: 'Inbound', access: 'Allow', protocol: 'Tcp', description: 'Clients inside the network', source: 'VirtualNetwork', destination: '*', ports: call('map', ports, lambda('port', call('string', item('port', 'backendPort')))) },
    });
    c.contribute('securityRule', {
      subnet: 'workload',
      rule: { name: 'AllowLoadBalancerProbeInbound', priority: 110, direction: 'Inbound', access: 'Allow', protocol: 'Tcp', description: 'Health probes of the load balancer', source: 'AzureLoadBalancer', destination: '*', ports: ['*'] },
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

function problems(view: View): readonly AnswerProblem[] {
  const { loadBalancer: is } = view.inputs;
  if (!is.enabled) return [];
  const names = is.ports.map((port) => port.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  const range = parseCidr(subnetRanges(view.core.network).workload);
  const address = parseCidr(`${is.address || '0.0.0.0'}/32`);
  return [
    ...(twice ? [{ code: 'answer-twice', answer: 'loadBalancer.ports', args: { what: twice } }] : []),
    ...(is.probe.protocol !== 'Tcp' && is.probe.path === '' ? [{ code: 'answer-missing', answer: 'loadBalancer.probe.path', args: { why: `the probe is ${is.probe.protocol}` } }] : []),
    ...(is.address !== '' && range.ok && address.ok && !contains(range.cidr, address.cidr) ? [{ code: 'range-outside', answer: 'loadBalancer.address', args: { range: is.address, space: subnetRanges(view.core.network).workload } }] : []),
  ];
}

function portParameter(c: Composer) {
  return c.parameter({
    name: 'loadBalancerPorts',
    type: arrayOf(object({ name: string, port: int, backendPort: int })),
    description: 'Ports of the application: what clients use, and what it listens on',
    value: (view) => view.inputs.loadBalancer.ports.map(({ name, port, backendPort }) => ({ name, port, backendPort })),
    answers: ['loadBalancer.ports'],
  });
}

function frontendValue(c: Composer): ObjectValue {
  const address = c.choose({ name: 'loadBalancerAddress', type: string, description: 'Fixed address of the load balancer; empty lets Azure choose', value: (view) => view.inputs.loadBalancer.address, answers: ['loadBalancer.address'] });
  return {
    name: frontend,
    subnetResourceId: c.id('subnetWorkload'),
    privateIPAddress: address === '' ? undefined : address,
    availabilityZones: zones(c),
  };
}

function probeValue(c: Composer): Value {
  const protocol = c.choose({ name: 'probeProtocol', type: literals('Tcp', 'Http', 'Https'), description: 'Protocol of the health probe', value: (view) => view.inputs.loadBalancer.probe.protocol, answers: ['loadBalancer.probe.protocol'] });
  const port = c.choose({ name: 'probePort', type: int, description: 'Port of the health probe', minValue: 1, maxValue: 65535, value: (view) => view.inputs.loadBalancer.probe.port, answers: ['loadBalancer.probe.port'] });
  const path = c.choose({ name: 'probePath', type: string, description: 'Path of the health probe; empty for Tcp', value: (view) => view.inputs.loadBalancer.probe.path, answers: ['loadBalancer.probe.path'] });
  return { name: probe, protocol, port, requestPath: path === '' ? undefined : path, intervalInSeconds: 15, numberOfProbes: 2 };
}
