import { string } from '../../src/bicep/type.ts';
import { pascal } from '../../src/text/pascal.ts';
import type { Composer } from './component.ts';
import { outputOf } from './patterns.ts';

/** Each component that is used gives an identity its least role; `identity` is a key of `madeIdentity`. */
export function grantUses(c: Composer, used: readonly string[], identity: string): void {
  for (const to of used) c.contribute('access', { to, identity }, { ids: ['identity'] });
}

/** The endpoint of each component that is used, never a key; `base` is what the names of the outputs begin with. */
export function endpointOutputs(c: Composer, base: string, used: readonly string[]): void {
  for (const one of used) {
    const endpoint = c.endpoint(one);
    if (endpoint !== undefined) c.output(endpointOutput(base, one), string, `Endpoint of ${one}`, endpoint);
  }
}

export const endpointOutput = (base: string, used: string): string => `${base}${pascal(used)}Endpoint`;

/** What others read of an identity that a component makes: its principal and its client ID, known after deployment. */
export function identityOutputs(c: Composer, made: string) {
  return { principal: outputOf(c, made, 'principalId'), client: outputOf(c, made, 'clientId') };
}
