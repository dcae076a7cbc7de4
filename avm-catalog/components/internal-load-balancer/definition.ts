import type { InputDefinition } from '../../kernel/component.ts';
import { loadBalancerInputs, type LoadBalancerInputs } from './inputs.ts';

export const loadBalancerDefinition: InputDefinition<LoadBalancerInputs> = {
  token: loadBalancerInputs,
  category: 'Interaction & UX Flow',
  schema: (z) => {
    // Source: azure-rest-api-specs loadBalancer.json: frontendPort up to 65534, backendPort and probe port up to 65535.
    const frontendPort = z.int().min(1).max(65534);
    const port = z.int().min(1).max(65535);
    return z.strictObject({
      enabled: z.boolean(),
      ports: z
        .array(
          z.strictObject({
            name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and hyphens'),
            port: frontendPort,
            backendPort: port,
          }),
        )
        .min(1)
        .max(20),
      probe: z.strictObject({
        protocol: z.enum(['Tcp', 'Http', 'Https']),
        port,
        path: z
          .string()
          .regex(/^(\/[\w./~%-]{0,200})?$/, 'must begin with a slash')
          .describe('Path asked for; not for Tcp'),
      }),
      address: z.ipv4().or(z.literal('')).describe('Fixed address in the workload subnet; empty lets Azure choose'),
    });
  },
  defaults: () => ({
    enabled: false,
    ports: [{ name: 'https', port: 443, backendPort: 443 }],
    probe: { protocol: 'Tcp', port: 443, path: '' },
    address: '',
  }),
  questions: [
    {
      path: 'enabled',
      ask: 'Is the application offered through an internal load balancer?',
      kind: 'confirm',
      byEnvironment: true,
    },
    {
      path: 'ports.0.port',
      ask: 'Port that clients use',
      kind: 'number',
      when: (inputs) => inputs['enabled'] === true,
    },
    {
      path: 'ports.0.backendPort',
      ask: 'Port that the application listens on',
      kind: 'number',
      when: (inputs) => inputs['enabled'] === true,
    },
    {
      path: 'probe.protocol',
      ask: 'Health is probed by',
      kind: 'choice',
      when: (inputs) => inputs['enabled'] === true,
      choices: () => [{ value: 'Tcp' }, { value: 'Http' }, { value: 'Https' }],
    },
    {
      path: 'probe.port',
      ask: 'Port of the health probe',
      kind: 'number',
      when: (inputs) => inputs['enabled'] === true,
    },
  ],
  guesses: [
    {
      path: 'ports.0.port',
      question: 'On which port do clients reach the application',
      why: 'Port 443 is a guess, and the load balancer listens on nothing else.',
      advice: 'Take the port that its clients are set to today.',
      asItIs: true,
      category: 'Interaction & UX Flow',
      impact: 3,
      uncertainty: 2,
    },
    {
      path: 'ports.0.backendPort',
      question: 'On which port does the application listen',
      why: 'Port 443 is a guess, and what is sent to another port reaches nobody.',
      advice: 'Look at the machine it runs on today.',
      asItIs: true,
      category: 'Integration & External Dependencies',
      impact: 3,
      uncertainty: 2,
    },
    {
      path: 'probe.port',
      question: 'On which port does the application show that it is well',
      why: 'Where the probe gets no answer, the load balancer sends nobody to the machine.',
      advice: 'Take the port that the application listens on, unless it has one for its health.',
      asItIs: true,
      category: 'Edge Cases & Failure Handling',
      impact: 2,
      uncertainty: 2,
    },
  ],
  switchOn: { enabled: true },
};
