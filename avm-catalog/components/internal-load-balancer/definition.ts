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
            name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lowercase letters, digits, and hyphens'),
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
          .describe('Path of the request; empty for Tcp'),
      }),
      address: z
        .ipv4()
        .or(z.literal(''))
        .describe('Static private IP address in the workload subnet; empty for an address that Azure chooses'),
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
      ask: 'Deploy an internal load balancer for the application?',
      kind: 'confirm',
      byEnvironment: true,
    },
    {
      path: 'ports.0.port',
      ask: 'Port that clients connect to',
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
      ask: 'Protocol of the health probe',
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
      question: 'Which port do clients connect to',
      why: 'Port 443 is a guess, and the load balancer listens only on the configured ports.',
      advice: 'Use the port in the configuration of the current clients.',
      asItIs: true,
      category: 'Interaction & UX Flow',
      impact: 3,
      uncertainty: 2,
    },
    {
      path: 'ports.0.backendPort',
      question: 'Which port does the application listen on',
      why: 'Port 443 is a guess, and traffic to a wrong port doesn’t reach the application.',
      advice: 'Check the configuration of the application on its current server.',
      asItIs: true,
      category: 'Integration & External Dependencies',
      impact: 3,
      uncertainty: 2,
    },
    {
      path: 'probe.port',
      question: 'Which port does the health probe check',
      why: 'If the probe fails, the load balancer sends no traffic to the VM.',
      advice: 'Use the port that the application listens on, unless it has a separate health endpoint.',
      asItIs: true,
      category: 'Edge Cases & Failure Handling',
      impact: 2,
      uncertainty: 2,
    },
  ],
  switchOn: { enabled: true },
};
