import { resourceIdOfType } from '../../azure/resource-ids.ts';
import type { InputDefinition } from '../../kernel/component.ts';
import { accessModes, monitorPrivateLinkInputs } from './inputs.ts';

export const monitorPrivateLinkDefinition: InputDefinition<ReturnType<typeof monitorPrivateLinkInputs.of>> = {
  token: monitorPrivateLinkInputs,
  category: 'Integration & External Dependencies',
  schema: (z) =>
    z.strictObject({
      enabled: z
        .boolean()
        .describe('Deploy an Azure Monitor private link scope. It affects all networks that share its DNS zones'),
      scopeId: z
        .string()
        .regex(
          resourceIdOfType('Microsoft.Insights/privateLinkScopes'),
          'must be the resource ID of an Azure Monitor private link scope',
        )
        .or(z.literal(''))
        .describe(
          'Resource ID of an existing private link scope, whose owners add the workspace to it. Empty for a new one',
        ),
      ingestionAccess: z
        .enum(accessModes)
        .describe('Where the network can send telemetry: only to resources in the scope, or to others too'),
      queryAccess: z
        .enum(accessModes)
        .describe('What the network can query: only resources in the scope, or others too'),
      publicIngestion: z.boolean().describe('The workspace takes logs from networks without the private link'),
      publicQueries: z.boolean().describe('The workspace answers queries from networks without the private link'),
    }),
  defaults: () => ({
    enabled: false,
    scopeId: '',
    ingestionAccess: 'PrivateOnly',
    queryAccess: 'PrivateOnly',
    publicIngestion: false,
    publicQueries: true,
  }),
  questions: [
    { path: 'enabled', ask: 'Send logs through an Azure Monitor private link?', kind: 'confirm', byEnvironment: true },
  ],
  switchOn: { enabled: true },
};
