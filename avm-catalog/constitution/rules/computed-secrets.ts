import { read } from '../estate.ts';
import { namesSecret } from '../../kernel/secrets.ts';
import { isExpression, parameterIn, treeAt, type Flaw, type Solution } from '../solution.ts';
import { ownValue } from '../../../src/bicep/own.ts';

/** Secrets that main.bicep gives to what it makes: each comes from a vault or from a secure parameter, as it is. */
export function noComputedSecrets(solution: Solution): readonly Flaw[] {
  return Object.entries(treeAt(solution, 'resources'))
    .filter(([, resource]) => read(resource, 'existing') !== true)
    .flatMap(([symbol, resource]) =>
      secretsIn(partsOf(resource), '')
        .filter(({ text }) => !isSecure(text, solution))
        .map(({ path, text }) => ({
          symbol,
          what: isExpression(text)
            ? `${path} is computed, so whoever reads the deployment can compute it too`
            : `${path} is a literal`,
          instead: 'read it from a key vault with getSecret',
        })),
    );
}

interface Secret {
  readonly path: string;
  readonly text: string;
}

/** Of a module what it is given, of a native resource all of it. */
function partsOf(resource: unknown): unknown {
  const given = read(resource, 'properties.parameters');
  if (read(resource, 'type') !== 'Microsoft.Resources/deployments' || typeof given !== 'object' || given === null)
    return resource;
  return Object.fromEntries(Object.entries(given).map(([name, one]: [string, unknown]) => [name, read(one, 'value')]));
}

/** `isValue`: within something whose `value` is a secret, as an item of `secrets`. */
function secretsIn(value: unknown, path: string, isValue = false): readonly Secret[] {
  if (typeof value !== 'object' || value === null) return [];
  const type = read(value, 'type');
  const holds = isValue || (typeof type === 'string' && type.toLowerCase() === 'microsoft.keyvault/vaults/secrets');
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`;
    const isSecret = !Array.isArray(value) && (namesSecret(key) || (holds && key === 'value'));
    if (isSecret && typeof inner === 'string' && inner !== '') return [{ path: here, text: inner }];
    return secretsIn(inner, here, holds || key === 'secrets');
  });
}

function isSecure(text: string, solution: Solution): boolean {
  const name = parameterIn(text);
  const parameter = name === undefined ? undefined : ownValue(treeAt(solution, 'parameters'), name);
  return /^secure/i.test(String(read(parameter, 'type'))) && read(parameter, 'defaultValue') === undefined;
}
