import type { InputDefinition } from '../../kernel/component.ts';
import { rangeOf, subnetInputs, type SubnetInputs } from './inputs.ts';

/** Azure's smallest subnet is a /29. Source: azure-docs virtual-network/virtual-networks-faq.md, "How small and how large". */
const smallest = 29;
const mostAllowed = 50;

export const subnetDefinition: InputDefinition<SubnetInputs> = {
  token: subnetInputs,
  recorded: (view, id) => ({ range: rangeOf(view, id) }),
  fixed: ['purpose', 'delegation', 'allow', 'outbound', 'routeTable'],
  schema: (z) =>
    z.strictObject({
      enabled: z.boolean(),
      purpose: z.string().max(80).describe('Purpose of the subnet, in a few words'),
      size: z
        .int()
        .min(16)
        .max(smallest)
        .describe('Prefix length, if the tool chooses the range. A /27 has 27 usable addresses'),
      range: z
        .string()
        .max(18)
        .describe(
          'IPv4 range in CIDR notation; empty for a range that the tool chooses. You can’t change the range of a subnet in use',
        ),
      delegation: z
        .string()
        .regex(/^(Microsoft\.[A-Za-z]+(\/[A-Za-z]+)+)?$/, 'must be a service such as Microsoft.Web/serverFarms')
        .describe('Service that the subnet is delegated to, such as Microsoft.Web/serverFarms; empty for none'),
      allow: z
        .array(
          z.strictObject({
            name: z
              .string()
              .regex(/^[A-Z][A-Za-z0-9]{0,29}$/, 'must be letters and digits, and begin with an uppercase letter'),
            ports: z
              .array(z.string().regex(/^\d{1,5}(-\d{1,5})?$/, 'must be a port, or a range such as 8000-8010'))
              .min(1)
              .max(20),
            from: z
              .string()
              .max(40)
              .describe('Source. A subnet of this network, a private range, VirtualNetwork, or AzureLoadBalancer'),
          }),
        )
        .max(mostAllowed)
        .describe('Inbound TCP traffic that its network security group allows. All other traffic is denied'),
      outbound: z.boolean().describe('Use the NAT gateway for outbound access, if there is one'),
      routeTable: z.string().max(20).describe('Name of the component for an existing route table; empty for none'),
    }),
  defaults: () => ({
    enabled: false,
    purpose: '',
    size: 27,
    range: '',
    delegation: '',
    allow: [],
    outbound: true,
    routeTable: '',
  }),
  questions: [
    { path: 'purpose', ask: 'Purpose of the subnet', kind: 'text' },
    { path: 'size', ask: 'Prefix length (27 gives 27 usable addresses)', kind: 'number' },
    {
      path: 'delegation',
      ask: 'Service to delegate it to, such as Microsoft.Web/serverFarms (empty for none)',
      kind: 'text',
    },
  ],
  switchOn: { enabled: true },
};
