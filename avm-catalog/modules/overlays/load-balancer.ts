import { anyObject, between, bool, int, list, object, oneOf, optional, string, type Overlay } from './types.ts';

const rule = object({
  name: string,
  frontendIPConfigurationName: string,
  backendAddressPoolName: string,
  // Without a probe the module builds the id of one that is not there.
  probeName: string,
  frontendPort: between(0, 65534),
  backendPort: between(0, 65535),
  protocol: optional(oneOf('All', 'Tcp', 'Udp')),
  disableOutboundSnat: optional(bool),
  enableFloatingIP: optional(bool),
  enableTcpReset: optional(bool),
  idleTimeoutInMinutes: optional(between(4, 100)),
  loadDistribution: optional(oneOf('Default', 'SourceIP', 'SourceIPProtocol')),
});

const probe = object({
  name: string,
  // Read without a default to tell whether a path is needed.
  protocol: oneOf('Http', 'Https', 'Tcp'),
  port: optional(between(1, 65535)),
  requestPath: optional(string),
  intervalInSeconds: optional(between(5, 2147483647)),
  numberOfProbes: optional(int),
  probeThreshold: optional(between(1, 100)),
  noHealthyBackendsBehavior: optional(oneOf('AllProbedDown', 'AllProbedUp')),
});

const backendAddressPool = object({
  name: string,
  backendMembershipMode: optional(oneOf('BackendAddress', 'NIC', 'None')),
  tunnelInterfaces: optional(list(anyObject)),
  loadBalancerBackendAddresses: optional(list(anyObject)),
  drainPeriodInSeconds: optional(int),
  virtualNetworkResourceId: optional(string),
});

const inboundNatRule = object({
  name: string,
  frontendIPConfigurationName: string,
  backendPort: between(1, 65535),
  frontendPort: optional(between(1, 65534)),
  backendAddressPoolName: optional(string),
  enableFloatingIP: optional(bool),
  enableTcpReset: optional(bool),
  frontendPortRangeEnd: optional(int),
  frontendPortRangeStart: optional(int),
  idleTimeoutInMinutes: optional(between(4, 30)),
  protocol: optional(oneOf('All', 'Tcp', 'Udp')),
});

const outboundRule = object({
  name: string,
  frontendIPConfigurationName: string,
  backendAddressPoolName: string,
  protocol: optional(oneOf('All', 'Tcp', 'Udp')),
  allocatedOutboundPorts: optional(between(0, 63984)),
  enableTcpReset: optional(bool),
  idleTimeoutInMinutes: optional(between(4, 100)),
});

export const loadBalancer: Overlay = {
  'parameters.loadBalancingRules': list(rule),
  'parameters.probes': list(probe),
  'parameters.backendAddressPools': list(backendAddressPool),
  'parameters.inboundNatRules': list(inboundNatRule),
  'parameters.outboundRules': list(outboundRule),
};
