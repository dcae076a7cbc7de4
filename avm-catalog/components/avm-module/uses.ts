import { string } from '../../../src/bicep/type.ts';
import {
  bare,
  call,
  isArray,
  isExpression,
  isObject,
  operator,
  optional,
  type Value,
} from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import { endpointOutput, endpointOutputs, grantUses, identityOutputs } from '../../kernel/uses.ts';
import type { View } from '../../kernel/view.ts';
import { avmModuleInputs } from './inputs.ts';
import { clientIdSetting, endpointSetting, type Settings } from './settings.ts';

const identity = 'avmModuleIdentity';

export const clientIdOutput = 'avmModuleClientId';

export const endpointOf = (component: string): string => endpointOutput('avmModule', component);

/** Names of the components that the resource uses in any environment. */
export function usedBy(c: Composer): readonly string[] {
  return [...new Set(c.views.flatMap((view) => avmModuleInputs.of(view).uses))].toSorted();
}

/**
 * Each used component assigns its least-privileged role to an identity of the resource. The identity is user-assigned,
 * so the used components don't wait for the resource, and its ID is known before the deployment.
 */
export function contributeUses(c: Composer): void {
  const used = usedBy(c);
  if (used.length === 0) return;
  c.name(identity, { type: 'Microsoft.ManagedIdentity/userAssignedIdentities' });
  const made = c.symbol(identity);
  c.contribute('madeIdentity', { key: made, id: c.id(identity), ...identityOutputs(c, identity) });
  grantUses(c, used, made);
}

/** The module parameter that assigns the identity, in addition to identities that the user sets. */
export function boundIdentity(c: Composer, given: Value = {}): Value {
  const inner = bare(given);
  const own = [c.id(identity)];
  if (isObject(inner)) return c.because(['identity'], { ...inner, [list]: withMore(inner[list], own) });
  // An identity that only some environments have is a parameter, which is null in the others.
  const known = isExpression(inner) && inner.$ === 'ref' && c.views.some(hasIdentities) ? inner : undefined;
  const others = known && operator('??', optional({ ...known, path: [...known.path, list] }), []);
  return c.because(['identity'], call('union', operator('??', given, {}), { [list]: withMore(others, own) }));
}

const list = 'userAssignedResourceIds';

function hasIdentities(view: View): boolean {
  const given = avmModuleInputs.of(view).params['managedIdentities'];
  return isObject(given) && Object.hasOwn(given, list);
}

/** A list that the user may have set, with items appended. */
export function withMore(given: Value | undefined, more: readonly Value[]): Value {
  if (given === undefined) return more;
  const inner = bare(given);
  return isArray(inner) ? [...inner, ...more] : call('concat', given, more);
}

/** The application's client ID, and the endpoints that it uses. */
export function settingsForUses(c: Composer): Settings {
  const endpoints = usedBy(c).flatMap((one) => {
    const endpoint = c.endpoint(one);
    return endpoint === undefined ? [] : [[endpointSetting(one), c.because(['identity'], endpoint)] as const];
  });
  return { [clientIdSetting]: c.because(['identity'], clientId(c)), ...Object.fromEntries(endpoints) };
}

const clientId = (c: Composer): Value => identityOutputs(c, identity).client;

/** The identity, its client ID, and the endpoint of each used component; never a key. */
export function composeUses(c: Composer): void {
  const used = usedBy(c);
  if (used.length === 0) return;
  c.module({
    symbol: identity,
    module: 'managed-identity/user-assigned-identity',
    comment: 'Managed identity to access other components',
    makes: [identity],
    params: { name: c.reference(identity) },
  });
  c.output(clientIdOutput, string, 'Client ID of its managed identity', clientId(c));
  c.output(
    'avmModulePrincipalId',
    string,
    'Principal ID of its managed identity',
    identityOutputs(c, identity).principal,
  );
  endpointOutputs(c, 'avmModule', used);
}
