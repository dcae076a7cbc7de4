import { string } from '../../../src/bicep/type.ts';
import { symbol, type Value } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import { avmModuleInputs } from './inputs.ts';

const identity = 'avmModuleIdentity';

/** Names of the components that the resource uses in any environment. */
export function usedBy(c: Composer): readonly string[] {
  return [...new Set(c.views.flatMap((view) => avmModuleInputs.of(view).uses))].toSorted();
}

/**
 * Each component that is used gives an identity of the resource its least role. The identity is one by itself, so that
 * what is used doesn't wait for the resource, and its ID is known before anything is deployed.
 */
export function contributeUses(c: Composer): void {
  const used = usedBy(c);
  if (used.length === 0) return;
  c.name(identity, { type: 'Microsoft.ManagedIdentity/userAssignedIdentities' });
  for (const to of used)
    c.contribute('access', { to, principal: symbol(c.symbol(identity), 'outputs', 'principalId') });
}

/** The parameter of the module that binds it to the identity. */
export function boundIdentity(c: Composer): Value {
  return c.because(['identity'], { userAssignedResourceIds: [c.id(identity)] });
}

/** The identity, its client ID, and the endpoint of each component that is used; never a key. */
export function composeUses(c: Composer): void {
  const used = usedBy(c);
  if (used.length === 0) return;
  c.module({
    symbol: identity,
    module: 'managed-identity/user-assigned-identity',
    comment: 'Managed identity, to use other components',
    makes: [identity],
    params: { name: c.reference(identity) },
  });
  c.output(
    'avmModuleClientId',
    string,
    'Client ID of its managed identity, to sign in with',
    symbol(c.symbol(identity), 'outputs', 'clientId'),
  );
  for (const one of used) {
    const suffix = one.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
    const endpoint = c.endpoint(one);
    if (endpoint !== undefined) c.output(`avmModule${suffix}Endpoint`, string, `Endpoint of ${one}`, endpoint);
  }
}
