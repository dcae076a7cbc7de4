import { read } from '../estate.ts';
import { isSwitch, namesSecret } from '../../kernel/secrets.ts';
import {
  isExpression,
  once,
  parameterIn,
  partsOf,
  resourcesIn,
  treeAt,
  type Flaw,
  type Part,
  type Solution,
} from '../solution.ts';
import { ownValue } from '../../../src/bicep/own.ts';

/** Secrets that main.bicep and its files pass on: each comes unchanged from a key vault or a secure parameter. */
export function noComputedSecrets(solution: Solution): readonly Flaw[] {
  return once(partsOf(solution).flatMap(computedIn));
}

function computedIn(part: ReturnType<typeof partsOf>[number]): readonly Flaw[] {
  return resourcesIn(part)
    .filter(([, resource]) => read(resource, 'existing') !== true)
    .flatMap(([symbol, resource]) =>
      secretsIn(givenIn(resource), '')
        .filter(({ text }) => !isSecure(text, part))
        .map(({ path, text }) => ({
          symbol,
          ...part.at,
          what: isExpression(text)
            ? `${path} is computed, so anyone who can read the deployment can compute it too`
            : `${path} is a literal value`,
          instead: 'read it from a key vault with getSecret',
        })),
    );
}

interface Secret {
  readonly path: string;
  readonly text: string;
}

/** The parameters of a module; all of a native resource. */
function givenIn(resource: unknown): unknown {
  const given = read(resource, 'properties.parameters');
  if (read(resource, 'type') !== 'Microsoft.Resources/deployments' || typeof given !== 'object' || given === null)
    return resource;
  return Object.fromEntries(Object.entries(given).map(([name, one]: [string, unknown]) => [name, read(one, 'value')]));
}

/** `isValue`: inside an object whose `value` is a secret, such as an item of `secrets`. */
function secretsIn(value: unknown, path: string, isValue = false): readonly Secret[] {
  if (typeof value !== 'object' || value === null) return [];
  const type = read(value, 'type');
  const holds = isValue || (typeof type === 'string' && type.toLowerCase() === 'microsoft.keyvault/vaults/secrets');
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`;
    const isSecret = !Array.isArray(value) && (namesSecret(key) || (holds && key === 'value'));
    if (isSecret && typeof inner === 'string' && inner !== '' && !isSwitch(inner)) return [{ path: here, text: inner }];
    return secretsIn(inner, here, holds || key === 'secrets');
  });
}

function isSecure(text: string, part: Part): boolean {
  const name = parameterIn(text);
  const parameter = name === undefined ? undefined : ownValue(treeAt(part, 'parameters'), name);
  return /^secure/i.test(String(read(parameter, 'type'))) && read(parameter, 'defaultValue') === undefined;
}
