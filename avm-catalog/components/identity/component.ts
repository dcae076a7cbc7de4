import { string } from '../../../src/bicep/type.ts';
import { component } from '../../kernel/component.ts';
import { endpointOutputs, grantUses, identityOutputs } from '../../kernel/uses.ts';
import { alike } from '../../kernel/inputs.ts';
import { identityDocs } from './docs.ts';
import { drawing } from './drawing.ts';
import { identityInputs, identityType } from './inputs.ts';

const key = 'identity';

export const identity = component({
  name: identityType,
  title: 'Managed identity',
  summary: 'Another managed identity, for the components that you assign it to',
  serves: ['identity'],
  inputs: {
    token: identityInputs,
    fixed: ['uses'],
    schema: (z) =>
      z.strictObject({
        enabled: z.boolean(),
        uses: z
          .array(z.string().max(40))
          .max(20)
          .describe(
            'Components that it has access to. It gets the least-privileged role on each, and their endpoints become outputs',
          ),
      }),
    defaults: () => ({ enabled: false, uses: [] }),
    questions: [],
    switchOn: { enabled: true },
  },
  docs: identityDocs,
  drawing,
  many: { ignores: [], anywhere: true, reserved: ['workload', 'encryption'] },
  resource: key,
  enabled: (view) => identityInputs.of(view).enabled,
  uses: (view) => identityInputs.of(view).uses.map((name, index) => ({ name, answer: `identity.uses.${index}` })),
  contribute: (c) => {
    c.name(key, { type: 'Microsoft.ManagedIdentity/userAssignedIdentities' });
    const made = c.symbol(key);
    c.contribute('madeIdentity', { key: made, id: c.id(key), ...identityOutputs(c, key) });
    grantUses(c, alike(c, identityInputs).uses, made);
  },
  compose: (c) => {
    c.module({
      symbol: key,
      module: 'managed-identity/user-assigned-identity',
      comment: 'Managed identity',
      makes: [key],
      params: { name: c.reference(key) },
    });
    const { client, principal } = identityOutputs(c, key);
    c.output('identityClientId', string, 'Client ID of the managed identity', client);
    c.output('identityPrincipalId', string, 'Principal ID of the managed identity', principal);
    endpointOutputs(c, key, alike(c, identityInputs).uses);
  },
});
