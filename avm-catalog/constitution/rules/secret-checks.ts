import { type Estate, isUnresolved, read, readText, type Predicted, type Violation } from '../estate.ts';
import { looksSecret, namesSecret } from '../../kernel/secrets.ts';

/** Ids and addresses of where a secret is kept are none themselves. */
const whereabouts = /^(\/subscriptions\/|https:\/\/[\w.-]+\/(secrets|certificates|keys)\/)/i;

/** A secret may be an expression that reads a vault or a secure parameter; never a text. */
export function noSecrets(estate: Estate, declared: readonly string[] = []): readonly Violation[] {
  return estate.resources.flatMap((one) =>
    [...valueOfSecret(one), ...secretsIn(one, '', declared)].map((path) => ({
      resource: one.id,
      what: `${path} holds a secret as plain text`,
      instead: 'read it from a key vault with getSecret',
    })),
  );
}

function valueOfSecret(one: Predicted): readonly string[] {
  const isSecret = one.type.toLowerCase() === 'microsoft.keyvault/vaults/secrets';
  return isSecret && isSecretText(read(one, 'properties.value')) ? ['properties.value'] : [];
}

/** Paths of texts that are secrets by their key, by the name beside them, or by their looks. */
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

/** Texts within an expression, as they are once it is evaluated: a quotation mark in one is written twice. */
function literalsOf(expression: string): readonly string[] {
  return [...expression.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = '']) => text.replaceAll("''", "'"));
}

function isSecretText(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && !isUnresolved(value) && !whereabouts.test(value);
}
