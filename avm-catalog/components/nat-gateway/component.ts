import { int } from '../../../src/bicep/type.ts';
import { component } from '../../kernel/component.ts';
import { diagnostics, zone, zones } from '../../kernel/patterns.ts';
import { drawing } from './drawing.ts';
import { natGatewayDocs } from './docs.ts';
import { natGatewayInputs } from './inputs.ts';

export const natGateway = component({
  name: 'nat-gateway',
  title: 'NAT gateway',
  summary: 'Outbound internet access from one public IP address',
  serves: ['outbound', 'SEC-006'],
  drawing,
  inputs: {
    token: natGatewayInputs,
    schema: (z) =>
      z.strictObject({
        enabled: z
          .boolean()
          .describe('Deploy a NAT gateway. Without it, private subnets (SEC-006) have no outbound internet access'),
        idleTimeoutMinutes: z.int().min(4).max(120).describe('Idle timeout of connections, in minutes'),
      }),
    defaults: () => ({ enabled: false, idleTimeoutMinutes: 4 }),
    questions: [
      {
        path: 'enabled',
        ask: 'Allow outbound internet access through a NAT gateway?',
        kind: 'confirm',
        byEnvironment: true,
      },
    ],
    switchOn: { enabled: true },
  },
  docs: natGatewayDocs,
  enabled: (view) => natGatewayInputs.of(view).enabled,
  contribute: (c) => {
    c.name('natGateway', { type: 'Microsoft.Network/natGateways' });
    c.name('natGatewayPublicIp', { type: 'Microsoft.Network/publicIPAddresses', qualifier: 'nat' });
    c.contribute('outbound', { id: c.id('natGateway') });
    c.contribute('metricAlert', { key: 'nat-gateway-dropping', scope: c.id('natGateway') });
    c.contribute('metricAlert', { key: 'nat-gateway-exhausted', scope: c.id('natGateway') });
  },
  compose: (c) => {
    const idle = c.choose({
      name: 'natIdleTimeoutMinutes',
      type: int,
      description: 'Idle timeout of outbound connections, in minutes',
      minValue: 4,
      maxValue: 120,
      value: (view) => natGatewayInputs.of(view).idleTimeoutMinutes,
      answers: ['natGateway.idleTimeoutMinutes'],
    });
    c.module({
      symbol: 'natGateway',
      module: 'network/nat-gateway',
      comment: 'NAT gateway, the only outbound access of the workload subnet',
      makes: ['natGateway'],
      params: {
        name: c.reference('natGateway'),
        availabilityZone: zone(c),
        idleTimeoutInMinutes: idle,
        publicIPAddresses: [
          { name: c.reference('natGatewayPublicIp'), availabilityZones: zones(c), diagnosticSettings: diagnostics(c) },
        ],
      },
    });
  },
});
