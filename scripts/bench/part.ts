import { natGateway } from '../../avm-catalog/components/nat-gateway/component.ts';
import type { ComponentDefinition, Composer } from '../../avm-catalog/kernel/component.ts';
import { diagnostics } from '../../avm-catalog/kernel/patterns.ts';
import type { ObjectValue } from '../../src/bicep/value.ts';

/** How many in a row wait for one another. */
const chain = 10;

/** A component as the catalog’s are: names, parameters, a module, an alert, an output; each fifth is on in one environment alone. */
export function part(index: number): ComponentDefinition {
  const key = `part${index}`;
  return {
    name: `part-${index}`,
    title: `Part ${index}`,
    summary: 'Outbound access of the network',
    serves: ['outbound', 'SEC-006'],
    docs: natGateway.docs,
    enabled: (view) => index % 5 !== 0 || view.environment === 'prod',
    contribute: (c) => contribute(c, key),
    compose: (c) => {
      c.module({
        symbol: key,
        module: 'network/nat-gateway',
        comment: 'NAT gateway: outbound access',
        makes: [key],
        dependsOn: index % chain === 0 ? [] : [`part${index - 1}`],
        params: parameters(c, key),
      });
      c.output(`${key}Id`, { kind: 'string' }, 'Resource id of the part', c.id(key));
    },
  };
}

function contribute(c: Composer, key: string): void {
  c.name(key, { type: 'Microsoft.Network/natGateways', qualifier: key });
  c.name(`${key}Address`, { type: 'Microsoft.Network/publicIPAddresses', qualifier: key });
  c.contribute('metricAlert', { key: 'nat-gateway-dropping', scope: c.id(key) });
}

function parameters(c: Composer, key: string): ObjectValue {
  const idle = c.parameter({
    name: `${key}Minutes`,
    type: { kind: 'int' },
    description: 'Idle timeout of connections, in minutes',
    minValue: 4,
    maxValue: 120,
    value: (view) => view.environment.length,
    answers: ['natGateway.idleTimeoutMinutes'],
  });
  const zone = c.choose({
    name: `${key}Zone`,
    type: { kind: 'literals', of: [-1, 1, 2, 3] },
    description: 'Zone',
    value: () => 1,
    answers: ['location.zone'],
  });
  const address = {
    name: c.reference(`${key}Address`),
    availabilityZones: [1, 2, 3],
    diagnosticSettings: diagnostics(c),
  };
  return { name: c.reference(key), availabilityZone: zone, idleTimeoutInMinutes: idle, publicIPAddresses: [address] };
}
