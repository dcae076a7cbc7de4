import { ownValue } from '../../src/bicep/own.ts';
import { secureString } from '../../src/bicep/type.ts';
import { call, method, type Value } from '../../src/bicep/value.ts';
import type { Composer, Data } from './component.ts';
import type { GivenInputs } from './given-inputs.ts';
import type { View } from './view.ts';
import { parameterName } from './given-parameter.ts';
import { capital } from '../../src/text/pascal.ts';

const secretKeys = ['keyVault', 'secret'];
const vaultId = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.KeyVault\/vaults\/([^/]+)$/i;

interface Secret {
  readonly keyVault: string;
  readonly secret: string;
}

/** `{keyVault: …, secret: …}`: a secret that the deployment reads from an existing vault. */
export function isSecret(value: unknown): value is Secret & Data {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === secretKeys.length &&
    secretKeys.every((key) => typeof ownValue(value, key) === 'string')
  );
}

export function isVaultId(text: string): boolean {
  return vaultId.test(text);
}

/** The secret of a parameter, which the template reads itself. */
export function secretOf(
  c: Composer,
  { key }: Pick<GivenInputs, 'key'>,
  { keyVault, secret }: Secret,
  path: readonly string[],
): Value {
  const { subscription, group, name } = placeOf(keyVault);
  const parameter = parameterName(path);
  const vault = c.existing({
    symbol: `${key}${capital(parameter)}Vault`,
    type: 'Microsoft.KeyVault/vaults@2025-05-01',
    name,
    scope: call('resourceGroup', subscription, group),
    comment: `Existing key vault with the secret for ${parameter}`,
    ids: ['SEC-012'],
  });
  return c.because(['SEC-012'], method(vault, 'getSecret', secret));
}

/**
 * A secret that differs by environment, or is inside an object, where Bicep doesn't take getSecret: a secure parameter,
 * which each parameter file reads from a vault.
 */
export function secureParameter(
  c: Composer,
  { key }: Pick<GivenInputs, 'key'>,
  path: readonly string[],
  valueIn: (view: View) => Data | undefined,
): Value {
  return c.parameter({
    name: parameterName(path),
    type: secureString,
    description: `Secret for the module parameter ${path.join('.')}, read from a key vault`,
    value: (view) => {
      const given = valueIn(view);
      if (!isSecret(given)) return null;
      return { ...placeOf(given.keyVault), secret: given.secret };
    },
    answers: [`${key}.params.${path.join('.')}`],
    ids: ['SEC-012'],
  });
}

function placeOf(id: string): { readonly subscription: string; readonly group: string; readonly name: string } {
  const [, subscription = '', group = '', name = ''] = vaultId.exec(id) ?? [];
  return { subscription, group, name };
}
