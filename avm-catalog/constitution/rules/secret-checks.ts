import { type Estate, isUnresolved, read, readText, type Predicted, type Violation } from '../estate.ts';
import { isSwitch, looksSecret, namesSecret } from '../../kernel/secrets.ts';

/** The ID or URL of a secret isn’t a secret. */
const whereabouts = /^(\/subscriptions\/|https:\/\/[\w.-]+\/(secrets|certificates|keys)\/)/i;

/** A secret can be an expression that reads a key vault or a secure parameter, but never a literal. */
export function noSecrets(estate: Estate, declared: readonly string[] = []): readonly Violation[] {
  return estate.resources.flatMap((one) =>
    [...valueOfSecret(one), ...secretsIn(one, '', declared)].map((path) => ({
      resource: one.id,
      what: `${path} contains a secret in plain text`,
      instead: 'read it from a key vault with getSecret',
    })),
  );
}

function valueOfSecret(one: Predicted): readonly string[] {
  const isSecret = one.type.toLowerCase() === 'microsoft.keyvault/vaults/secrets';
  return isSecret && isSecretText(read(one, 'properties.value')) ? ['properties.value'] : [];
}

/** Paths of literals that are secrets by their key, by the name beside them, or by their format. */
function secretsIn(value: unknown, path: string, declared: readonly string[]): readonly string[] {
  if (typeof value === 'string') {
    const text = declared.reduce((rest, one) => rest.replaceAll(one, ''), value);
    const texts = isUnresolved(text) ? literalsOf(text) : [text];
    return texts.some((one) => looksSecret(one) !== undefined) ? [path] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const pair = namesSecret(readText(value, 'name')) && isSecretText(read(value, 'value'));
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const here = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const named = !Array.isArray(value) && namesSecret(key) && !declared.includes(String(inner));
    return (named && isSecretText(inner)) || (pair && key === 'value') ? [here] : secretsIn(inner, here, declared);
  });
}

/** String literals in an expression, with doubled quotation marks resolved. */
function literalsOf(expression: string): readonly string[] {
  return [...expression.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = '']) => text.replaceAll("''", "'"));
}

function isSecretText(value: unknown): boolean {
  return (
    typeof value === 'string' && value !== '' && !isSwitch(value) && !isUnresolved(value) && !whereabouts.test(value)
  );
}
